import type { StructureHint, Target } from '../model/annotation';
import type { Block, BlockKind } from '../model/article';
import type { Span } from '../model/span';
import { simhash, toHex } from './block-prints';

/** UTF-16 units of context that a quote keeps on each side. */
export const CONTEXT = 96;

/** A block that may know its place in the page: tag names from the block up to the body, `p<div<article`. */
export type PlacedBlock = Block & { readonly path?: string };

/** UTF-16 units that are kept of the heading above. */
const LONGEST_HEADING = 64;

const TAGS: Readonly<Record<BlockKind, string>> = {
  standfirst: 'p',
  paragraph: 'p',
  subheading: 'h2',
  list: 'li',
  quote: 'blockquote',
};

/** The path of a block: the page's own where the block knows it, else the tag that its kind usually has. */
export function blockPath(block: PlacedBlock): string {
  return block.path ?? TAGS[block.kind];
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** True where cutting the text before `at` would divide a surrogate pair. */
function isInsidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

/** Clamps a span to the text, drops white space at its edges and widens it to whole characters. */
function cleanSpan(text: string, span: Span): Span {
  let start = Math.min(Math.max(0, Math.trunc(span.start) || 0), text.length);
  let end = Math.min(Math.max(start, Math.trunc(span.end) || 0), text.length);
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (end > start && isInsidePair(text, start)) start--;
  if (end > start && isInsidePair(text, end)) end++;
  return { start, end };
}

/** Index of the last block that starts at or before `at`, or −1. Blocks are in order of the text. */
export function blockIndexAt(blocks: readonly Block[], at: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function headingAbove(text: string, blocks: readonly Block[], index: number): string {
  for (let i = index; i >= 0; i--) {
    const block = blocks[i]!;
    if (block.kind !== 'subheading') continue;
    const end = Math.min(block.end, block.start + LONGEST_HEADING);
    return text.slice(block.start, isInsidePair(text, end) ? end - 1 : end);
  }
  return '';
}

function describeStructure(text: string, blocks: readonly PlacedBlock[], at: number): StructureHint | null {
  const index = blockIndexAt(blocks, at);
  const block = blocks[index];
  if (!block || at >= block.end) return null;
  return {
    path: blockPath(block),
    block: index,
    heading: headingAbove(text, blocks, index),
    simhash: toHex(simhash(text.slice(block.start, block.end))),
  };
}

/**
 * Describes the passage `span` (UTF-16 offsets into `text`) so that it can be found again: its words with up to 96
 * units of context on each side (`\n` stands for a block boundary), its position in version `version` of the text, and
 * where it stood among the `blocks`. White space at the span's edges is left out; no surrogate pair is ever cut. A span
 * outside the text is clamped, never an error.
 */
export function describeTarget(
  text: string,
  blocks: readonly PlacedBlock[],
  span: Span,
  version: string | null,
  base: 'article' | 'document',
): Target {
  const { start, end } = cleanSpan(text, span);
  let before = Math.max(0, start - CONTEXT);
  let after = Math.min(text.length, end + CONTEXT);
  if (isInsidePair(text, before)) before++;
  if (isInsidePair(text, after)) after--;
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(before, start),
      suffix: text.slice(end, after),
    },
    position: { start, end, version, base },
    structure: describeStructure(text, blocks, start),
    history: [],
  };
}
