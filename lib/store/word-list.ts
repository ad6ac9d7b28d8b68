import type { StoredWord } from '../model/word-list';
import type { PressmarkDatabase } from './database';
import { withNamedFailures } from './store-error';

/** Keeps corrections, all or none. The asker makes the ids (UUID v7), so that a retry is harmless. @throws StoreError */
export function saveWords(db: PressmarkDatabase, words: readonly StoredWord[]): Promise<void> {
  return withNamedFailures(async () => {
    await db.wordList.bulkPut(words.map(({ id, entry }) => ({ id, entry })));
  });
}

/** All corrections, oldest first (the ids are in order of time). @throws StoreError */
export function allWords(db: PressmarkDatabase): Promise<StoredWord[]> {
  return withNamedFailures(() => db.wordList.orderBy('id').toArray());
}

/** Takes corrections back; none there is fine. @throws StoreError */
export function forgetWords(db: PressmarkDatabase, ids: readonly string[]): Promise<void> {
  return withNamedFailures(() => db.wordList.bulkDelete([...ids]));
}
