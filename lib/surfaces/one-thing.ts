import type { FailureCode } from '../messaging/protocol';

/** Watches one thing by its id; null where there is no such thing. */
export type WatchOne<T> = (
  id: string,
  onValue: (value: T | null) => void,
  onFailure: (code: FailureCode) => void,
) => () => void;

/** One thing that is looked at: `value` undefined until it was read, null where there is no such thing. */
export interface Looked<T> {
  readonly id: string | null;
  readonly value: T | null | undefined;
  readonly failure: FailureCode | null;
}

/** Looks at one thing at a time. */
export class OneThing<T> {
  #data: Looked<T> = { id: null, value: undefined, failure: null };
  #stop: (() => void) | null = null;
  readonly #watch: WatchOne<T>;
  readonly #changed: () => void;

  constructor(watch: WatchOne<T>, changed: () => void) {
    this.#watch = watch;
    this.#changed = changed;
  }

  get data(): Looked<T> {
    return this.#data;
  }

  open(id: string): void {
    if (this.#stop !== null && this.#data.id === id) return;
    this.close();
    this.#data = { id, value: undefined, failure: null };
    this.#stop = this.#watch(
      id,
      (value) => this.#set({ id, value, failure: null }),
      (failure) => this.#set({ ...this.#data, failure }),
    );
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
  }

  #set(data: Looked<T>): void {
    this.#data = data;
    this.#changed();
  }
}
