import type { FailureCode } from '../messaging/protocol';

/** Which piece of a list is wanted. `of` narrows it to what belongs to one thing (an article, an actor). */
export interface PageAsk {
  readonly query: string;
  readonly sort: string;
  readonly of: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** A piece of a list; `total` is null where counting all would cost more than it tells. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly total: number | null;
  readonly hasMore: boolean;
}

/** Reads a piece of a list live: calls back now and after every change. The function it returns ends it. */
export type WatchPage<T> = (
  ask: PageAsk,
  onPage: (page: PageOf<T>) => void,
  onFailure: (code: FailureCode) => void,
) => () => void;

/** A list as it stands on the screen. */
export interface ListData<T> extends PageAsk {
  /** Null until the first answer. */
  readonly page: PageOf<T> | null;
  readonly failure: FailureCode | null;
}

/** Shows a list piece by piece: its cost does not grow with what the list holds. */
export class PagedList<T> {
  #data: ListData<T>;
  #stop: (() => void) | null = null;
  readonly #watch: WatchPage<T>;
  readonly #changed: () => void;

  constructor(watch: WatchPage<T>, changed: () => void, limit = 50, sort = '') {
    this.#watch = watch;
    this.#changed = changed;
    this.#data = { query: '', sort, of: null, offset: 0, limit, page: null, failure: null };
  }

  get data(): ListData<T> {
    return this.#data;
  }

  /** Begins to read, or goes on where the list was left; with `of`, what belongs to that alone. */
  open(of: string | null = null): void {
    if (this.#stop !== null && this.#data.of === of) return;
    const isSame = this.#data.of === of;
    this.#ask(isSame ? {} : { of, offset: 0, query: '', page: null });
  }

  /** Ends reading; what was read stays. */
  close(): void {
    this.#stop?.();
    this.#stop = null;
  }

  search(query: string): void {
    this.#ask({ query, offset: 0 });
  }

  sortBy(sort: string): void {
    this.#ask({ sort, offset: 0 });
  }

  /** Goes one piece on, or back. */
  turn(step: 1 | -1): void {
    this.#ask({ offset: Math.max(0, this.#data.offset + step * this.#data.limit) });
  }

  #ask(change: Partial<ListData<T>>): void {
    this.close();
    this.#data = { ...this.#data, ...change };
    const { query, sort, of, offset, limit } = this.#data;
    this.#changed();
    this.#stop = this.#watch(
      { query, sort, of, offset, limit },
      (page) => this.#take(page),
      (failure) => {
        this.#data = { ...this.#data, failure };
        this.#changed();
      },
    );
  }

  #take(page: PageOf<T>): void {
    const { offset } = this.#data;
    // What stood on this piece was deleted meanwhile: the one before it is shown.
    if (page.items.length === 0 && offset > 0) this.turn(-1);
    else {
      this.#data = { ...this.#data, page, failure: null };
      this.#changed();
    }
  }
}
