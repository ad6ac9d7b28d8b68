import type { VersionAlignment } from './align-versions';
import { bitDistance } from './block-prints';
import { blockIndexAt, blockPath } from './describe-target';
import type { Candidate } from './find-candidates';
import type { PageIndex } from './page-index';
import type { Pattern } from './pattern';

/** A candidate with what speaks for it. */
export interface Judged extends Candidate {
  /** Share of the quote's units found again, 0…1. */
  readonly likeness: number;
  /** Evidence from words alone, in units of text. */
  readonly evidence: number;
  /** Hints from the page's structure, in the same units; they decide between copies. */
  readonly hints: number;
  /** 0…1: how surely this is the block in which the quote stood. */
  readonly home: number;
  readonly isForeign: boolean;
  /** The place is a quotation (a comment, a block quote), and the quote was not made in one. */
  readonly isQuoted: boolean;
}

/** Context units that short quotes need beside themselves; quotes from `ENOUGH` units on can stand alone. */
const NEEDED_CONTEXT = 26;
const ENOUGH = 44;

/** What the page's structure says about a place. */
interface Standing {
  readonly hints: number;
  /** 0…1: how surely this is the block in which the quote stood. */
  readonly home: number;
  /** The words found here belong elsewhere: they stood in another block before, or are scraps outside their own. */
  readonly isForeign: boolean;
}

/** Hints weigh like units of text, so that a home outweighs any context that a copy can borrow from its surroundings. */
const SAME_BLOCK = 120;
const SAME_PATH = 24;
const SAME_TEXT = 40;
const STRAY_LIKENESS = 0.75;
const FOREIGN: Standing = { hints: 0, home: 0, isForeign: true };

/** Judges by the kept version of the text: which block of the page the quote's own block has become. */
function standingInVersion(
  index: PageIndex,
  pattern: Pattern,
  candidate: Candidate,
  { before, homes, origins }: VersionAlignment,
): Standing {
  const { position } = pattern.target;
  const own = blockIndexAt(before.blocks, position.start);
  const last = Math.max(own, blockIndexAt(before.blocks, position.end - 1));
  // A quote across paragraphs is at home where either of its ends is: the other may have been deleted.
  const ends = [candidate.start, candidate.end - 1].map((at) => origins.get(index.blockAt(at)));
  const ours = ends.flatMap((end) => (end !== undefined && end >= own && end <= last ? end : []));
  if (ours.length > 0) {
    const likeness = Math.max(...ours.map((end) => homes.get(end)?.likeness ?? 0));
    return { hints: SAME_BLOCK * likeness, home: likeness, isForeign: false };
  }
  const [origin] = ends;
  // Outside its own block a quote must be found nearly whole: what deleted text leaves behind is no changed passage.
  if (candidate.matched < STRAY_LIKENESS * pattern.quote.length) return FOREIGN;
  if (origin === undefined) return { hints: 0, home: 0, isForeign: false };
  const words = index.text.slice(candidate.start, candidate.end);
  return before.blockText(origin).includes(words) ? FOREIGN : { hints: 0, home: 0, isForeign: false };
}

/** Judges by the hints that the target itself carries. */
function standingByHints(index: PageIndex, pattern: Pattern, candidate: Candidate): Standing {
  const { structure } = pattern.target;
  const ordinal = index.blockAt(candidate.start);
  const block = index.blocks[ordinal];
  if (!structure || !block) return { hints: 0, home: 0, isForeign: false };
  const distance = bitDistance(Number.parseInt(structure.simhash, 16) || 0, index.printOf(ordinal));
  const alike = Math.max(0, 1 - distance / 10);
  const path = structure.path === blockPath(block) ? SAME_PATH : 0;
  return { hints: SAME_TEXT * alike + path, home: 0, isForeign: false };
}

function isQuotation(index: PageIndex, pattern: Pattern, at: number): boolean {
  const path = pattern.target.structure?.path;
  if (path === undefined || path.includes('blockquote')) return false;
  return index.blocks[index.blockAt(at)]?.kind === 'quote';
}

/** Weighs one candidate; `alignment` is that of the version in which the quote was made, where it was kept. */
export function judge(
  index: PageIndex,
  pattern: Pattern,
  candidate: Candidate,
  alignment: VersionAlignment | null,
): Judged {
  const length = pattern.quote.length;
  const extent = length < 24 ? Math.max(length, candidate.end - candidate.start) : length;
  const own = Math.max(0, candidate.matched - 1.5 * (length - candidate.matched));
  const standing = alignment
    ? standingInVersion(index, pattern, candidate, alignment)
    : standingByHints(index, pattern, candidate);
  return {
    ...candidate,
    ...standing,
    isQuoted: isQuotation(index, pattern, candidate.start),
    likeness: Math.min(1, candidate.matched / extent),
    evidence: own + candidate.left.score + candidate.right.score,
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
  if (judged.isForeign) return false;
  const context = judged.left.score + judged.right.score;
  if (judged.likeness < neededLikeness(pattern, context)) return false;
  // A block known by its own text vouches for the words in it, however little stands around them.
  const isAtHome = judged.home >= 0.7 && judged.likeness === 1;
  if (!isAtHome && context < neededContext(pattern)) return false;
  const isShort = pattern.quote.length < 24;
  return !(isShort && judged.likeness < 1 && judged.left.near + judged.right.near < 16);
}
