import { readWordList, type WordListFile } from '../exchange/word-list-file';
import { type Ask, MessageError } from '../messaging/client';
import type { FailureCode, ToBackground } from '../messaging/protocol';
import type { StoredWord } from '../model/word-list';

/** What became of the last thing the reader did with the list. */
export type WordListNotice =
  | { readonly kind: 'removed' }
  | { readonly kind: 'read'; readonly added: number; readonly skipped: number }
  | { readonly kind: 'refused'; readonly problem: Extract<WordListFile, { ok: false }>['problem'] }
  | { readonly kind: 'failed'; readonly failure: FailureCode };

export interface WordListData {
  /** The last taught first. */
  readonly words: readonly StoredWord[];
  readonly notice: WordListNotice | null;
}

/** Reads the corrections live: calls back now and after every change. The function it returns ends it. */
export type WatchWords = (
  onWords: (words: readonly StoredWord[]) => void,
  onFailure: (code: FailureCode) => void,
) => () => void;

/** The list of everything the reader has taught: take back, undo, read from a file. */
export class WordListState {
  #words: readonly StoredWord[] = [];
  #removed: readonly StoredWord[] = [];
  #notice: WordListNotice | null = null;
  readonly #ask: Ask<ToBackground>;
  readonly #changed: (data: WordListData) => void;

  constructor(ask: Ask<ToBackground>, watch: WatchWords, changed: (data: WordListData) => void) {
    this.#ask = ask;
    this.#changed = changed;
    watch(
      (words) => {
        this.#words = words;
        this.#show(this.#notice);
      },
      (failure) => this.#show({ kind: 'failed', failure }),
    );
  }

  get words(): readonly StoredWord[] {
    return this.#words;
  }

  async remove(id: string): Promise<void> {
    const removed = this.#words.filter((word) => word.id === id);
    await this.#attempt({ kind: 'removed' }, () => this.#ask({ type: 'words.forget', ids: [id] }));
    if (this.#notice?.kind === 'removed') this.#removed = removed;
  }

  /** Gives back what was removed last. */
  async undo(): Promise<void> {
    const words = this.#removed;
    await this.#attempt(null, () => this.#ask({ type: 'words.merge', words }));
    if (this.#notice === null) this.#removed = [];
  }

  /** Joins a file to the list. An entry that is there already stays as it is. */
  async read(text: string): Promise<void> {
    const file = readWordList(text);
    if (!file.ok) return this.#show({ kind: 'refused', problem: file.problem });
    const known = new Set(this.#words.map(({ id }) => id));
    const words = file.words.filter(({ id }) => !known.has(id));
    const notice = { kind: 'read', added: words.length, skipped: file.skipped } as const;
    await this.#attempt(notice, () => this.#ask({ type: 'words.merge', words }));
  }

  async #attempt(notice: WordListNotice | null, change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
      this.#show(notice);
    } catch (error) {
      this.#show({ kind: 'failed', failure: error instanceof MessageError ? error.code : 'failed' });
    }
  }

  #show(notice: WordListNotice | null): void {
    this.#notice = notice;
    const newestFirst = [...this.#words].sort((a, b) => (a.id < b.id ? 1 : -1));
    this.#changed({ words: newestFirst, notice });
  }
}
