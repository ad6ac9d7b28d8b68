import type { WordListEntry } from '../model/word-list';
import type { PressmarkDatabase } from './database';
import { withNamedFailures } from './store-error';

/** Keeps a correction. The asker makes the id (UUID v7), so that a retry is harmless. @throws StoreError */
export function saveWord(db: PressmarkDatabase, id: string, entry: WordListEntry): Promise<void> {
  return withNamedFailures(async () => {
    await db.wordList.put({ id, entry });
  });
}

/** All corrections, oldest first (the ids are in order of time). @throws StoreError */
export function allWords(db: PressmarkDatabase): Promise<WordListEntry[]> {
  return withNamedFailures(async () => (await db.wordList.orderBy('id').toArray()).map((row) => row.entry));
}

/** Takes a correction back; none there is fine. @throws StoreError */
export function forgetWord(db: PressmarkDatabase, id: string): Promise<void> {
  return withNamedFailures(() => db.wordList.delete(id));
}
