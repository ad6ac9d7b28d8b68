import type { StoredWord } from '../model/word-list';
import { logChange } from './change-log';
import type { PressmarkDatabase } from './database';
import type { WordChange } from './schema';
import { withNamedFailures } from './store-error';

/**
 * Keeps corrections, all or none, as one change that can be taken back. The asker makes the ids (UUID v7), so that a retry
 * is harmless. @throws StoreError
 */
export function saveWords(
  db: PressmarkDatabase,
  words: readonly StoredWord[],
  now: number = Date.now(),
): Promise<void> {
  return withNamedFailures(() =>
    db.transaction('rw', [db.wordList, db.changes], async () => {
      await logChange(db, 'teach', { words: await putWords(db, words) }, now);
    }),
  );
}

/** Keeps corrections inside the caller's transaction. @returns what that changed. */
export async function putWords(
  db: PressmarkDatabase,
  words: readonly StoredWord[],
): Promise<readonly WordChange[]> {
  const kept = await db.wordList.bulkGet(words.map(({ id }) => id));
  const changes = words.map(({ id, entry }, index): WordChange => {
    return { id, before: kept[index]?.entry ?? null, after: entry };
  });
  const changed = changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  await db.wordList.bulkPut(changed.map(({ id, after }) => ({ id, entry: after! })));
  return changed;
}

/** All corrections, oldest first (the ids are in order of time). @throws StoreError */
export function allWords(db: PressmarkDatabase): Promise<StoredWord[]> {
  return withNamedFailures(() => db.wordList.orderBy('id').toArray());
}

/** The corrections with these ids that there are. @throws StoreError */
export function wordsWithIds(db: PressmarkDatabase, ids: readonly string[]): Promise<StoredWord[]> {
  return withNamedFailures(async () => (await db.wordList.bulkGet([...ids])).flatMap((row) => row ?? []));
}

/** Takes corrections back, which can itself be taken back; none there is fine. @throws StoreError */
export function forgetWords(
  db: PressmarkDatabase,
  ids: readonly string[],
  now: number = Date.now(),
): Promise<void> {
  return withNamedFailures(() =>
    db.transaction('rw', [db.wordList, db.changes], async () => {
      const kept = await db.wordList.bulkGet([...ids]);
      const words = kept.flatMap((row) => (row ? [{ id: row.id, before: row.entry, after: null }] : []));
      await db.wordList.bulkDelete(words.map(({ id }) => id));
      await logChange(db, 'forget', { words }, now);
    }),
  );
}
