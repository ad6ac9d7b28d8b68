import { type HighlightName, PRIORITY } from '../model/mark-categories';

interface Layer {
  readonly highlight: Highlight;
  readonly ranges: readonly AbstractRange[];
}

type HighlightWindow = Window & {
  readonly CSS?: { readonly highlights?: HighlightRegistry };
  readonly Highlight?: typeof Highlight;
};

/** How often what the page took away is put back; the pause doubles each time. */
const MOST_REPAIRS = 10;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Paints ranges with the CSS Custom Highlight API, which changes nothing in the page's document. One Highlight object a
 * category, never one a mark. Without that interface it does nothing, and `supported` is false.
 */
export class Painter {
  readonly supported: boolean;
  readonly #window: HighlightWindow;
  readonly #layers = new Map<HighlightName, Layer>();

  constructor(window: Window) {
    this.#window = window as HighlightWindow;
    this.supported = Boolean(this.#window.CSS?.highlights && this.#window.Highlight);
  }

  /** Replaces everything painted in one category. */
  paint(name: HighlightName, ranges: readonly AbstractRange[]): void {
    const registry = this.#window.CSS?.highlights;
    if (!registry || !this.#window.Highlight || this.#isTooLoud(name)) return;
    // Filled before it is registered: a registered one is looked through anew with every range that is added.
    const highlight = new this.#window.Highlight();
    for (const range of ranges) highlight.add(range);
    highlight.priority = PRIORITY[name];
    this.#layers.set(name, { highlight, ranges });
    registry.set(name, highlight);
  }

  /** Takes all our paint away; what the page itself highlights stays. */
  clear(): void {
    const registry = this.#window.CSS?.highlights;
    for (const [name, { highlight }] of this.#layers) {
      highlight.clear();
      if (registry?.get(name) === highlight) registry.delete(name);
    }
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

  /** In forced colours Chromium paints highlights like selected text: whole claims would shout; their bars are enough. */
  #isTooLoud(name: HighlightName): boolean {
    return name === 'h6' && (this.#window.matchMedia?.('(forced-colors: active)').matches ?? false);
  }

  /** Puts back what is missing; true if something was. */
  #repair(): boolean {
    const registry = this.#window.CSS?.highlights;
    if (!registry) return false;
    let repaired = false;
    for (const [name, { highlight, ranges }] of this.#layers) {
      const isThere = registry.get(name) === highlight && highlight.size === new Set(ranges).size;
      if (isThere) continue;
      repaired = true;
      this.paint(name, ranges);
    }
    return repaired;
  }
}
