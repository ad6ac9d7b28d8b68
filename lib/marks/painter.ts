import { documentOf, ifReachable, windowOf } from '../frames/frame-tree';
import { type HighlightName, PRIORITY } from '../model/mark-categories';

type HighlightWindow = Window & {
  readonly CSS?: { readonly highlights?: HighlightRegistry };
  readonly Highlight?: typeof Highlight;
};

/** What is painted of one category in one window. */
interface Layer {
  readonly view: HighlightWindow;
  readonly highlight: Highlight;
  readonly ranges: AbstractRange[];
}

/** How often what the page took away is put back; the pause doubles each time. */
const MOST_REPAIRS = 10;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Paints ranges with the CSS Custom Highlight API, which changes nothing in the page's document. One Highlight object a
 * category and window (frames of the page have registries of their own), never one a mark. Without that interface it does nothing, and `supported` is false.
 */
export class Painter {
  readonly supported: boolean;
  readonly #window: HighlightWindow;
  readonly #layers = new Map<HighlightName, Layer[]>();

  constructor(window: Window) {
    this.#window = window as HighlightWindow;
    this.supported = Boolean(registryOf(this.#window) && this.#window.Highlight);
  }

  /**
   * Replaces everything painted in one category. `isFramed`: some ranges may stand in frames of the page; to ask each for its
   * document costs a fifth of the painting.
   */
  paint(name: HighlightName, ranges: readonly AbstractRange[], isFramed = true): void {
    if (!this.supported || this.#isTooLoud(name)) return;
    const before = this.#layers.get(name) ?? [];
    const layers = [...this.#byWindow(ranges, isFramed)].flatMap(
      ([view, own]) => paintIn(view, name, own) ?? [],
    );
    this.#layers.set(name, layers);
    for (const layer of before) {
      if (!layers.some(({ view }) => view === layer.view)) takeAway(name, layer);
    }
  }

  /** Paints more ranges of a category. */
  add(name: HighlightName, ranges: readonly AbstractRange[], isFramed = true): void {
    const layers = this.#layers.get(name);
    if (!layers) return;
    for (const [view, own] of this.#byWindow(ranges, isFramed)) {
      const layer = layers.find((one) => one.view === view);
      const made = layer ? null : paintIn(view, name, own);
      if (made) layers.push(made);
      // The frame may have gone to another document since its first marks were painted.
      if (layer) ifReachable(() => addTo(layer, own), undefined);
    }
  }

  /** Takes all our paint away; what the page itself highlights stays. */
  clear(): void {
    for (const [name, layers] of this.#layers) for (const layer of layers) takeAway(name, layer);
    this.#layers.clear();
  }

  /**
   * Looks from time to time whether the page, which shares the registry, has cleared it, and paints again. There is no
   * event for that. A page that insists wins after ten rounds with growing pauses. Returns what ends the watch.
   */
  watch(): () => void {
    if (!this.supported) return () => {};
    let pause = FIRST_PAUSE;
    let repairs = 0;
    let timer = 0;
    const look = () => {
      if (this.#repair()) {
        repairs++;
        pause = Math.min(LONGEST_PAUSE, pause * 2);
      }
      if (repairs < MOST_REPAIRS) timer = this.#window.setTimeout(look, pause);
    };
    timer = this.#window.setTimeout(look, pause);
    return () => this.#window.clearTimeout(timer);
  }

  #byWindow(ranges: readonly AbstractRange[], isFramed: boolean) {
    return isFramed ? byWindow(this.#window, ranges) : new Map([[this.#window, ranges]]);
  }

  /** In forced colours Chromium paints highlights like selected text: whole claims would shout; their bars are enough. */
  #isTooLoud(name: HighlightName): boolean {
    return name === 'h6' && (this.#window.matchMedia?.('(forced-colors: active)').matches ?? false);
  }

  /** Puts back what is missing; true if something was. */
  #repair(): boolean {
    const missing = [...this.#layers].filter(
      ([name, layers]) => !layers.every((layer) => isThere(name, layer)),
    );
    for (const [name, layers] of missing) {
      this.paint(
        name,
        layers.flatMap(({ ranges }) => ranges),
      );
    }
    return missing.length > 0;
  }
}

/** The ranges by the window that shows them; the page's own window is always among them, ranges of gone frames never. */
function byWindow(
  top: HighlightWindow,
  ranges: readonly AbstractRange[],
): ReadonlyMap<HighlightWindow, readonly AbstractRange[]> {
  const own: AbstractRange[] = [];
  const groups = new Map<HighlightWindow, AbstractRange[]>([[top, own]]);
  for (const range of ranges) {
    const document = documentOf(range);
    const view = document === top.document ? top : document && windowOf(document);
    if (!view) continue;
    const group = groups.get(view);
    if (group) group.push(range);
    else groups.set(view, [range]);
  }
  return groups;
}

/** Registers a new highlight; null in a window that has no registry. */
function paintIn(view: HighlightWindow, name: HighlightName, ranges: readonly AbstractRange[]): Layer | null {
  const registry = registryOf(view);
  if (!registry || !view.Highlight) return null;
  // Filled before it is registered: a registered one is looked through anew with every range that is added.
  const highlight = new view.Highlight(...ranges);
  highlight.priority = PRIORITY[name];
  registry.set(name, highlight);
  return { view, highlight, ranges: [...ranges] };
}

function addTo({ highlight, ranges }: Layer, more: readonly AbstractRange[]): void {
  for (const range of more) highlight.add(range);
  ranges.push(...more);
}

function takeAway(name: HighlightName, { view, highlight }: Layer): void {
  // In Firefox everything throws that belonged to a document which its frame has left.
  ifReachable(() => {
    const registry = registryOf(view);
    highlight.clear();
    if (registry?.get(name) === highlight) registry.delete(name);
  }, undefined);
}

/** What was painted in a frame that has gone elsewhere needs no repair. */
function isThere(name: HighlightName, { view, highlight, ranges }: Layer): boolean {
  return ifReachable(
    () =>
      view.closed || (highlight.size === new Set(ranges).size && registryOf(view)?.get(name) === highlight),
    true,
  );
}

/**
 * The registry of a window. By the getter that is the window's own: read plainly, once the code is optimised, Firefox answers
 * every window with the registry of the one that was asked first.
 */
function registryOf({ CSS }: HighlightWindow): HighlightRegistry | undefined {
  const own = CSS && Object.getOwnPropertyDescriptor(CSS, 'highlights');
  return own?.get ? own.get.call(CSS) : CSS?.highlights;
}
