import type { Block } from '../model/article';
import { blockPath } from './describe-target';
import { PageIndex, SEED } from './page-index';

/** One kept state of an article's text, as an `ArticleVersion` has it. */
export interface KeptVersion {
  readonly hash: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Where a block of the old text is in the new one. */
export interface Home {
  /** Ordinal of the block in the new text. */
  readonly block: number;
  /** How much of it is still the same, 0…1. */
  readonly likeness: number;
}

/** How the blocks of an old version and those of the page correspond. Ordinals count in their own texts. */
export interface VersionAlignment {
  readonly before: PageIndex;
  /** Old block → its home in the page. */
  readonly homes: ReadonlyMap<number, Home>;
  /** Block of the page → the old block it came from. */
  readonly origins: ReadonlyMap<number, number>;
}

const SEED_STEP = 2;
const MOST_PLACES = 6;
/** Share of common seeds below which two blocks are not the same paragraph. */
const LEAST_LIKENESS = 0.2;

interface Pair {
  readonly old: number;
  readonly now: number;
  readonly likeness: number;
}

class Assignment {
  readonly homes = new Map<number, Home>();
  readonly origins = new Map<number, number>();

  add({ old, now, likeness }: Pair): void {
    if (this.homes.has(old) || this.origins.has(now)) return;
    this.homes.set(old, { block: now, likeness });
    this.origins.set(now, old);
  }

  /** Where an old block should be: between the homes of its nearest neighbours that have one. */
  expected(old: number, count: number): number {
    let before = -1;
    let after = -1;
    for (let i = old - 1; i >= 0 && before < 0; i--) before = this.homes.get(i)?.block ?? -1;
    for (let i = old + 1; i < count && after < 0; i++) after = this.homes.get(i)?.block ?? -1;
    if (before < 0) return after < 0 ? old : after - 1;
    return after < 0 ? before + 1 : (before + after) / 2;
  }
}

/** Block ordinals by their folded text. */
function groupByText(index: PageIndex): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let i = 0; i < index.blocks.length; i++) {
    const text = index.blockText(i);
    const group = groups.get(text);
    if (group) group.push(i);
    else groups.set(text, [i]);
  }
  return groups;
}

/** Pairs of different text that share rare seeds, likest first. */
function similarPairs(before: PageIndex, now: PageIndex, assigned: Assignment): Pair[] {
  const pairs: Pair[] = [];
  for (let old = 0; old < before.blocks.length; old++) {
    if (assigned.homes.has(old)) continue;
    const text = before.blockText(old);
    const votes = new Map<number, number>();
    for (let at = 0; at + SEED <= text.length; at += SEED_STEP) {
      const met = new Set(now.seedPlaces(text, at, MOST_PLACES).map((place) => now.blockAt(place)));
      for (const block of met) votes.set(block, (votes.get(block) ?? 0) + 1);
    }
    for (const [block, count] of votes) {
      if (block < 0 || assigned.origins.has(block)) continue;
      const size = (text.length + now.blockText(block).length) / 2;
      const likeness = Math.min(1, (count * SEED_STEP) / Math.max(1, size - SEED));
      if (likeness >= LEAST_LIKENESS) pairs.push({ old, now: block, likeness });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || a.old - b.old || a.now - b.now);
}

/** Blocks of the very same text that occur more than once: the same path first, then the place their neighbours tell. */
function settleCopies(before: PageIndex, now: PageIndex, assigned: Assignment): void {
  const copies = groupByText(now);
  for (const [text, olds] of groupByText(before)) {
    const nows = copies.get(text) ?? [];
    if (olds.length === nows.length) {
      olds.forEach((old, i) => {
        assigned.add({ old, now: nows[i]!, likeness: 1 });
      });
      continue;
    }
    for (const old of olds) {
      const path = blockPath(before.blocks[old]!);
      const expected = assigned.expected(old, before.blocks.length);
      const distance = (block: number) =>
        Math.abs(block - expected) + (blockPath(now.blocks[block]!) === path ? 0 : now.blocks.length);
      const free = nows
        .filter((block) => !assigned.origins.has(block))
        .sort((a, b) => distance(a) - distance(b));
      if (free[0] !== undefined) assigned.add({ old, now: free[0], likeness: 1 });
    }
  }
}

/**
 * Aligns the blocks of an old version with those of the page: equal and unique ones first, copies by path and
 * neighbours, then those that share most of their text. Each block has at most one counterpart; order is not required.
 */
export function alignVersions(before: PageIndex, now: PageIndex): VersionAlignment {
  const assigned = new Assignment();
  const current = groupByText(now);
  for (const [text, olds] of groupByText(before)) {
    const nows = current.get(text);
    if (olds.length === 1 && nows?.length === 1) assigned.add({ old: olds[0]!, now: nows[0]!, likeness: 1 });
  }
  settleCopies(before, now, assigned);
  for (const pair of similarPairs(before, now, assigned)) assigned.add(pair);
  return { before, homes: assigned.homes, origins: assigned.origins };
}

const indexes = new WeakMap<KeptVersion, PageIndex>();
const alignments = new WeakMap<PageIndex, Map<KeptVersion, VersionAlignment>>();

/** The alignment of a kept version with a page, made once for all notes and given up with the page's index. */
export function alignmentWith(kept: KeptVersion, now: PageIndex): VersionAlignment {
  const known = alignments.get(now) ?? new Map<KeptVersion, VersionAlignment>();
  alignments.set(now, known);
  const before = indexes.get(kept) ?? new PageIndex(kept.text, kept.blocks);
  indexes.set(kept, before);
  const alignment = known.get(kept) ?? alignVersions(before, now);
  known.set(kept, alignment);
  return alignment;
}
