import type { Block } from '../model/article';
import { blockPath } from './describe-target';
import { PageIndex } from './page-index';

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

/** Every second place is enough to know a paragraph by; in books, every eighth. */
const FINE_STEP = 2;
const COARSE_STEP = 8;
const LONG_TEXT = 250_000;
const MOST_PLACES = 6;
/** Share of common seeds below which two blocks are not the same paragraph. */
const LEAST_LIKENESS = 0.2;
/** A pair is certain when it is this much better than any other pair of either block. */
const MARGIN = 0.25;
/** What standing between the homes of its neighbours is worth to a pair, and how many blocks off still counts. */
const IN_PLACE = 0.35;
const NEARBY = 2;
const SAME_PATH = 0.05;
/** What standing where the surest blocks of the same old path have gone is worth: a pull-quote copies words, not its place. */
const AMONG_PEERS = 0.2;

interface Pair {
  readonly old: number;
  readonly now: number;
  readonly likeness: number;
  readonly score: number;
}

const byScore = (a: Pair, b: Pair) => b.score - a.score || a.old - b.old || a.now - b.now;

class Assignment {
  readonly homes = new Map<number, Home>();
  readonly origins = new Map<number, number>();

  add({ old, now, likeness }: Pair): void {
    if (this.homes.has(old) || this.origins.has(now)) return;
    this.homes.set(old, { block: now, likeness });
    this.origins.set(now, old);
  }

  /** How far a block is from where an old one should be: between the homes of its nearest neighbours that have one. */
  away(old: number, now: number, count: number): number {
    let before = -1;
    let after = -1;
    for (let i = old - 1; i >= 0 && before < 0; i--) before = this.homes.get(i)?.block ?? -1;
    for (let i = old + 1; i < count && after < 0; i++) after = this.homes.get(i)?.block ?? -1;
    if (before < 0 && after < 0) return Math.abs(now - old);
    const middle = before < 0 ? after - 1 : after < 0 ? before + 1 : (before + after) / 2;
    const away = Math.abs(now - middle);
    // Much may have been put in between them: that moves the middle, not the block.
    return before < now && (after < 0 || now < after) ? Math.min(away, NEARBY) : away;
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

/** How alike one old block is to blocks of the page, by shared rare seeds; equal text is 1 whatever its seeds. */
function likenesses(
  before: PageIndex,
  now: PageIndex,
  old: number,
  equals: readonly number[],
): Map<number, number> {
  const text = before.blockText(old);
  const votes = new Map<number, number>();
  const seed = now.seedLength;
  const step = now.text.length > LONG_TEXT ? COARSE_STEP : FINE_STEP;
  for (let at = 0; at + seed <= text.length; at += step) {
    const met = new Set(now.seedPlaces(text, at, MOST_PLACES).map((place) => now.blockAt(place)));
    for (const block of met) votes.set(block, (votes.get(block) ?? 0) + 1);
  }
  const found = new Map<number, number>();
  for (const [block, count] of votes) {
    if (block < 0) continue;
    const size = (text.length + now.blockText(block).length) / 2;
    const likeness = Math.min(0.99, (count * step) / Math.max(1, size - seed));
    if (likeness >= LEAST_LIKENESS) found.set(block, likeness);
  }
  for (const block of equals) found.set(block, 1);
  return found;
}

/** Every pair of blocks that may belong together. A quotation of a paragraph, in a comment say, is not its home. */
function* possiblePairs(before: PageIndex, now: PageIndex): Generator<void, Pair[]> {
  const copies = groupByText(now);
  const pairs: Pair[] = [];
  for (const [old, block] of before.blocks.entries()) {
    const found = likenesses(before, now, old, copies.get(before.blockText(old)) ?? []);
    for (const [other, likeness] of found) {
      const there = now.blocks[other]!;
      if (there.kind === 'quote' && block.kind !== 'quote') continue;
      const path = blockPath(there) === blockPath(block) ? SAME_PATH : 0;
      pairs.push({ old, now: other, likeness, score: likeness + path });
    }
    yield;
  }
  return pairs;
}

/** Where in the page's structure blocks of each old path have mostly gone, by the pairs beyond doubt. */
function movedPaths(before: PageIndex, now: PageIndex, { homes }: Assignment): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [old, { block }] of homes) {
    const from = blockPath(before.blocks[old]!);
    const to = blockPath(now.blocks[block]!);
    const known = counts.get(from) ?? new Map<string, number>();
    counts.set(from, known.set(to, (known.get(to) ?? 0) + 1));
  }
  const most = (paths: ReadonlyMap<string, number>) => [...paths].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  return new Map([...counts].map(([from, to]) => [from, most(to)]));
}

/** Assigns the pairs that are clearly the best of both their blocks; returns the others. */
function assignCertain(pairs: readonly Pair[], assigned: Assignment): Pair[] {
  const best = new Map<string, number[]>();
  const note = (key: string, score: number) => {
    const scores = best.get(key) ?? [0, 0];
    best.set(key, [...scores, score].sort((a, b) => b - a).slice(0, 2));
  };
  for (const { old, now, score } of pairs) {
    note(`old ${old}`, score);
    note(`now ${now}`, score);
  }
  const isCertain = ({ old, now, score }: Pair) =>
    [best.get(`old ${old}`)!, best.get(`now ${now}`)!].every(
      ([first, second]) => score === first && score - second! >= MARGIN,
    );
  for (const pair of pairs) if (isCertain(pair)) assigned.add(pair);
  return pairs.filter(({ old, now }) => !assigned.homes.has(old) && !assigned.origins.has(now));
}

/**
 * Aligns the blocks of an old version with those of the page: first the pairs beyond doubt, then, among copies and
 * rewritten paragraphs, those that stand where their neighbours went. Each block has at most one counterpart. Yields
 * after each block, so that the caller can let the page breathe.
 */
export function* alignSteps(before: PageIndex, now: PageIndex): Generator<void, VersionAlignment> {
  const assigned = new Assignment();
  const open = assignCertain(yield* possiblePairs(before, now), assigned);
  const paths = movedPaths(before, now, assigned);
  const placed = open.map((pair) => {
    const away = assigned.away(pair.old, pair.now, before.blocks.length);
    const place = away <= NEARBY ? IN_PLACE - 0.05 * away : 0;
    const isAmongPeers = paths.get(blockPath(before.blocks[pair.old]!)) === blockPath(now.blocks[pair.now]!);
    return { ...pair, score: pair.score + place + (isAmongPeers ? AMONG_PEERS : 0) };
  });
  for (const pair of placed.sort(byScore)) assigned.add(pair);
  return { before, homes: assigned.homes, origins: assigned.origins };
}

const indexes = new WeakMap<KeptVersion, PageIndex>();
const alignments = new WeakMap<PageIndex, Map<KeptVersion, VersionAlignment>>();

/** The alignment of a kept version with a page, made once for all notes and given up with the page's index. */
export function* alignmentWith(kept: KeptVersion, now: PageIndex): Generator<void, VersionAlignment> {
  const known = alignments.get(now) ?? new Map<KeptVersion, VersionAlignment>();
  alignments.set(now, known);
  const made = known.get(kept);
  if (made) return made;
  const before = indexes.get(kept) ?? new PageIndex(kept.text, kept.blocks);
  indexes.set(kept, before);
  yield;
  const alignment = yield* alignSteps(before, now);
  known.set(kept, alignment);
  return alignment;
}
