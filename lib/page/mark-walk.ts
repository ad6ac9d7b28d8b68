import type { PageMark } from './collect-marks';

/** The way from mark to mark by keys, in the order of the page; round the end it goes on at the beginning. */
export class MarkWalk {
  #at: PageMark | null = null;
  readonly #marks: () => readonly PageMark[];

  /** `marks` gives what is drawn now. */
  constructor(marks: () => readonly PageMark[]) {
    this.#marks = marks;
  }

  /** Goes to the next (1) or previous (-1) mark; null where there is none. */
  step(step: 1 | -1): PageMark | null {
    const marks = this.#marks();
    if (marks.length === 0) return null;
    const from = this.#at === null ? -1 : marks.findIndex((mark) => isSameMark(mark, this.#at));
    const start = from < 0 && step < 0 ? 0 : from;
    this.#at = marks[(start + step + marks.length) % marks.length] ?? null;
    return this.#at;
  }
}

function isSameMark(a: PageMark, b: PageMark | null): boolean {
  return a.kind === b?.kind && a.id === b.id && a.mention === b.mention;
}
