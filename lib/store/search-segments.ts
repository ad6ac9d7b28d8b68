import Dexie from 'dexie';
import { MOST_PLACES, type MovedWords, mergeWords, type PackedWords } from '../notes/packed-words';
import type { PressmarkDatabase } from './database';
import type { SearchPlacesRow, SearchSegment, SearchTimesRow, SearchWordsRow } from './schema';

/** So many annotations of a segment are named in one row: to name one, all of its row are read. */
export const PAGE = 128;
/** So many times stand in one row. */
export const PART = 4096;

// A segment of this size is full, and only merged once a good part of it is out of date.
const FULL = 2 ** 14;
// As many segments of about the same size become one.
const FEW = 8;
const ROWS_AT_ONCE = 1000;
const STAMPS_AT_ONCE = 2000;

/** What stands at a place of a segment. `stamp`: null for one that is indexed now, whose stamp is the new segment's id. */
export interface Place {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly stamp: number | null;
}

/** A segment that is ready, with its id. */
export type ReadySegment = SearchSegment & { readonly id: number };

/** The segments that are in force. */
export async function readySegments(db: PressmarkDatabase): Promise<ReadySegment[]> {
  const segments = await db.searchSegments.toArray();
  return segments.filter(isReady);
}

function isReady(segment: SearchSegment): segment is ReadySegment {
  return segment.isReady && segment.id !== undefined;
}

/**
 * Writes a segment, which is not in force until `readySegment`. `places` are sorted, the latest first.
 * @returns its id; null where there is nothing to write.
 */
export async function writeSegment(
  db: PressmarkDatabase,
  places: readonly Place[],
  words: ReadonlyMap<string, PackedWords>,
): Promise<number | null> {
  if (places.length === 0) return null;
  const buckets = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  const rowsFrom = (segment: number, from: number): SearchWordsRow[] =>
    buckets
      .slice(from, from + ROWS_AT_ONCE)
      .map(([bucket, { words, ends, places }]) => ({ segment, bucket, words, ends, places }));
  const segment = await db.transaction('rw', tablesOf(db), async () => {
    const id = await db.searchSegments.add({ isReady: false, size: places.length });
    await db.searchTimes.bulkAdd(partsOf(id, places));
    await db.searchPlaces.bulkAdd(pagesOf(id, places));
    await db.searchWords.bulkAdd(rowsFrom(id, 0));
    return id;
  });
  for (let from = ROWS_AT_ONCE; from < buckets.length; from += ROWS_AT_ONCE)
    await db.searchWords.bulkAdd(rowsFrom(segment, from));
  return segment;
}

function tablesOf(db: PressmarkDatabase) {
  return [db.searchSegments, db.searchPlaces, db.searchTimes, db.searchWords];
}

function partsOf(segment: number, places: readonly Place[]): SearchTimesRow[] {
  return Array.from({ length: Math.ceil(places.length / PART) }, (_, part) => {
    const some = places.slice(part * PART, (part + 1) * PART);
    return { segment, part, times: Float64Array.from(some, ({ time }) => time) };
  });
}

function pagesOf(segment: number, places: readonly Place[]): SearchPlacesRow[] {
  return Array.from({ length: Math.ceil(places.length / PAGE) }, (_, page) => {
    const some = places.slice(page * PAGE, (page + 1) * PAGE);
    return {
      segment,
      page,
      ids: some.map(({ id }) => id),
      stamps: Float64Array.from(some, ({ stamp }) => stamp ?? segment),
    };
  });
}

/** Puts a segment in force, inside the caller's transaction; false where somebody has removed it meanwhile. */
export async function readySegment(db: PressmarkDatabase, id: number): Promise<boolean> {
  return (await db.searchSegments.update(id, { isReady: true })) === 1;
}

/** Removes what is no more in force, and what was being written when the background was stopped. */
export async function removeUnready(db: PressmarkDatabase): Promise<void> {
  for (const { id, isReady } of await db.searchSegments.toArray()) {
    if (isReady || id === undefined) continue;
    await db.transaction('rw', tablesOf(db), async () => {
      for (const rows of [pagesIn(db, id), timesIn(db, id), wordsIn(db, id)]) await rows.delete();
      await db.searchSegments.delete(id);
    });
  }
}

const whole = (segment: number) => [
  [segment, Dexie.minKey],
  [segment, Dexie.maxKey],
];

function pagesIn(db: PressmarkDatabase, segment: number) {
  const [from, to] = whole(segment);
  return db.searchPlaces.where('[segment+page]').between(from, to);
}

function timesIn(db: PressmarkDatabase, segment: number) {
  const [from, to] = whole(segment);
  return db.searchTimes.where('[segment+part]').between(from, to);
}

function wordsIn(db: PressmarkDatabase, segment: number) {
  const [from, to] = whole(segment);
  return db.searchWords.where('[segment+bucket]').between(from, to);
}

/** Merges segments until there are few, so that a search has few to ask. Each annotation is merged a few times in its life. */
export async function thinSegments(db: PressmarkDatabase): Promise<void> {
  for (;;) {
    const segments = await readySegments(db);
    const group = groupToMerge(segments) ?? (await groupOutOfDate(db, segments));
    if (group === null || !(await mergeSegments(db, group))) return;
  }
}

/** The oldest `FEW` segments of about the same size; null where no size has as many. */
function groupToMerge(segments: readonly ReadySegment[]): readonly ReadySegment[] | null {
  for (let [low, high] = [0, FULL / FEW / FEW]; high <= FULL; [low, high] = [high, high * FEW]) {
    const alike = segments.filter(({ size }) => size >= low && size < high);
    if (alike.length >= FEW) return thatFit(alike);
  }
  return null;
}

/** Full segments, once a half of all that segments hold is out of date. */
async function groupOutOfDate(
  db: PressmarkDatabase,
  segments: readonly ReadySegment[],
): Promise<readonly ReadySegment[] | null> {
  const held = segments.reduce((sum, { size }) => sum + size, 0);
  if (held < 2 * (await db.searchStamps.count()) + FULL) return null;
  const group = thatFit(segments.filter(({ size }) => size >= FULL));
  return group.length > 0 ? group : null;
}

// Never more than places can be counted, whatever of it is out of date.
function thatFit(segments: readonly ReadySegment[]): readonly ReadySegment[] {
  let held = 0;
  return segments.filter(({ size }, index) => {
    held += size;
    return index < FEW && held <= MOST_PLACES;
  });
}

/** Rewrites the segments that hold anything out of date without it. */
export async function cleanSegments(db: PressmarkDatabase): Promise<void> {
  for (const segment of await readySegments(db)) {
    const places = await livingPlaces(db, segment);
    if (places.some((place) => place === null)) await mergeSegments(db, [segment]);
  }
}

/** The places of a segment, null where it is out of date. */
async function livingPlaces(db: PressmarkDatabase, segment: ReadySegment): Promise<(Place | null)[]> {
  const pages = await pagesIn(db, segment.id).toArray();
  const times = (await timesIn(db, segment.id).toArray()).flatMap((part) => [...part.times]);
  const ids = pages.flatMap((page) => page.ids);
  const stamps = pages.flatMap((page) => [...page.stamps]);
  const living: (Place | null)[] = [];
  for (let at = 0; at < ids.length; at += STAMPS_AT_ONCE) {
    const some = ids.slice(at, at + STAMPS_AT_ONCE);
    const rows = await db.searchStamps.bulkGet(some);
    for (const [index, id] of some.entries()) {
      const [stamp, time] = [stamps[at + index]!, times[at + index]!];
      living.push(rows[index]?.stamp === stamp ? { id, time, stamp } : null);
    }
  }
  return living;
}

/** Makes one segment of several, without what is out of date. @returns false where somebody else was quicker. */
async function mergeSegments(db: PressmarkDatabase, sources: readonly ReadySegment[]): Promise<boolean> {
  const held = await Promise.all(sources.map((source) => livingPlaces(db, source)));
  const places = held.flatMap((some) => some.flatMap((place) => place ?? []));
  places.sort((a, b) => b.time - a.time);
  const placeOf = new Map(places.map((place, at) => [place, at]));
  const moved = held.map((some) => Int32Array.from(some, (place) => (place ? placeOf.get(place)! : -1)));
  const parts = new Map<string, MovedWords[]>();
  for (const [index, { id }] of sources.entries()) {
    for (const packed of await wordsIn(db, id).toArray()) {
      const others = parts.get(packed.bucket) ?? [];
      parts.set(packed.bucket, [...others, { packed, moved: moved[index]! }]);
    }
  }
  const words = new Map<string, PackedWords>();
  for (const [bucket, some] of parts) {
    const merged = mergeWords(some);
    if (merged) words.set(bucket, merged);
  }
  const segment = await writeSegment(db, places, words);
  const isDone = await db.transaction('rw', db.searchSegments, async () => {
    const now = await db.searchSegments.bulkGet(sources.map(({ id }) => id));
    if (!now.every((source) => source?.isReady)) return false;
    if (segment !== null && !(await readySegment(db, segment))) return false;
    await db.searchSegments.bulkPut(sources.map((source) => ({ ...source, isReady: false })));
    return true;
  });
  await removeUnready(db);
  return isDone;
}
