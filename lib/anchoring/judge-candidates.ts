import { bitDistance } from './block-prints';
import { blockPath } from './describe-target';
import type { Candidate } from './find-candidates';
import type { PageIndex } from './page-index';
import type { Pattern } from './pattern';

/** A candidate with what speaks for it. */
export interface Judged extends Candidate {
  /** Share of the quote's units found again, 0…1. */
  readonly likeness: number;
  /** Evidence from words alone, in units of text. */
  readonly evidence: number;
  /** Hints from the page's structure, which only decide between copies. */
  readonly hints: number;
}

/** Context units that short quotes need beside themselves; quotes from `ENOUGH` units on can stand alone. */
const NEEDED_CONTEXT = 26;
const ENOUGH = 44;

function structureHints(index: PageIndex, pattern: Pattern, start: number): number {
  const { structure } = pattern.target;
  const ordinal = index.blockAt(start);
  const block = index.blocks[ordinal];
  if (!structure || !block) return 0;
  const distance = bitDistance(Number.parseInt(structure.simhash, 16) || 0, index.printOf(ordinal));
  const sameText = Math.max(0, 12 - distance);
  const samePath = structure.path === blockPath(block) ? 4 : 0;
  return sameText + samePath;
}

/** Weighs one candidate. */
export function judge(index: PageIndex, pattern: Pattern, candidate: Candidate): Judged {
  const length = pattern.quote.length;
  const extent = length < 24 ? Math.max(length, candidate.end - candidate.start) : length;
  const likeness = Math.min(1, candidate.matched / extent);
  const own = Math.max(0, candidate.matched - 1.5 * (length - candidate.matched));
  return {
    ...candidate,
    likeness,
    evidence: own + candidate.left.score + candidate.right.score,
    hints: structureHints(index, pattern, candidate.start),
  };
}

/** How much context a quote of this length must bring; less where the page ended nearby and there was little to keep. */
function neededContext(pattern: Pattern): number {
  const short = Math.max(0, (ENOUGH - pattern.quote.length) / ENOUGH);
  return Math.min(NEEDED_CONTEXT * short, 0.5 * (pattern.prefix.length + pattern.suffix.length));
}

/** How much of the quote must be left, from .6 for a bare word to .42 for a sentence whose surroundings stand. */
function neededLikeness(pattern: Pattern, context: number): number {
  const least = pattern.quote.length < 24 ? 0.6 : 0.45;
  return context >= 40 ? least : least + 0.25;
}

/** True where the words found are evidence enough that this is the passage. */
export function isEnough(pattern: Pattern, judged: Judged): boolean {
  const context = judged.left.score + judged.right.score;
  if (judged.likeness < neededLikeness(pattern, context)) return false;
  if (context < neededContext(pattern)) return false;
  const isShort = pattern.quote.length < 24;
  return !(isShort && judged.likeness < 1 && judged.left.near + judged.right.near < 16);
}
