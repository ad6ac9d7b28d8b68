import Dexie, { type Table } from 'dexie';
import type { AnnotationRecord } from '../model/annotation';
import { hasTerms, queryTerms } from '../notes/note-words';
import { bucketsOf, markPlaces } from '../notes/packed-words';
import { byLastChange } from '../notes/page-list';
import { isDeleted } from '../team/conflicts';
import { listRecord } from '../team/list-record';
import type { PressmarkDatabase } from './database';
import { SCHEMA_VERSION, type SearchWordsRow } from './schema';
import { filterByWords } from './search-index';
import { PAGE, PART, type ReadySegment, readySegments } from './search-segments';
import { withNamedFailures } from './store-error';

// A save waits for no longer than reading so many takes.
const READ_THROUGH = 2500;
// Of what is out of date or waits to be indexed anew there is seldom more.
const MORE = 4;

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
    // A database of another version is read as it is (see read-only.ts), and its index may be another one.
    const hasIndex = db.verno === SCHEMA_VERSION;
    const { waiting, found } = hasIndex ? await searchIndexed(db, terms, limit) : await allWaiting(db);
    // In several transactions: after a large import there may be many, and writers wait for each.
    for (let at = 0; at < waiting.length; at += READ_THROUGH) {
      const some = waiting.slice(at, at + READ_THROUGH);
      found.push(...(await filterByWords(db, some, (words) => hasTerms(words, terms))));
    }
    const items = found.flatMap((record) => {
      const item = listRecord(record);
      return item === null ? [] : [{ ...item, record }];
    });
    return byLastChange(items)
      .slice(0, limit)
      .map(({ record }) => record);
  });
}

interface Indexed {
  readonly found: AnnotationRecord[];
  /** What the index says nothing of. */
  readonly waiting: readonly string[];
}

async function allWaiting(db: PressmarkDatabase): Promise<Indexed> {
  return { waiting: await db.annotations.toCollection().primaryKeys(), found: [] };
}

// One transaction: a segment that is merged meanwhile would be asked for in vain.
function searchIndexed(db: PressmarkDatabase, terms: readonly string[], limit: number): Promise<Indexed> {
  const tables = [
    db.annotations,
    db.pending,
    db.searchPlaces,
    db.searchSegments,
    db.searchStamps,
    db.searchTimes,
    db.searchWords,
  ];
  return db.transaction('r', tables, async () => {
    const waiting = await db.pending.toCollection().primaryKeys();
    const hits = await findPlaces(db, await readySegments(db), terms);
    return { waiting, found: await newestOf(db, hits, new Set(waiting), limit) };
  });
}

/** The places of a segment that have every term, ascending: the latest changed first. */
interface Hits {
  readonly segment: ReadySegment;
  readonly places: readonly number[];
}

async function findPlaces(
  db: PressmarkDatabase,
  segments: readonly ReadySegment[],
  terms: readonly string[],
): Promise<Hits[]> {
  // The longest first: it is the likeliest to be rare, and segments without it need not be asked for the others.
  const rounds = [...terms].sort((a, b) => b.length - a.length);
  const marks = new Map(segments.map(({ id, size }) => [id, new Uint8Array(size)]));
  for (const [round, term] of rounds.entries()) {
    for (const row of await wordsRows(db, [...marks.keys()], term))
      markPlaces(row, term, marks.get(row.segment)!, round);
    for (const [id, marked] of marks) if (!marked.includes(round + 1)) marks.delete(id);
  }
  return segments.flatMap((segment) => {
    const marked = marks.get(segment.id);
    if (!marked) return [];
    const places: number[] = [];
    for (let at = marked.indexOf(rounds.length); at >= 0; at = marked.indexOf(rounds.length, at + 1))
      places.push(at);
    return [{ segment, places }];
  });
}

async function wordsRows(
  db: PressmarkDatabase,
  segments: readonly number[],
  term: string,
): Promise<readonly SearchWordsRow[]> {
  const buckets = bucketsOf(term);
  if ('only' in buckets) {
    const rows = await db.searchWords.bulkGet(segments.map((id): [number, string] => [id, buckets.only]));
    return rows.filter((row) => row !== undefined);
  }
  const { from, to } = buckets;
  const ranges = segments.map((id) =>
    db.searchWords.where('[segment+bucket]').between([id, from], [id, to]).toArray(),
  );
  return (await Promise.all(ranges)).flat();
}

interface Candidate {
  readonly segment: number;
  readonly place: number;
  readonly time: number;
}

/** The records of the latest hits, at most `limit`; without what waits and what is out of date. */
async function newestOf(
  db: PressmarkDatabase,
  hits: readonly Hits[],
  waiting: ReadonlySet<string>,
  limit: number,
): Promise<AnnotationRecord[]> {
  for (let wanted = limit; ; wanted *= MORE) {
    const candidates = await timed(
      db,
      hits.flatMap(({ segment, places }) =>
        places.slice(0, wanted).map((place) => ({ segment: segment.id, place })),
      ),
    );
    candidates.sort((a, b) => b.time - a.time);
    const found = await recordsAt(db, candidates.slice(0, wanted), waiting);
    if (found.length >= limit || candidates.length <= wanted) return found.slice(0, limit);
  }
}

async function timed(db: PressmarkDatabase, hits: readonly Omit<Candidate, 'time'>[]): Promise<Candidate[]> {
  const parts = await rowsOf(db.searchTimes, hits, PART);
  return hits.map((hit, index) => ({ ...hit, time: parts[index]?.times[hit.place % PART] ?? 0 }));
}

/** For each hit the row that holds its place, where a row holds `size` places; each row is read once. */
async function rowsOf<Row>(
  table: Table<Row, [number, number]>,
  hits: readonly Omit<Candidate, 'time'>[],
  size: number,
): Promise<(Row | undefined)[]> {
  const keyOf = ({ segment, place }: Omit<Candidate, 'time'>): [number, number] => [
    segment,
    Math.floor(place / size),
  ];
  const keys = new Map(hits.map((hit) => [keyOf(hit).join(), keyOf(hit)]));
  const rows = await table.bulkGet([...keys.values()]);
  const read = new Map([...keys.keys()].map((key, index) => [key, rows[index]]));
  return hits.map((hit) => read.get(keyOf(hit).join()));
}

async function recordsAt(
  db: PressmarkDatabase,
  candidates: readonly Candidate[],
  waiting: ReadonlySet<string>,
): Promise<AnnotationRecord[]> {
  const pages = await rowsOf(db.searchPlaces, candidates, PAGE);
  const named = candidates.flatMap(({ place }, index) => {
    const page = pages[index];
    const id = page?.ids[place % PAGE];
    return page === undefined || id === undefined || waiting.has(id)
      ? []
      : [{ id, stamp: page.stamps[place % PAGE] }];
  });
  const ids = named.map(({ id }) => id);
  const [stamps, records] = await Promise.all([db.searchStamps.bulkGet(ids), db.annotations.bulkGet(ids)]);
  return named.flatMap(({ stamp }, index) => {
    const row = records[index];
    const isCurrent = stamps[index]?.stamp === stamp && row !== undefined && !isDeleted(row.record);
    return isCurrent ? [row.record] : [];
  });
}
