import { ACTOR_HIGHLIGHT } from '../marks/categories';
import { chooseMarks } from '../marks/choose-marks';
import { Overlay } from '../marks/overlay';
import { Painter } from '../marks/painter';
import type { Findings } from '../messaging/protocol';
import type { Settings } from '../model/settings';
import type { Span } from '../model/span';

/** Everything that is drawn over a page at one moment. Ranges are live ranges of the page. */
export interface Drawing {
  readonly findings: Findings;
  readonly settings: Settings;
  readonly rangesOf: (span: Span) => Range[];
  readonly notes: readonly { readonly id: string; readonly ranges: readonly Range[] }[];
}

/** Draws marks with the highlight registry and bars with the overlay; the page's own elements stay untouched. */
export class MarkLayer {
  readonly #window: Window;
  readonly #painter: Painter;
  readonly #overlay: Overlay;

  constructor(window: Window) {
    this.#window = window;
    this.#painter = new Painter(window);
    this.#overlay = new Overlay(window);
    this.#painter.watch();
  }

  draw({ findings, settings, rangesOf, notes }: Drawing): void {
    this.clear();
    if (!settings.marksOn) return;
    const { actorMarks, claimMarks } = chooseMarks(findings, settings.density);
    const byHighlight = Map.groupBy(actorMarks, (mark) => ACTOR_HIGHLIGHT[mark.type]);
    for (const [name, marks] of byHighlight) {
      this.#painter.paint(
        name,
        marks.flatMap((mark) => rangesOf(mark.span)),
      );
    }
    const claims = claimMarks.map(({ id, spans }) => ({ id, ranges: spans.flatMap(rangesOf) }));
    if (settings.density !== 'first')
      this.#painter.paint(
        'h6',
        claims.flatMap((claim) => claim.ranges),
      );
    this.#painter.paint(
      'h7',
      notes.flatMap((note) => note.ranges),
    );
    this.#overlay.bars(claims);
  }

  /** Scrolls a passage into view and lets it flash once. */
  show(ranges: readonly Range[]): void {
    const first = ranges[0];
    if (!first) return;
    const box = first.getBoundingClientRect();
    const calm = this.#window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = this.#window.scrollY + box.top - this.#window.innerHeight / 3;
    this.#window.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' });
    this.#overlay.flash(ranges);
  }

  clear(): void {
    this.#painter.clear();
    this.#overlay.clear();
  }
}
