/**
 * Text as matching sees it: one space per run of white space, one form for quotes, dashes and ellipses, no soft hyphen
 * and no zero-width character. A line feed (block boundary) stays a line feed.
 */
export interface FoldedText {
  readonly text: string;
  /** For each unit of `text`, the UTF-16 offset of the unit of the original that it came from. */
  readonly from: Int32Array;
}

const SPACE = 32;
const LINE_FEED = 10;
const DASH = 45;
const DOT = 46;

/** Units that vary between two renderings of the same words: unit → its plain form, 0 where it is dropped. */
const FOLDS = new Map<number, number>([
  ...[9, 11, 12, 13, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].map((c) => [c, SPACE] as const),
  ...[0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0x02bc, 0x60, 0xb4].map((c) => [c, 39] as const),
  ...[0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0xab, 0xbb].map((c) => [c, 34] as const),
  ...[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212].map((c) => [c, DASH] as const),
  ...[0xad, 0x2060, 0xfeff, 0xfe0e, 0xfe0f].map((c) => [c, 0] as const),
]);
for (let c = 0x2000; c <= 0x200a; c++) FOLDS.set(c, SPACE);
for (const [from, to] of [
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
] as const) {
  for (let c = from; c <= to; c++) FOLDS.set(c, 0);
}
/** The same as a table of all units: the loop below asks it for every unit of a page. */
const TABLE = new Uint16Array(0x10000);
for (let c = 0; c < TABLE.length; c++) TABLE[c] = c;
for (const [unit, plain] of FOLDS) TABLE[unit] = plain;

/** Collects folded units; the rules about neighbours (runs of space, dashes with their spaces) live here. */
class Folder {
  readonly units: Uint16Array;
  readonly from: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.units = new Uint16Array(capacity);
    this.from = new Int32Array(capacity);
  }

  add(unit: number, at: number): void {
    const last = this.length > 0 ? this.units[this.length - 1] : -1;
    if (unit === SPACE && (last === SPACE || last === LINE_FEED || last === DASH)) return;
    // "a – b", "a—b" and "a--b" are the same words: a dash swallows the spaces around it and its own repetition.
    if (unit === DASH && last === DASH) return;
    if (unit === LINE_FEED && last === LINE_FEED) return;
    if ((unit === DASH || unit === LINE_FEED) && last === SPACE) this.length--;
    this.units[this.length] = unit;
    this.from[this.length] = at;
    this.length++;
  }
}

const CHUNK = 8192;

function toText(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += CHUNK) {
    text += String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[]);
  }
  return text;
}

/** Folds `text` for matching; every unit of the result knows where it came from. Linear, never throws. */
export function foldText(text: string): FoldedText {
  // An ellipsis becomes three dots, the only fold that lengthens.
  const ellipses = text.includes('…') ? text.split('…').length - 1 : 0;
  const folder = new Folder(text.length + 2 * ellipses);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2026) {
      for (let dots = 0; dots < 3; dots++) folder.add(DOT, at);
      continue;
    }
    const unit = TABLE[code]!;
    if (unit !== 0) folder.add(unit, at);
  }
  const { length } = folder;
  return { text: toText(folder.units.subarray(0, length)), from: folder.from.slice(0, length) };
}
