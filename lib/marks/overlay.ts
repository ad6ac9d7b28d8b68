import type { Box } from '../frames/frame-place';
import { documentOf } from '../frames/frame-tree';
import type { Dimmer } from './dimmer';
import { pageHost } from './host';
import { watchLayout } from './layout-watch';
import { LineDrawer, type LineItem } from './line-drawer';
import { assignLanes, type BarPlace, elementOf, lineBoxes, placeBar } from './measure-ranges';
import { isOnDark } from './page-light';

/** A claim to draw a bar for: its live ranges, under its id. Where nobody is named who says it, the bar is dashed. */
export interface BarItem {
  readonly id: string;
  readonly isUnsourced?: boolean;
  readonly ranges: readonly Range[];
}

const BAR = 3;
const BRACKET = 4;
/** Pixels between a column of text and its innermost bar, and between two lanes. */
const GAP = 8;
const LANE = 5;
const LANES = 3;
const RING = 2;
const FLASH_MS = 1_400;
const REDRAW_AFTER_MS = 120;

type Styles = Readonly<Record<string, string>>;

/** Colours of bars and rings; in forced colours the system's own words are kept. */
const INK = { light: '#2b3cad', dark: '#93a5ff' };

/**
 * What highlights cannot draw: bars with brackets in the margin, the ring of the mark that has the keyboard, a flash.
 * Lives in our closed shadow root, in document coordinates, so that scrolling costs nothing; is measured anew when the
 * layout changes. The bars are decoration (the panel's list is the way for screen readers), but may be clicked.
 */
export class Overlay {
  readonly #window: Window & typeof globalThis;
  readonly #layer: HTMLElement;
  readonly #rings: HTMLElement;
  readonly #drawer: LineDrawer;
  readonly #onBar: ((id: string) => void) | null;
  #bars: readonly BarItem[] = [];
  #lines: readonly LineItem[] = [];
  #focus: readonly Range[] | null = null;
  #ringed: readonly HTMLElement[] = [];
  #clear: readonly Range[] | null = null;
  #timer = 0;
  #flashTimer = 0;
  #stopWatching: (() => void) | null = null;
  readonly #watched = new Set<Document | null>();
  #dimmer: Dimmer | null = null;

  /** `onBar` is called with a claim's id when its bar is clicked; without it bars let every click through. */
  constructor(window: Window, onBar: ((id: string) => void) | null = null) {
    this.#window = window as Window & typeof globalThis;
    this.#onBar = onBar;
    const { document } = window;
    const { root } = pageHost(document);
    this.#layer = this.#element({ position: 'absolute', top: '0', left: '0', 'pointer-events': 'none' });
    this.#layer.setAttribute('aria-hidden', 'true');
    this.#rings = this.#element({});
    this.#drawer = new LineDrawer(window, this.#layer);
    this.#layer.append(this.#rings);
    root.append(this.#layer);
  }

  /** Draws one bar beside each claim; replaces all earlier bars. */
  bars(items: readonly BarItem[]): void {
    this.#bars = items;
    this.#redraw();
  }

  /** Draws marks here instead of in the registry that the page shares; an empty list takes them away. */
  lines(items: readonly LineItem[]): void {
    if (items.length + this.#lines.length === 0) return;
    this.#lines = items;
    this.#redraw();
  }

  /** Draws the ring around the mark that has the keyboard, or takes it away. */
  focus(ranges: readonly Range[] | null): void {
    this.#focus = ranges;
    // A page may have thousands of bars, which stay where they are.
    for (const ring of this.#ringed) ring.remove();
    if (!ranges) return;
    this.#ringed = this.#ringsAt(this.#layer.getBoundingClientRect());
    this.#rings.append(...this.#ringed);
    this.#watchLayout();
  }

  /** Brings what draws the veil of the who-says-what view, which comes with the cards; until then nothing is dimmed. */
  veilWith(make: (window: Window, layer: HTMLElement) => Dimmer): void {
    this.#dimmer ??= make(this.#window, this.#layer);
    this.#redraw();
  }

  /** Dims everything but these ranges; null lifts that. */
  dim(clear: readonly Range[] | null): void {
    if (clear === this.#clear) return;
    this.#clear = clear;
    this.#redraw();
  }

  /** Lets a passage flash once; stands still where the reader wants little motion. */
  flash(ranges: readonly Range[]): void {
    const element = ranges[0] ? elementOf(ranges[0]) : null;
    if (!element) return;
    const colour = this.#ink(element);
    const origin = this.#layer.getBoundingClientRect();
    const boxes = lineBoxes(ranges).map((box) => this.#ring(box, origin, colour));
    this.#layer.append(...boxes);
    const isCalm = this.#window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true;
    if (!isCalm) {
      const steps = [{ opacity: 1 }, { opacity: 0.25 }, { opacity: 1 }, { opacity: 0 }];
      for (const box of boxes) box.animate?.(steps, { duration: FLASH_MS });
    }
    this.#window.clearTimeout(this.#flashTimer);
    this.#flashTimer = this.#window.setTimeout(() => {
      for (const box of boxes) box.remove();
    }, FLASH_MS);
  }

  /** Takes everything away and stops watching the layout. */
  clear(): void {
    this.#bars = [];
    this.#lines = [];
    this.#focus = null;
    this.#clear = null;
    this.#window.clearTimeout(this.#timer);
    this.#dimmer?.lift();
    this.#drawer.clear();
    this.#rings.replaceChildren();
    this.#stopWatching?.();
    this.#stopWatching = null;
  }

  /** Measures first and writes afterwards, so that the page is laid out once. */
  #redraw(): void {
    // Nothing to place, nothing to measure: asking for a box makes the browser lay out the whole page.
    if (this.#bars.length + this.#lines.length === 0 && !this.#focus && !this.#clear) {
      this.#dimmer?.lift();
      this.#drawer.clear();
      this.#rings.replaceChildren();
      return;
    }
    const origin = this.#layer.getBoundingClientRect();
    const places = this.#bars.flatMap(({ id, ranges, isUnsourced = false }) => {
      const place = placeBar(this.#window, id, ranges);
      return place ? [{ ...place, isUnsourced }] : [];
    });
    const lanes = assignLanes(places, LANES);
    const inks = new Map<Element, string>();
    for (const { element } of places) if (!inks.has(element)) inks.set(element, this.#ink(element));
    const bars = places.map((place, i) => this.#bar(place, lanes[i]!, inks.get(place.element)!, origin));
    this.#ringed = this.#ringsAt(origin);
    this.#drawer.draw(this.#lines, origin);
    if (this.#clear) this.#dimmer?.draw(this.#clear, origin);
    else this.#dimmer?.lift();
    this.#rings.replaceChildren(...bars, ...this.#ringed);
    this.#watchLayout();
  }

  /** The ring around what has the keyboard: a box for each line. */
  #ringsAt(origin: DOMRect): readonly HTMLElement[] {
    const [first] = this.#focus ?? [];
    const element = first && elementOf(first);
    const ink = element ? this.#ink(element) : '';
    return lineBoxes(this.#focus ?? []).map((box) => this.#ring(box, origin, ink));
  }

  #bar(
    place: BarPlace & { readonly isUnsourced: boolean },
    lane: number,
    colour: string,
    origin: DOMRect,
  ): HTMLElement {
    const { edge, isRtl, top, bottom } = place;
    const away = GAP + lane * LANE;
    const left = isRtl ? edge + away - BRACKET : edge - away - BAR;
    const start = isRtl ? 'right' : 'left';
    const style = place.isUnsourced ? 'dashed' : 'solid';
    // Borders survive forced colours, backgrounds do not.
    const bar = this.#element({
      position: 'absolute',
      'box-sizing': 'border-box',
      // A narrow screen has no margin: the bar then stands at the window's edge rather than outside it.
      left: `${Math.max(left, 1) - origin.left}px`,
      top: `${top - origin.top}px`,
      width: `${BAR + BRACKET}px`,
      height: `${bottom - top}px`,
      [`border-${start}`]: `${BAR}px ${style} ${colour}`,
      'border-top': `1px solid ${colour}`,
      'border-bottom': `1px solid ${colour}`,
    });
    if (this.#onBar) {
      const onBar = this.#onBar;
      bar.style.setProperty('pointer-events', 'auto');
      bar.style.setProperty('cursor', 'pointer');
      bar.addEventListener('click', (event) => event.isTrusted && onBar(place.id));
    }
    return bar;
  }

  #ring(box: Box, origin: DOMRect, colour: string): HTMLElement {
    return this.#element({
      position: 'absolute',
      left: `${box.left - origin.left - RING}px`,
      top: `${box.top - origin.top - RING}px`,
      width: `${box.right - box.left}px`,
      height: `${box.bottom - box.top}px`,
      border: `${RING}px solid ${colour}`,
      'border-radius': '3px',
    });
  }

  #ink(element: Element): string {
    if (this.#window.matchMedia?.('(forced-colors: active)').matches) return 'Highlight';
    return isOnDark(this.#window, element) ? INK.dark : INK.light;
  }

  /** Styles set one by one through the object model are outside the page's content security policy. */
  #element(styles: Styles): HTMLElement {
    const element = this.#window.document.createElement('div');
    for (const name in styles) element.style.setProperty(name, styles[name]!);
    return element;
  }

  /** Redraws after the layout has come to rest, here and in the frames whose text was ever marked. */
  #watchLayout(): void {
    const known = this.#watched.size;
    this.#watched.add(this.#window.document);
    for (const { ranges } of [...this.#bars, ...this.#lines, { ranges: this.#clear ?? this.#focus ?? [] }]) {
      for (const range of ranges) this.#watched.add(documentOf(range));
    }
    if (this.#stopWatching && this.#watched.size === known) return;
    this.#stopWatching?.();
    this.#stopWatching = watchLayout(this.#window, this.#watched, () => {
      this.#window.clearTimeout(this.#timer);
      this.#timer = this.#window.setTimeout(() => this.#redraw(), REDRAW_AFTER_MS);
    });
  }
}
