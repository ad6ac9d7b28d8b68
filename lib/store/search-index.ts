import type { AnnotationRecord } from '../model/annotation';
import { noteWords } from '../notes/note-words';
import { currentVersion, isDeleted } from '../team/conflicts';
import type { PressmarkDatabase } from './database';
import type { SearchRow } from './schema';
import { withNamedFailures } from './store-error';

const TICK_MS = 8;
const PER_TICK = 2 ** 14;
const LAST_TICK = 2 ** 39 - 1;
// Larger writes are indexed afterwards, so that an import is on the disk soon.
const MOST_AT_ONCE = 20;
const BATCH = 100;

/** Indexes records inside the caller's transaction; many of them are only marked, for `indexPending`. */
export async function indexRecords(
  db: PressmarkDatabase,
  records: readonly AnnotationRecord[],
): Promise<void> {
  if (records.length > MOST_AT_ONCE)
    return deferIndexing(
      db,
      records.map(({ id }) => id),
    );
  await makeRows(db, records);
  await db.pending.bulkDelete(records.map(({ id }) => id));
}

/** Marks annotations to be indexed later, inside the caller's transaction. Until then a search reads them whole. */
export async function deferIndexing(db: PressmarkDatabase, ids: readonly string[]): Promise<void> {
  await db.pending.bulkPut(ids.map((id) => ({ id })));
}

/**
 * Makes the search rows that are still missing, a piece per transaction, so that writers get in between and a stopped
 * background loses nothing. @returns how many were made. @throws StoreError
 */
export function indexPending(db: PressmarkDatabase): Promise<number> {
  return withNamedFailures(async () => {
    let made = 0;
    for (;;) {
      const start = Date.now();
      const count = await db.transaction(
        'rw',
        [db.annotations, db.articles, db.search, db.pending],
        async () => {
          const ids = await db.pending.limit(BATCH).primaryKeys();
          const rows = await db.annotations.bulkGet(ids);
          await makeRows(
            db,
            rows.flatMap((row) => (row ? [row.record] : [])),
          );
          await db.pending.bulkDelete(ids);
          return ids.length;
        },
      );
      made += count;
      if (count < BATCH) return made;
      // Half of the time belongs to those who read.
      const pause = Date.now() - start;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  });
}

async function makeRows(db: PressmarkDatabase, records: readonly AnnotationRecord[]): Promise<void> {
  const ids = records.map(({ id }) => id);
  const living = records.filter((record) => !isDeleted(record));
  const versions = living.map((record) => currentVersion(record)!);
  const keys = [...new Set(versions.map(({ article }) => article))];
  const [old, kept] = await Promise.all([oldPlaces(db, ids), db.articles.bulkGet(keys)]);
  if (old.length > 0) await db.search.bulkDelete(old);
  const articles = new Map(kept.map((row, at) => [keys[at]!, row?.record ?? null]));
  const places = await freePlaces(
    db,
    living,
    versions.map(({ updated }) => updated),
  );
  const rows = living.map((record, at): SearchRow => {
    const version = versions[at]!;
    return {
      at: places[at]!,
      id: record.id,
      words: [...noteWords(version, articles.get(version.article) ?? null)],
    };
  });
  await db.search.bulkPut(rows);
}

// A single one is looked up by its key; several need a cursor.
async function oldPlaces(db: PressmarkDatabase, ids: readonly string[]): Promise<number[]> {
  const [id, ...others] = ids;
  if (id === undefined) return [];
  if (others.length === 0) return db.search.where('id').equals(id).primaryKeys();
  return db.search.where('id').anyOf(ids).primaryKeys();
}

/** A free key for each record: the later the change, the smaller, so that reading forwards gives the newest first. */
async function freePlaces(
  db: PressmarkDatabase,
  records: readonly AnnotationRecord[],
  times: readonly string[],
): Promise<number[]> {
  const wanted = records.map(({ id }, at) => placeOf(id, times[at]!));
  const rows = await db.search.bulkGet(wanted);
  const taken = new Set(rows.flatMap((row) => (row ? [row.at] : [])));
  const places: number[] = [];
  for (const place of wanted) {
    let free = place;
    while (taken.has(free) || (free !== place && (await db.search.get(free)) !== undefined)) free += 1;
    taken.add(free);
    places.push(free);
  }
  return places;
}

// Notes of one tick are told apart by their ids; where two share a place, the second takes the next free one.
function placeOf(id: string, time: string): number {
  const ms = Date.parse(time);
  const tick = ms > 0 ? Math.min(LAST_TICK, Math.floor(ms / TICK_MS)) : 0;
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
  return -(tick * PER_TICK + ((hash >>> 0) % PER_TICK));
}
