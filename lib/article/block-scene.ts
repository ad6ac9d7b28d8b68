import { type BlockFacts, IN } from './page-blocks';
import { overlap, wordsOf } from './page-title';

/** Facts about the blocks that stand in one parent element, as shares of the page's running text. */
interface BlockGroup {
  readonly prose: number;
  readonly parentProse: number;
  readonly linkShare: number;
  readonly size: number;
}

/** What can be known of a page's blocks only by looking at all of them. Arrays go by the block's index. */
export interface BlockScene {
  readonly blocks: readonly BlockFacts[];
  /** Share of the block that Readability takes for the article, and the mean over seven neighbours. */
  readonly readable: readonly number[];
  readonly readableNear: readonly number[];
  readonly firstReadable: number;
  readonly lastReadable: number;
  /** Index of the headline's block, or −1. */
  readonly title: number;
  readonly titleOverlap: readonly number[];
  readonly groups: readonly BlockGroup[];
  /** Share of the running text that stands in blocks with the same tag and class. */
  readonly sameLook: readonly number[];
  readonly mainArticle: number | null;
  readonly mainDepth: number;
  /** Share of the page's running text that stands before the block. */
  readonly proseBefore: readonly number[];
  /** 1 if the same text stood before, ½ if it is part of a longer block. */
  readonly seenBefore: readonly number[];
  /** 1 behind a second main heading or in another article than the main one that begins after it. */
  readonly afterSecondTitle: readonly number[];
  readonly sameParentBefore: readonly number[];
  /** Blocks until the next running text, at most 20. */
  readonly toNextProse: readonly number[];
}

/** Running text: long enough, hardly linked, with a sentence's end. */
export function isProse(block: BlockFacts): boolean {
  return (
    block.text.length >= 80 && block.linkChars < block.text.length * 0.35 && /[.!?。！？…]/.test(block.text)
  );
}

/**
 * Surveys a page's blocks. `readable` is the share of each that Readability takes for the article, `title` the index of
 * the headline's block or −1.
 */
export function surveyBlocks(
  blocks: readonly BlockFacts[],
  readable: readonly number[],
  title: number,
): BlockScene {
  const prose = blocks.map((block) => (isProse(block) ? block.text.length : 0));
  const first = readable.findIndex((share) => share >= 0.5);
  const titleWords = title >= 0 ? wordsOf(blocks[title]!.text) : [];
  const weight = (i: number) => prose[i]! * (0.3 + readable[i]!);
  return {
    blocks,
    readable,
    readableNear: readable.map((_r, i) => mean(readable.slice(Math.max(0, i - 3), i + 4))),
    firstReadable: first < 0 ? blocks.length : first,
    lastReadable: readable.findLastIndex((share) => share >= 0.5),
    title,
    titleOverlap: blocks.map((b) => (b.text.length < 400 ? overlap(wordsOf(b.text), titleWords) : 0)),
    groups: groupsOf(blocks, prose),
    sameLook: shareBy(blocks, prose, lookOf),
    mainArticle: mostWeighted(blocks, weight, (block) => block.articles[0] ?? null),
    mainDepth: mostWeighted(blocks, weight, (block) => block.depth) ?? 0,
    proseBefore: shareBefore(prose),
    seenBefore: repeats(blocks),
    afterSecondTitle: afterSecondTitle(blocks, title, prose),
    sameParentBefore: blocks.map((b, i) => (i > 0 && b.parent === blocks[i - 1]!.parent ? 1 : 0)),
    toNextProse: distances(prose),
  };
}

function lookOf(block: BlockFacts): string {
  return `${block.tag} ${block.ownHints} ${block.context & ~(IN.bold | IN.italic | IN.link)} ${block.depth}`;
}

function groupsOf(blocks: readonly BlockFacts[], prose: readonly number[]): readonly BlockGroup[] {
  const total = Math.max(1, sum(prose));
  const byParent = new Map<number | null, { prose: number; chars: number; links: number; size: number }>();
  const byGrandparent = new Map<number | null, number>();
  blocks.forEach((block, i) => {
    const parent = block.parent;
    const group = byParent.get(parent) ?? { prose: 0, chars: 0, links: 0, size: 0 };
    group.prose += prose[i]!;
    group.chars += block.text.length;
    group.links += block.linkChars;
    group.size++;
    byParent.set(parent, group);
    const above = block.grandparent;
    byGrandparent.set(above, (byGrandparent.get(above) ?? 0) + prose[i]!);
    // What stands in a parent directly counts for its level as well.
    byGrandparent.set(parent, (byGrandparent.get(parent) ?? 0) + prose[i]!);
  });
  return blocks.map((block) => {
    const parent = block.parent;
    const group = byParent.get(parent)!;
    return {
      prose: group.prose / total,
      parentProse: (byGrandparent.get(block.grandparent) ?? 0) / total,
      linkShare: group.links / group.chars,
      size: group.size,
    };
  });
}

function shareBy(
  blocks: readonly BlockFacts[],
  prose: readonly number[],
  keyOf: (block: BlockFacts) => string,
): readonly number[] {
  const total = Math.max(1, sum(prose));
  const shares = new Map<string, number>();
  const keys = blocks.map(keyOf);
  keys.forEach((key, i) => {
    shares.set(key, (shares.get(key) ?? 0) + prose[i]!);
  });
  return keys.map((key) => shares.get(key)! / total);
}

function mostWeighted<K>(
  blocks: readonly BlockFacts[],
  weight: (i: number) => number,
  keyOf: (block: BlockFacts) => K | null,
): K | null {
  const weights = new Map<K, number>();
  let best: K | null = null;
  blocks.forEach((block, i) => {
    const key = keyOf(block);
    if (key === null) return;
    const total = (weights.get(key) ?? 0) + weight(i);
    weights.set(key, total);
    if (best === null || total > weights.get(best)!) best = key;
  });
  return best;
}

function shareBefore(prose: readonly number[]): readonly number[] {
  const total = Math.max(1, sum(prose));
  let before = 0;
  return prose.map((chars) => {
    const share = before / total;
    before += chars;
    return share;
  });
}

function repeats(blocks: readonly BlockFacts[]): readonly number[] {
  const seen = new Set<string>();
  const long = blocks.filter((block) => block.text.length > 150).map((block) => block.text);
  const all = long.join('\n');
  return blocks.map(({ text }) => {
    if (seen.has(text)) return 1;
    seen.add(text);
    return text.length > 40 && text.length <= 150 && all.length < 300_000 && all.includes(text) ? 0.5 : 0;
  });
}

function afterSecondTitle(
  blocks: readonly BlockFacts[],
  title: number,
  prose: readonly number[],
): readonly number[] {
  let body = 0;
  let isAfter = false;
  return blocks.map((block, i) => {
    if (i > title) body += prose[i]!;
    if (block.tag === 'H1' && i > title && body > 600) isAfter = true;
    return isAfter ? 1 : 0;
  });
}

function distances(prose: readonly number[]): readonly number[] {
  const result = new Array<number>(prose.length).fill(20);
  for (let i = prose.length - 2; i >= 0; i--) {
    result[i] = prose[i + 1]! > 0 ? 1 : Math.min(20, result[i + 1]! + 1);
  }
  return result;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? sum(values) / values.length : 0;
}
