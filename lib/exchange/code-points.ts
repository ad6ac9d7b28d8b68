const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Translates UTF-16 offsets of one text to code points, which is what the W3C counts. */
export class CodePointIndex {
  /** Where the second half of each surrogate pair stands, ascending. */
  readonly #halves: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#halves = Array.from(text.matchAll(PAIR), (match) => match.index + 1);
    this.#length = text.length;
  }

  /** The code points before a UTF-16 offset; an offset inside a pair counts as before it. Null outside the text. */
  before(offset: number): number | null {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset > this.#length) return null;
    return offset - this.#halvesUpTo(offset);
  }

  #halvesUpTo(offset: number): number {
    let [low, high] = [0, this.#halves.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#halves[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
