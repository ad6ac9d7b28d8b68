import { type Ask, codeOf } from '../messaging/client';
import type { Notice } from '../messaging/notice';
import type { ToBackground } from '../messaging/protocol';
import type { ArticleRecord } from '../model/article';
import type { HeadRow } from '../store/findings-database';
import { PagedList, type WatchPage } from './paged-list';

/** A kept article in the list, with the notes on it. */
export interface ArticleItem {
  readonly head: HeadRow;
  readonly notes: number;
}

/** The library's articles, and what the reader does to them. */
export class KeptArticles {
  readonly list: PagedList<ArticleItem>;
  #notice: Notice | null = null;
  #dropped: ArticleRecord | null = null;
  readonly #ask: Ask<ToBackground>;
  readonly #changed: () => void;

  constructor(ask: Ask<ToBackground>, watch: WatchPage<ArticleItem>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
    this.list = new PagedList(watch, changed, 100, 'kept');
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  /** Keeps an article no longer; one with notes on it stays. */
  async drop(key: string): Promise<void> {
    try {
      this.#dropped = (await this.#ask({ type: 'article.drop', key })).record;
      this.#tell(this.#dropped ? 'toast_dropped' : 'toast_not_dropped');
    } catch (error) {
      this.#tell('toast_failed', codeOf(error));
    }
  }

  /** Keeps again what was dropped last. */
  async undo(): Promise<void> {
    const record = this.#dropped;
    if (record === null) return;
    try {
      await this.#ask({ type: 'notes.merge', annotations: [], articles: [record] });
      this.#dropped = null;
      this.#tell('toast_undone');
    } catch (error) {
      this.#tell('toast_failed', codeOf(error));
    }
  }

  #tell(key: Notice['key'], failure: Notice['failure'] = null): void {
    this.#notice = { key, failure, canUndo: key === 'toast_dropped' };
    this.#changed();
  }
}
