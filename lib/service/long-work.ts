// Well below what a browser lets a background take for one message; Chromium ends it after five minutes.
const PATIENCE_MS = 20_000;

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Work that may take longer than a browser lets a background answer one message. Whoever asked is told after a while that
 * it goes on, and asks again, which also keeps the background awake.
 */
export class LongWork<T> {
  readonly #begun = new Map<string, Promise<T>>();
  readonly #pause: (ms: number) => Promise<void>;

  constructor(pause: (ms: number) => Promise<void> = later) {
    this.#pause = pause;
  }

  /** Begins the work of this id, made by the asker, or waits on for it. @returns its result; null where it goes on. */
  ask(id: string, begin: () => Promise<T>): Promise<T | null> {
    // The result stays here: an answer may be lost, and is then asked for again.
    const work = this.#begun.get(id) ?? begin();
    this.#begun.set(id, work);
    return Promise.race([work, this.#pause(PATIENCE_MS).then(() => null)]);
  }
}
