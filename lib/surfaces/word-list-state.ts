import { readWordList, type WordListFile } from '../exchange/word-list-file';
import { type Ask, MessageError } from '../messaging/client';
import type { FailureCode, ToBackground } from '../messaging/protocol';
import type { StoredWord } from '../model/word-list';

/** Why a file is not read; `unreadable`: the device does not give it out. */
export type WordListProblem = Extract<WordListFile, { ok: false }>['problem'] | 'unreadable';

/** What became of the last thing the reader did with the list. */
export type WordListNotice =
  | { readonly kind: 'removed' }
  /** A file of ten thousand takes seconds. */
  | { readonly kind: 'reading' }
  /** `known`: corrections of the file that the list holds already, or that stand in it twice; `skipped`: entries that are none. */
  | { readonly kind: 'read'; readonly added: number; readonly known: number; readonly skipped: number }
  | { readonly kind: 'refused'; readonly problem: WordListProblem }
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

type WayBack =
  | { readonly type: 'words.merge'; readonly words: readonly StoredWord[] }
  | { readonly type: 'words.forget'; readonly ids: readonly string[] };

function applied(words: readonly StoredWord[], change: WayBack): StoredWord[] {
  const gone = new Set(change.type === 'words.forget' ? change.ids : change.words.map(({ id }) => id));
  const kept = words.filter(({ id }) => !gone.has(id));
  return change.type === 'words.forget' ? kept : [...kept, ...change.words];
}

/** What a correction says, whoever made it and when. */
const saying = ({ entry: { surface, action, value, scope, where } }: StoredWord): string =>
  JSON.stringify([surface, action, value ?? null, scope, where ?? null]);

/** Those of a file that are not there yet, each once. */
function newWords(read: readonly StoredWord[], known: readonly StoredWord[]): StoredWord[] {
  const ids = new Set(known.map(({ id }) => id));
  const sayings = new Set(known.map(saying));
  return read.filter((word) => {
    const isNew = !ids.has(word.id) && !sayings.has(saying(word));
    ids.add(word.id);
    sayings.add(saying(word));
    return isNew;
  });
}

/** The list of everything the reader has taught: take back, undo, read from a file. */
export class WordListState {
  #words: readonly StoredWord[] = [];
  /** What takes back what was done last. */
  #way: WayBack | null = null;
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
    const words = this.#words.filter((word) => word.id === id);
    await this.#attempt(
      { kind: 'removed' },
      { type: 'words.forget', ids: [id] },
      { type: 'words.merge', words },
    );
  }

  /** Gives back what was removed last, or takes out again what a file added. */
  async undo(): Promise<void> {
    if (this.#way) await this.#attempt(null, this.#way, null);
  }

  /** Joins a file to the list. What the list says already, in the same words, stays as it is. */
  async read(file: Pick<Blob, 'text'>): Promise<void> {
    this.#show({ kind: 'reading' });
    const text = await file.text().catch(() => null);
    const list = text === null ? null : readWordList(text);
    if (!list?.ok) return this.#show({ kind: 'refused', problem: list?.problem ?? 'unreadable' });
    if (list.words.length + list.skipped === 0) return this.#show({ kind: 'refused', problem: 'empty' });
    const words = newWords(list.words, this.#words);
    const notice: WordListNotice = {
      kind: 'read',
      added: words.length,
      known: list.words.length - words.length,
      skipped: list.skipped,
    };
    if (words.length === 0) return this.#show(notice);
    const ids = words.map(({ id }) => id);
    await this.#attempt(notice, { type: 'words.merge', words }, { type: 'words.forget', ids });
  }

  async #attempt(notice: WordListNotice | null, change: WayBack, back: WayBack | null): Promise<void> {
    try {
      await this.#ask(change);
      // The live list may follow late: what is read next must already know of this.
      this.#words = applied(this.#words, change);
      this.#way = back;
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
