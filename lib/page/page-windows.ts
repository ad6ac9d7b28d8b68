import { ifReachable, windowOf } from '../frames/frame-tree';

/** Listens in one window. @returns what ends that */
type Attach = (window: Window) => () => void;

interface Listener {
  readonly attach: Attach;
  readonly stops: Map<Document, () => void>;
}

/** The page's own window and those of its frames that are read with it: where the reader may point and select. */
export class PageWindows {
  readonly top: Window;
  #frames: readonly Document[] = [];
  #selected: Window | null = null;
  readonly #listeners = new Set<Listener>();

  constructor(top: Window) {
    this.top = top;
  }

  /** Takes other frames than before. @returns whether there is one that was not there */
  follow(frames: readonly Document[]): boolean {
    const isNew = frames.some((frame) => !this.#frames.includes(frame));
    this.#frames = frames;
    for (const listener of this.#listeners) this.#bring(listener);
    return isNew;
  }

  /** Has `attach` listen in every window, now and in frames to come. @returns what ends that in all of them */
  listen(attach: Attach): () => void {
    const listener: Listener = { attach, stops: new Map() };
    this.#listeners.add(listener);
    this.#bring(listener);
    return () => {
      this.#listeners.delete(listener);
      for (const stop of listener.stops.values()) ifReachable(stop, undefined);
    };
  }

  /** Remembers where the reader selected last: every window keeps a selection of its own. */
  selectedIn(window: Window): void {
    this.#selected = window;
  }

  /** The selections of the windows, the one that was made last before the others. */
  get selections(): readonly Selection[] {
    const windows = [...this.#windows.values()];
    const last = this.#selected && windows.includes(this.#selected) ? [this.#selected] : [];
    return [...new Set([...last, ...windows])].flatMap(
      (window) => ifReachable(() => window.getSelection(), null) ?? [],
    );
  }

  /** Unselects everything. */
  unselect(): void {
    for (const selection of this.selections) selection.removeAllRanges();
  }

  get #windows(): ReadonlyMap<Document, Window> {
    const windows = new Map<Document, Window>([[this.top.document, this.top]]);
    for (const frame of this.#frames) {
      const window = windowOf(frame);
      if (window) windows.set(frame, window);
    }
    return windows;
  }

  #bring({ attach, stops }: Listener): void {
    const windows = this.#windows;
    for (const [document, stop] of stops) {
      if (windows.has(document)) continue;
      ifReachable(stop, undefined);
      stops.delete(document);
    }
    for (const [document, window] of windows) {
      if (!stops.has(document)) stops.set(document, attach(window));
    }
  }
}
