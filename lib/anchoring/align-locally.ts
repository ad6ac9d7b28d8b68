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
let moves = new Uint8Array(0);

function reserve(width: number, cells: number): void {
  if (rows.length < 2 * width) rows = new Int32Array(2 * width);
  if (moves.length < cells) moves = new Uint8Array(cells);
}

/**
 * Fills the matrix; low two bits of a move: how the best score came about; bit 2 (3): the gap in the pattern (text)
 * goes on. Returns the index of the best cell.
 */
function fill(pattern: string, text: string, from: number, to: number): number {
  const width = to - from + 1;
  reserve(width, (pattern.length + 1) * width);
  const best = rows.subarray(0, width).fill(0);
  const skipped = rows.subarray(width, 2 * width).fill(NEVER);
  moves.fill(STOP, 0, width);
  let top = 0;
  let topCell = 0;
  for (let i = 1; i <= pattern.length; i++) {
    const unit = pattern.charCodeAt(i - 1);
    let diagonal = 0;
    let left = 0;
    let inserted = NEVER;
    const row = i * width;
    moves[row] = STOP;
    for (let j = 1; j < width; j++) {
      let move = 0;
      const openText = left + OPEN;
      inserted += EXTEND;
      if (openText > inserted) inserted = openText;
      else move |= 8;
      const openPattern = best[j]! + OPEN;
      let deleted = skipped[j]! + EXTEND;
      if (openPattern > deleted) deleted = openPattern;
      else move |= 4;
      skipped[j] = deleted;
      let score = diagonal + (unit === text.charCodeAt(from + j - 1) ? MATCH : MISMATCH);
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
      diagonal = best[j]!;
      best[j] = score;
      left = score;
      moves[row + j] = move | kind;
      if (score > top) {
        top = score;
        topCell = row + j;
      }
    }
  }
  return topCell;
}

/**
 * Aligns `pattern` with `text[from, to)` and returns, for each unit of the pattern, the offset in `text` of the equal
 * unit it was matched with, or −1. Time and memory grow with pattern × window: keep both to a few hundred units.
 */
export function alignLocally(pattern: string, text: string, from: number, to: number): Int32Array {
  const image = new Int32Array(pattern.length).fill(-1);
  const width = to - from + 1;
  if (width < 2 || pattern.length === 0) return image;
  let cell = fill(pattern, text, from, to);
  let state = moves[cell]! & 3;
  while (state !== STOP) {
    const move = moves[cell]!;
    if (state === DIAGONAL) {
      const i = Math.trunc(cell / width) - 1;
      const at = from + (cell % width) - 1;
      if (pattern.charCodeAt(i) === text.charCodeAt(at)) image[i] = at;
      cell -= width + 1;
      state = moves[cell]! & 3;
    } else if (state === SKIP_TEXT) {
      cell -= 1;
      if (!(move & 8)) state = moves[cell]! & 3;
    } else {
      cell -= width;
      if (!(move & 4)) state = moves[cell]! & 3;
    }
  }
  return image;
}
