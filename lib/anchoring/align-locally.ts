/**
 * Local alignment with affine gaps (Smith & Waterman 1981, Gotoh 1982): the stretch of the text that best continues a
 * pattern, where long insertions on either side (an advertisement, a new sentence) cost little more than short ones.
 */

const MATCH = 4;
const MISMATCH = -6;
/** Opening a gap costs more than two stray letters gain, so that unrelated text is not threaded letter by letter. */
const OPEN = -15;
const EXTEND = -1;
const NEVER = -1e9;

const STOP = 0;
const DIAGONAL = 1;
const SKIP_TEXT = 2;
const SKIP_PATTERN = 3;

/** Scratch memory shared by all calls; they are synchronous and never nest. */
let rows = new Int32Array(0);
let units = new Int32Array(0);
let moves = new Uint8Array(0);

function reserve(width: number, length: number, cells: number): void {
  if (rows.length < 2 * width) rows = new Int32Array(2 * width);
  if (units.length < length) units = new Int32Array(length);
  if (moves.length < cells) moves = new Uint8Array(cells);
}

/**
 * Fills the band of the matrix: cell k of row i stands for unit i of the pattern at text offset `from` + i + k. Low two bits
 * of a move: how the best score came about; bit 2 (3): the gap in the pattern (text) goes on. Returns the index of the
 * best cell.
 */
function fill(pattern: string, text: string, from: number, band: number): number {
  const length = pattern.length + band;
  reserve(band + 1, length, pattern.length * band);
  // Outside the text stands what no unit equals.
  for (let at = 0; at < length; at++)
    units[at] = from + at >= 0 && from + at < text.length ? text.charCodeAt(from + at) : -1;
  // The last entry of each row stands outside of the band and stays unreachable.
  const best = rows.subarray(0, band + 1).fill(0);
  const skipped = rows.subarray(band + 1, 2 * band + 2).fill(NEVER);
  let top = 0;
  let topCell = -1;
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charCodeAt(i);
    const row = i * band;
    let left = 0;
    let inserted = NEVER;
    for (let k = 0; k < band; k++) {
      let move = 0;
      const openText = left + OPEN;
      inserted += EXTEND;
      if (openText > inserted) inserted = openText;
      else move |= 8;
      const openPattern = best[k + 1]! + OPEN;
      let deleted = skipped[k + 1]! + EXTEND;
      if (openPattern > deleted) deleted = openPattern;
      else move |= 4;
      skipped[k] = deleted;
      let score = best[k]! + (unit === units[i + k] ? MATCH : MISMATCH);
      let kind = DIAGONAL;
      if (inserted > score) {
        score = inserted;
        kind = SKIP_TEXT;
      }
      if (deleted > score) {
        score = deleted;
        kind = SKIP_PATTERN;
      }
      if (score <= 0) {
        score = 0;
        kind = STOP;
      }
      best[k] = score;
      left = score;
      moves[row + k] = move | kind;
      if (score > top) {
        top = score;
        topCell = row + k;
      }
    }
  }
  return topCell;
}

/**
 * Aligns `pattern` with `text` and returns, for each unit of the pattern, the offset in `text` of the equal unit it was
 * matched with, or −1. Only alignments are looked at in which unit i stands at offset `from` + i or up to `band` − 1 units
 * behind it; `from` may lie outside the text. Time and memory grow with pattern × band: keep both to a few hundred units.
 */
export function alignLocally(pattern: string, text: string, from: number, band: number): Int32Array {
  const image = new Int32Array(pattern.length).fill(-1);
  if (band < 1 || pattern.length === 0) return image;
  let cell = fill(pattern, text, from, band);
  let state = cell < 0 ? STOP : moves[cell]! & 3;
  while (cell >= 0 && state !== STOP) {
    const move = moves[cell]!;
    if (state === DIAGONAL) {
      const i = Math.trunc(cell / band);
      const at = from + i + (cell % band);
      if (pattern.charCodeAt(i) === text.charCodeAt(at)) image[i] = at;
      cell -= band;
      state = moves[cell]! & 3;
    } else if (state === SKIP_TEXT) {
      cell -= 1;
      if (!(move & 8)) state = moves[cell]! & 3;
    } else {
      cell -= band - 1;
      if (!(move & 4)) state = moves[cell]! & 3;
    }
  }
  return image;
}
