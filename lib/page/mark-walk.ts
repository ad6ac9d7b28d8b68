import type { PageMark } from './collect-marks';

/**
 * The way from mark to mark by keys, in the order of the page; round the end it goes on at the beginning. It goes on from
 * the mark it came to last, for every kind; where the reader has scrolled on, from what is in view.
 */
export class MarkWalk {
  #at: PageMark | null = null;
  readonly #marks: () => readonly PageMark[];
  readonly #place: (ranges: readonly Range[]) => -1 | 0 | 1;

  /** `marks` gives what is drawn now; `place` says whether ranges lie above (-1), in (0) or below (1) what is in view. */
  constructor(marks: () => readonly PageMark[], place: (ranges: readonly Range[]) => -1 | 0 | 1) {
    this.#marks = marks;
    this.#place = place;
  }

  /** Goes to the next (1) or previous (-1) mark, of one kind or of any (null); null where there is none. */
  step(step: 1 | -1, kind: PageMark['kind'] | null): PageMark | null {
    const marks = this.#marks();
    const from = this.#from(marks, step);
    const ahead = step > 0 ? marks.slice(from + 1) : marks.slice(0, from).reverse();
    const around = step > 0 ? marks : [...marks].reverse();
    const isMeant = (mark: PageMark) => kind === null || mark.kind === kind;
    const next = ahead.find(isMeant) ?? around.find(isMeant) ?? null;
    if (next) this.#at = next;
    return next;
  }

  /** The index to go on from: of the mark that was last, or between what is above and what is in view. */
  #from(marks: readonly PageMark[], step: 1 | -1): number {
    const last = this.#at === null ? -1 : marks.findIndex((mark) => isSameMark(mark, this.#at));
    if (last >= 0 && this.#place(marks[last]!.ranges) === 0) return last;
    const first = marks.findIndex((mark) => this.#place(mark.ranges) >= 0);
    const at = first < 0 ? marks.length : first;
    return step > 0 ? at - 1 : at;
  }
}

function isSameMark(a: PageMark, b: PageMark | null): boolean {
  return a.kind === b?.kind && a.id === b.id && a.mention === b.mention;
}
