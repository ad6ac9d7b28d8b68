import type { Box } from '../frames/frame-place';
import { documentOf, windowOf } from '../frames/frame-tree';
import { type MarkIntervals, markAt, sortIntervals } from '../marks/hit-test';
import type { LineItem } from '../marks/line-drawer';
import { rangeBox } from '../marks/measure-ranges';
import { Overlay } from '../marks/overlay';
import { Painter } from '../marks/painter';
import { type PrintedNote, PrintNotes } from '../marks/print-notes';
import { ACTOR_HIGHLIGHT, type HighlightName } from '../model/mark-categories';
import type { Settings } from '../model/settings';
import type { PageMaps, PageMark } from './collect-marks';

/** How marks are drawn. */
export type MarkLooks = Pick<Settings, 'density' | 'hidesMarks'>;

const BASES = ['document', 'article'] as const;
const PAINTED: readonly HighlightName[] = [...new Set(Object.values(ACTOR_HIGHLIGHT)), 'h6', 'h7'];

/** Marks that are painted in one task: more than a screen has. */
const AT_ONCE = 250;

/** Draws marks with the highlight registry and bars with the overlay; the page's own elements stay untouched. */
export class MarkLayer {
  #marks: readonly PageMark[] = [];
  #intervals: readonly MarkIntervals[] = [];
  #onBar: (claimId: string) => void = () => {};
  #timer = 0;
  readonly #window: Window;
  readonly #painter: Painter;
  /** Draws what highlights cannot. */
  readonly overlay: Overlay;
  readonly #printer: PrintNotes;

  /** `word` gives the few sentences that stand on paper. */
  constructor(window: Window, word: (key: string) => string = String) {
    this.#window = window;
    this.#painter = new Painter(window);
    this.overlay = new Overlay(window, (id) => this.#onBar(id));
    this.#printer = new PrintNotes(window, word);
    this.#painter.watch();
  }

  /** The notes that are printed with the page, in its order. */
  print(notes: readonly PrintedNote[]): void {
    this.#printer.set(notes);
  }

  /** Marks that are drawn now, in the order of the page. */
  get marks(): readonly PageMark[] {
    return this.#marks;
  }

  /** Calls back when the bar of a claim is clicked. */
  onBar(callback: (claimId: string) => void): void {
    this.#onBar = callback;
  }

  /**
   * Replaces everything drawn. At the density `first`, claims are bars alone. Hidden from the page, the marks are drawn in
   * our own layer, and the registry that the page shares stays empty.
   */
  draw(marks: readonly PageMark[], { density, hidesMarks }: MarkLooks, maps: PageMaps): void {
    this.#marks = marks;
    const isTinted = density !== 'first';
    const painted = marks.filter(({ kind }) => kind !== 'claim' || isTinted);
    this.#window.clearTimeout(this.#timer);
    if (hidesMarks) this.#painter.clear();
    else
      this.#paint(
        painted,
        BASES.some((base) => maps[base]?.isFramed),
      );
    this.overlay.lines(hidesMarks ? layersOf(painted) : []);
    this.overlay.bars(marks.filter((mark) => mark.kind === 'claim'));
    this.#intervals = BASES.map((base) => {
      const here = marks.flatMap((mark, index) => {
        const isFelt = mark.base === base && (mark.kind !== 'claim' || isTinted);
        return isFelt ? mark.spans.map((span) => ({ ...span, id: String(index) })) : [];
      });
      return sortIntervals(here, (node, offset) => maps[base]?.spanAt(node, offset) ?? null);
    });
  }

  /**
   * What the reader sees first, the rest in the moments after: in Firefox two thousand marks at once would cost a frame. The new
   * marks of what is in view take the place of the old ones in one step.
   */
  #paint(marks: readonly PageMark[], isFramed: boolean): void {
    const first = marks.length > AT_ONCE ? firstInView(marks) : 0;
    const seen = marks.slice(first, first + AT_ONCE);
    const rest = [...marks.slice(first + AT_ONCE), ...marks.slice(0, first)];
    for (const { name, ranges } of layersOf(seen)) this.#painter.paint(name, ranges, isFramed);
    const goOn = () => {
      for (const { name, ranges } of layersOf(rest.splice(0, AT_ONCE)))
        this.#painter.add(name, ranges, isFramed);
      if (rest.length > 0) this.#timer = this.#window.setTimeout(goOn);
    };
    if (rest.length > 0) this.#timer = this.#window.setTimeout(goOn);
  }

  /** The mark under a point of the viewport (CSS pixels), or null. */
  markAt(x: number, y: number): PageMark | null {
    for (const intervals of this.#intervals) {
      if (intervals.marks.length === 0) continue;
      const found = markAt(this.#window, x, y, intervals);
      if (found !== null) return this.#marks[Number(found)] ?? null;
    }
    return null;
  }

  /** Draws the ring around the mark that has the keyboard, or takes it away. */
  ring(ranges: readonly Range[] | null): void {
    this.overlay.focus(ranges);
  }

  /** Dims everything but these ranges; null lifts that. */
  dim(clear: readonly Range[] | null): void {
    this.overlay.dim(clear);
  }

  /** Scrolls a passage into view, unless it is in view, and lets it flash once if asked. */
  show(ranges: readonly Range[], withFlash: boolean): void {
    const first = ranges[0];
    if (!first) return;
    const document = documentOf(first);
    const frame = document && document !== this.#window.document ? windowOf(document) : null;
    if (frame) scrollTo(frame, first.getBoundingClientRect());
    scrollTo(this.#window, rangeBox(first));
    if (withFlash) this.overlay.flash(ranges);
  }

  clear(): void {
    this.#marks = [];
    this.#intervals = [];
    this.#window.clearTimeout(this.#timer);
    this.#painter.clear();
    this.overlay.clear();
  }
}

/** The ranges of marks, by the highlight that paints them; also of those highlights that have none. */
function layersOf(marks: readonly PageMark[]): readonly LineItem[] {
  return PAINTED.map((name) => ({
    name,
    ranges: marks.flatMap(({ highlight, ranges }) => (highlight === name ? ranges : [])),
  }));
}

/** Index of the first mark that is not above what is in view. Marks stand in the order of the page, nearly always from top to bottom. */
function firstInView(marks: readonly PageMark[]): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rangeBox(marks[middle]!.ranges[0]!).bottom < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Brings a box of a window's viewport into view, unless it is. */
function scrollTo(window: Window, box: Box): void {
  const { innerHeight, scrollY } = window;
  if (box.top >= 0 && box.bottom <= innerHeight) return;
  // At once: a smooth scroll is given up as soon as anything else on the page moves.
  window.scrollTo({ top: scrollY + box.top - innerHeight / 3, behavior: 'instant' });
}
