import Dexie from 'dexie';
import type { PressmarkDatabase } from './database';
import { withNamedFailures } from './store-error';

/** How much a database holds. */
export interface StoreSize {
  readonly notes: number;
  readonly deleted: number;
  readonly articles: number;
  readonly words: number;
}

/** Counts by the indexes alone. @throws StoreError */
export function storeSize(db: PressmarkDatabase): Promise<StoreSize> {
  const counted = (deleted: 0 | 1) =>
    db.annotations
      .where('[deleted+updated]')
      .between([deleted, Dexie.minKey], [deleted, Dexie.maxKey])
      .count();
  return withNamedFailures(async () => {
    const [notes, deleted, articles, words] = await Promise.all([
      counted(0),
      counted(1),
      db.articles.count(),
      db.wordList.count(),
    ]);
    return { notes, deleted, articles, words };
  });
}
