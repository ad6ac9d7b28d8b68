import Dexie from 'dexie';
import type { AnnotationRecord } from '../model/annotation';
import { hasTerms, noteWords, queryTerms } from '../notes/note-words';
import { byLastChange } from '../notes/page-list';
import { currentVersion, isDeleted } from '../team/conflicts';
import { listRecord } from '../team/list-record';
import type { PressmarkDatabase } from './database';
import { withNamedFailures } from './store-error';

// Keys of an index cost more than rows: so many are asked for first, and of terms with more of them the newest rows are read.
const FEW = 1500;
// Among so many rows a single term that is not rare is found often enough.
const NEWEST = 3500;
// A term with more places than this is so frequent that reading the newest notes finds enough of it sooner.
const FREQUENT = 6000;
const BATCH = 500;
// A save waits for no longer than reading so many takes.
const READ_THROUGH = 2500;

/**
 * The annotations that have a word beginning with every term of `query` (see `queryTerms`; case and diacritics
 * folded), the last changed first, at most `limit`. An empty query finds all.
 *
 * @throws StoreError
 */
export function searchAnnotations(
  db: PressmarkDatabase,
  query: string,
  limit: number,
): Promise<AnnotationRecord[]> {
  return withNamedFailures(async () => {
    const terms = queryTerms(query);
    if (terms.length === 0) {
      // A query of signs alone has no words to look for.
      if (query.trim() !== '') return [];
      const living = db.annotations.where('[deleted+updated]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
      return (await living.reverse().limit(limit).toArray()).map(({ record }) => record);
    }
    // Asked first: a note that gets its row in the meantime is then read whole, rather than missed on both ways.
    const pending = await db.pending.toCollection().primaryKeys();
    const ids = await indexedIds(db, terms, limit);
    const waiting = new Set(pending);
    const rows = await db.annotations.bulkGet(ids.filter((id) => !waiting.has(id)));
    const found = rows.flatMap((row) => (row ? [row.record] : []));
    if (pending.length > 0) found.push(...(await readThrough(db, pending, terms)));
    const items = found.flatMap((record) => {
      const item = listRecord(record);
      return item === null ? [] : [{ ...item, record }];
    });
    return byLastChange(items)
      .slice(0, limit)
      .map(({ record }) => record);
  });
}

async function indexedIds(db: PressmarkDatabase, terms: readonly string[], limit: number): Promise<string[]> {
  // The longest first: it is the likeliest to be rare, and then the others need no keys at all.
  const likely = [...terms].sort((a, b) => b.length - a.length);
  const few = await firstPlaces(db, likely, FEW);
  if (few) return checked(db, few, terms, limit);
  if (terms.length === 1) {
    const newest = await newestWith(db, terms, limit, NEWEST);
    if (newest.length >= limit) return newest;
  }
  const more = await firstPlaces(db, likely, FREQUENT);
  return more ? checked(db, more, terms, limit) : newestWith(db, terms, limit);
}

/** The places of the first term that has at most `most`, the newest first; null where every term has more. */
async function firstPlaces(
  db: PressmarkDatabase,
  terms: readonly string[],
  most: number,
): Promise<number[] | null> {
  for (const term of terms) {
    const keys = await db.search
      .where('words')
      .startsWith(term)
      .limit(most + 1)
      .primaryKeys();
    if (keys.length <= most) return [...new Set(keys)].sort((a, b) => a - b);
  }
  return null;
}

/** Of these places those whose notes have every term, also the frequent ones. */
async function checked(
  db: PressmarkDatabase,
  places: readonly number[],
  terms: readonly string[],
  limit: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < places.length && ids.length < limit; at += BATCH) {
    for (const row of await db.search.bulkGet(places.slice(at, at + BATCH)))
      if (row && hasTerms(row.words, terms)) ids.push(row.id);
  }
  return ids.slice(0, limit);
}

/** Reads from the newest note on until there are enough, or `most` rows are read. */
async function newestWith(
  db: PressmarkDatabase,
  terms: readonly string[],
  limit: number,
  most = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const ids: string[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let read = 0; ; ) {
    const rows = await db.search.where('at').above(last).limit(BATCH).toArray();
    read += rows.length;
    for (const row of rows) if (hasTerms(row.words, terms)) ids.push(row.id);
    if (ids.length >= limit || rows.length < BATCH || read >= most) return ids.slice(0, limit);
    last = rows.at(-1)!.at;
  }
}

/** The notes that have no row in the index yet, read whole. */
async function readThrough(
  db: PressmarkDatabase,
  ids: readonly string[],
  terms: readonly string[],
): Promise<AnnotationRecord[]> {
  const found: AnnotationRecord[] = [];
  for (let at = 0; at < ids.length; at += READ_THROUGH) {
    const some = ids.slice(at, at + READ_THROUGH);
    // One transaction for all of them: while the index is made, each has to wait until its maker has paused.
    await db.transaction('r', [db.annotations, db.articles], () => readSome(db, some, terms, found));
  }
  return found;
}

async function readSome(
  db: PressmarkDatabase,
  ids: readonly string[],
  terms: readonly string[],
  found: AnnotationRecord[],
): Promise<void> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const rows = await db.annotations.bulkGet(ids.slice(at, at + BATCH));
    const living = rows.flatMap((row) => (row && !isDeleted(row.record) ? [row.record] : []));
    const keys = [...new Set(living.map((record) => currentVersion(record)!.article))];
    const articles = await db.articles.bulkGet(keys);
    const kept = new Map(keys.map((key, index) => [key, articles[index]?.record ?? null]));
    for (const record of living) {
      const version = currentVersion(record)!;
      if (hasTerms(noteWords(version, kept.get(version.article) ?? null), terms)) found.push(record);
    }
  }
}
