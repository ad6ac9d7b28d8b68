import type { AnnotationRecord } from '../model/annotation';
import { noteWords } from '../notes/note-words';
import { packWords } from '../notes/packed-words';
import { currentVersion, isDeleted } from '../team/conflicts';
import { isForgotten } from '../team/list-record';
import { alone } from './alone';
import type { PressmarkDatabase } from './database';
import type { PendingRow } from './schema';
import {
  cleanSegments,
  type Place,
  readySegment,
  removeUnready,
  thinSegments,
  writeSegment,
} from './search-segments';
import { withNamedFailures } from './store-error';

// So many are read in one transaction, and so many make a segment at most.
const BATCH = 256;
const MOST = 2048;
/** With as many waiting it pays to index them; a search reads waiting ones whole, which is quick for a few. */
const ENOUGH = 32;

/** Marks records to be indexed, inside the caller's transaction. Until then a search reads them whole. */
export async function markForIndex(
  db: PressmarkDatabase,
  records: readonly AnnotationRecord[],
): Promise<void> {
  await db.pending.bulkPut(
    records.map((record): PendingRow => {
      const row = pendingRow(record.id);
      return isForgotten(record) ? { ...row, forgets: true } : row;
    }),
  );
}

/** Marks living annotations to be indexed anew, inside the caller's transaction. */
export async function deferIndexing(db: PressmarkDatabase, ids: readonly string[]): Promise<void> {
  await db.pending.bulkPut(ids.map(pendingRow));
}

function pendingRow(id: string): PendingRow {
  return { id, mark: Math.random() };
}

/** `indexPending`, if so many annotations wait that they make searching slower. @throws StoreError */
export async function indexEnough(db: PressmarkDatabase): Promise<void> {
  if ((await withNamedFailures(() => db.pending.count())) >= ENOUGH) await indexPending(db);
}

/**
 * Indexes what waits for it, in short transactions, so that writers get in between and a stopped background loses
 * nothing. What was deleted for good is wiped from the index. @returns how many were indexed. @throws StoreError
 */
export function indexPending(db: PressmarkDatabase): Promise<number> {
  return withNamedFailures(() =>
    alone(`search index of ${db.name}`, async () => {
      await removeUnready(db);
      let made = 0;
      for (;;) {
        const waiting = await db.pending
          .filter(({ forgets }) => !forgets)
          .limit(MOST)
          .toArray();
        if (waiting.length > 0) made += await indexSome(db, waiting);
        await thinSegments(db);
        if (waiting.length < MOST) break;
      }
      await wipeForgotten(db);
      return made;
    }),
  );
}

interface ReadNote {
  readonly id: string;
  readonly time: number;
  readonly words: ReadonlySet<string>;
}

async function indexSome(db: PressmarkDatabase, waiting: readonly PendingRow[]): Promise<number> {
  const notes: ReadNote[] = [];
  for (let at = 0; at < waiting.length; at += BATCH)
    notes.push(...(await readNotes(db, waiting.slice(at, at + BATCH))));
  notes.sort((a, b) => b.time - a.time);
  const places = notes.map(({ id, time }): Place => ({ id, time, stamp: null }));
  const segment = await writeSegment(db, places, packWords(notes.map(({ words }) => words)));
  return db.transaction('rw', [db.pending, db.searchStamps, db.searchSegments], async () => {
    if (segment !== null && !(await readySegment(db, segment))) return 0;
    const now = await db.pending.bulkGet(waiting.map(({ id }) => id));
    // What was changed meanwhile keeps waiting; what this segment says of it carries a stamp that nobody gave it.
    const settled = waiting.filter(({ mark }, index) => now[index]?.mark === mark).map(({ id }) => id);
    const living = new Set(notes.map(({ id }) => id));
    await db.searchStamps.bulkPut(
      settled.flatMap((id) => (segment !== null && living.has(id) ? [{ id, stamp: segment }] : [])),
    );
    await db.searchStamps.bulkDelete(settled.filter((id) => !living.has(id)));
    await db.pending.bulkDelete(settled);
    return settled.length;
  });
}

function readNotes(db: PressmarkDatabase, waiting: readonly PendingRow[]): Promise<ReadNote[]> {
  return db.transaction('r', [db.annotations, db.articles], async () => {
    const rows = await db.annotations.bulkGet(waiting.map(({ id }) => id));
    const living = rows.flatMap((row) => (row && !isDeleted(row.record) ? [row.record] : []));
    return notesOf(db, living);
  });
}

async function notesOf(db: PressmarkDatabase, records: readonly AnnotationRecord[]): Promise<ReadNote[]> {
  const versions = records.map((record) => currentVersion(record)!);
  const keys = [...new Set(versions.map(({ article }) => article))];
  const kept = await db.articles.bulkGet(keys);
  const articles = new Map(keys.map((key, index) => [key, kept[index]?.record ?? null]));
  return records.map(({ id }, index) => {
    const version = versions[index]!;
    const words = noteWords(version, articles.get(version.article) ?? null);
    return { id, time: Date.parse(version.updated) || 0, words };
  });
}

/** The records among these that `isHit` is true of the words of; read inside one transaction. */
export function filterByWords(
  db: PressmarkDatabase,
  ids: readonly string[],
  isHit: (words: ReadonlySet<string>) => boolean,
): Promise<AnnotationRecord[]> {
  return db.transaction('r', [db.annotations, db.articles], async () => {
    const rows = await db.annotations.bulkGet([...ids]);
    const living = rows.flatMap((row) => (row && !isDeleted(row.record) ? [row.record] : []));
    const notes = await notesOf(db, living);
    return living.filter((_, index) => isHit(notes[index]!.words));
  });
}

async function wipeForgotten(db: PressmarkDatabase): Promise<void> {
  const forgotten = await db.pending.filter(({ forgets }) => forgets === true).toArray();
  if (forgotten.length === 0) return;
  const ids = forgotten.map(({ id }) => id);
  await db.searchStamps.bulkDelete(ids);
  await cleanSegments(db);
  await db.transaction('rw', db.pending, async () => {
    const now = await db.pending.bulkGet(ids);
    await db.pending.bulkDelete(ids.filter((_, index) => now[index]?.mark === forgotten[index]!.mark));
  });
}
