import Dexie, { type Table } from 'dexie';
import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { mergeArticle } from '../notes/article-record';
import { writeArticle } from './articles';
import type { PressmarkDatabase } from './database';
import { joinIntoStore, type MergeSummary } from './merge-records';
import { withNamedFailures } from './store-error';

/**
 * Joins the annotations and articles of a file into the store in one transaction: all of it, or on an error nothing.
 *
 * @throws StoreError
 */
export function importAll(
  db: PressmarkDatabase,
  file: { readonly annotations: readonly AnnotationRecord[]; readonly articles: readonly ArticleRecord[] },
  now: number = Date.now(),
): Promise<MergeSummary> {
  const tables = [db.annotations, db.articles, db.changes, db.meta, db.pending];
  return withNamedFailures(() =>
    db.transaction('rw', tables, async () => {
      for (const article of file.articles) await addArticle(db, article);
      return joinIntoStore(db, file.annotations, now);
    }),
  );
}

/**
 * Keeps an article of a file, inside the caller's transaction. It adds addresses and versions; what the reader's own visits
 * said of the article stays.
 */
export async function addArticle(db: PressmarkDatabase, incoming: ArticleRecord): Promise<void> {
  const existing = await db.articles.get(incoming.key);
  const merged = existing === undefined ? incoming : mergeArticle(incoming, existing.record);
  await writeArticle(db, existing?.record ?? null, merged);
}

/**
 * Everything there is to export: all articles, and all annotations with the tombstones of the deleted ones. Read in pages,
 * so that a large store is in memory once and saves get in between; what is written meanwhile may or may not be there.
 */
export function readAll(
  db: PressmarkDatabase,
): Promise<{ readonly annotations: AnnotationRecord[]; readonly articles: ArticleRecord[] }> {
  return withNamedFailures(async () => ({
    annotations: await recordsIn<AnnotationRecord>(db.annotations),
    articles: await recordsIn<ArticleRecord>(db.articles),
  }));
}

const PAGE = 2000;

async function recordsIn<T>(table: Table<{ readonly record: T }, string>): Promise<T[]> {
  const records: T[] = [];
  let page = table.orderBy(':id');
  for (;;) {
    const rows = await page.limit(PAGE).toArray();
    for (const { record } of rows) records.push(record);
    if (rows.length < PAGE) return records;
    const last: string = Dexie.getByKeyPath(rows.at(-1)!, table.schema.primKey.keyPath as string);
    page = table.where(':id').above(last);
  }
}

/** The annotations with these ids that the store holds. */
export function annotationsWithIds(
  db: PressmarkDatabase,
  ids: readonly string[],
): Promise<Map<string, AnnotationRecord>> {
  return withNamedFailures(async () => {
    const rows = await db.annotations.bulkGet([...ids]);
    return new Map(rows.flatMap((row) => (row ? [[row.id, row.record] as const] : [])));
  });
}
