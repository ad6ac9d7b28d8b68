import { type Ask, codeOf } from '../messaging/client';
import type { FailureCode, ToBackground } from '../messaging/protocol';
import { toldWhenSilent } from './first-answer';

/** How far the background is with the kept articles; null before its first answer. */
export interface IndexData {
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failure: FailureCode | null;
}

/** Calls back whenever articles or corrections have changed. The function it returns ends it. */
export type WatchKept = (onChange: () => void) => () => void;

// After a failure, which may be a moment's.
const ASK_AGAIN_MS = 5_000;

/**
 * Has the background find what is in the kept articles for as long as the library is open: each answer comes after a moment's
 * work, and the next is asked for until nothing is left.
 */
export class LibraryIndexState {
  #data: IndexData = { progress: null, failure: null };
  #isAsking = false;
  #looksAnew = true;
  readonly #ask: Ask<ToBackground>;
  readonly #watch: WatchKept;
  readonly #changed: () => void;

  constructor(ask: Ask<ToBackground>, watch: WatchKept, changed: () => void) {
    this.#ask = ask;
    this.#watch = watch;
    this.#changed = changed;
  }

  get data(): IndexData {
    return this.#data;
  }

  /** Begins. The function it returns ends it. */
  start(): () => void {
    let isOver = false;
    const stop = this.#watch(() => {
      this.#looksAnew = true;
      if (!isOver) void this.#askOn(() => isOver);
    });
    return () => {
      isOver = true;
      stop();
    };
  }

  async #askOn(isOver: () => boolean): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (;;) {
      const looksAnew = this.#looksAnew;
      this.#looksAnew = false;
      const isDone = await this.#askOnce(looksAnew);
      if (isOver() || (isDone && !this.#looksAnew)) break;
    }
    this.#isAsking = false;
  }

  async #askOnce(looksAnew: boolean): Promise<boolean> {
    try {
      const progress = await toldWhenSilent(this.#ask({ type: 'library.index', looksAnew }), () =>
        this.#set({ ...this.#data, failure: 'unreachable' }),
      );
      this.#set({ progress, failure: null });
      return progress.done >= progress.total;
    } catch (error) {
      this.#set({ ...this.#data, failure: codeOf(error) });
      this.#looksAnew ||= looksAnew;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      return false;
    }
  }

  #set(data: IndexData): void {
    this.#data = data;
    this.#changed();
  }
}
