import type { ArticleRecord } from '../model/article';
import { articleKey, isSameSite } from '../notes/article-key';
import { mergeArticle } from '../notes/article-record';
import { isForgotten } from '../team/list-record';
import { logChange } from './change-log';
import { correctionsOf } from './corrected-fields';
import type { PressmarkDatabase } from './database';
import type { ArticleRow } from './schema';
import { deferIndexing } from './search-index';
import { withNamedFailures } from './store-error';

/** Keeps an article, merged with what was kept of it before. Resolves to the merged record. @throws StoreError */
export function keepArticle(db: PressmarkDatabase, record: ArticleRecord): Promise<ArticleRecord> {
  return withNamedFailures(() =>
    db.transaction('rw', [db.articles, db.annotations, db.pending], () => putArticle(db, record)),
  );
}

/** `keepArticle` inside the caller's transaction. */
export async function putArticle(db: PressmarkDatabase, record: ArticleRecord): Promise<ArticleRecord> {
  const existing = await db.articles.get(record.key);
  const merged = existing === undefined ? record : mergeArticle(existing.record, record);
  await writeArticle(db, existing?.record ?? null, merged);
  return merged;
}

/**
 * Keeps an article as it stands on its page (`seen`), merged with what was kept of it, and corrected by `change`. The
 * correction can be taken back. @throws StoreError
 */
export function changeArticle(
  db: PressmarkDatabase,
  seen: ArticleRecord,
  change: (merged: ArticleRecord) => ArticleRecord,
  now: number = Date.now(),
): Promise<ArticleRecord> {
  return withNamedFailures(() =>
    db.transaction('rw', [db.articles, db.annotations, db.changes, db.pending], async () => {
      const existing = (await db.articles.get(seen.key))?.record ?? null;
      const merged = existing === null ? seen : mergeArticle(existing, seen);
      const next = change(merged);
      await writeArticle(db, existing, next);
      await logChange(db, 'correct-article', { articles: correctionsOf(merged, next) }, now);
      return next;
    }),
  );
}

/** Puts an article into the reading history; one that is kept already stays as it is. @throws StoreError */
export function rememberReading(db: PressmarkDatabase, seen: ArticleRecord): Promise<void> {
  return withNamedFailures(() =>
    db.transaction('rw', [db.articles, db.annotations, db.pending], async () => {
      const existing = (await db.articles.get(seen.key))?.record;
      if (existing !== undefined && !existing.onlyRead) return;
      // A colleague's notes may have come without the article: it is kept for them, as for one's own.
      const isKept = await hasNotes(db, seen.key);
      await putArticle(db, isKept ? seen : { ...seen, onlyRead: true });
    }),
  );
}

/**
 * Keeps an article no longer. Resolves to what was kept, or to null where nothing was, or where annotations (also those
 * in the bin) are on it. @throws StoreError
 */
export function dropArticle(db: PressmarkDatabase, key: string): Promise<ArticleRecord | null> {
  return withNamedFailures(() =>
    db.transaction('rw', [db.articles, db.annotations], async () => {
      const row = await db.articles.get(key);
      if (!row || (await hasNotes(db, key))) return null;
      await db.articles.delete(key);
      return row.record;
    }),
  );
}

// What has been forgotten for good does not come back; of it only the bare deletion stays.
async function hasNotes(db: PressmarkDatabase, key: string): Promise<boolean> {
  const rows = db.annotations.where('[article+deleted]').between([key, 0], [key, 1], true, true);
  return (await rows.filter(({ record }) => !isForgotten(record)).count()) > 0;
}

/**
 * Forgets the articles that the reading history alone keeps; those with notes on them stay. Resolves to the number of
 * those forgotten. @throws StoreError
 */
export function emptyHistory(db: PressmarkDatabase): Promise<number> {
  return withNamedFailures(() =>
    db.transaction('rw', [db.articles, db.annotations], async () => {
      const forgotten = await onlyRead(db);
      await db.articles.bulkDelete(forgotten);
      return forgotten.length;
    }),
  );
}

/** How many articles `emptyHistory` would forget. @throws StoreError */
export function historySize(db: PressmarkDatabase): Promise<number> {
  return withNamedFailures(async () => (await onlyRead(db)).length);
}

async function onlyRead(db: PressmarkDatabase): Promise<string[]> {
  const read = await db.articles.filter(({ record }) => record.onlyRead === true).primaryKeys();
  const withNotes = await Promise.all(read.map((key) => hasNotes(db, key)));
  return read.filter((_, at) => !withNotes[at]);
}

/** Writes an article inside the caller's transaction; where its notes are found by new words, they are marked. */
export async function writeArticle(
  db: PressmarkDatabase,
  before: ArticleRecord | null,
  after: ArticleRecord,
): Promise<void> {
  await db.articles.put(articleRow(after));
  if (before !== null && searchedPart(before) === searchedPart(after)) return;
  const ids = await db.annotations.where('[article+deleted]').equals([after.key, 0]).primaryKeys();
  if (ids.length > 0) await deferIndexing(db, ids);
}

function searchedPart({ title, authors, siteName, publishedTime }: ArticleRecord): string {
  return JSON.stringify([title, authors, siteName, publishedTime]);
}

/**
 * The article kept under a key, or the one of which the key is another address; null when there is none. An article's
 * own key always comes before another one's alias.
 *
 * @throws StoreError
 */
export function findArticle(db: PressmarkDatabase, key: string): Promise<ArticleRecord | null> {
  return withNamedFailures(async () => {
    const row = (await db.articles.get(key)) ?? (await db.articles.where('urls').equals(key).first());
    return row?.record ?? null;
  });
}

/** The row of an article: its addresses as keys, those on other sites left out (a file could claim anything). */
export function articleRow(record: ArticleRecord): ArticleRow {
  const keys = record.urls.filter((url) => isSameSite(url, record.key)).map(articleKey);
  return { key: record.key, record, urls: [...new Set(keys.filter((key) => key !== null))] };
}
