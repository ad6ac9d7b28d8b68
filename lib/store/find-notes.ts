import Dexie from 'dexie';
import type { AnnotationRecord } from '../model/annotation';
import { FacetCounter, type NoteFacets } from '../notes/note-facets';
import { conditionKey, type NoteCondition, noteFilter, spanOf, withoutCondition } from '../notes/note-filter';
import { type NoteSort, sortNotes } from '../notes/note-sort';
import { queryTerms, wordsIn } from '../notes/note-words';
import type { ListItem } from '../notes/page-list';
import { isDeleted } from '../team/conflicts';
import { isCorrection, listRecord } from '../team/list-record';
import type { PressmarkDatabase } from './database';
import { searchAnnotations } from './search';
import { withNamedFailures } from './store-error';

/** Which notes a list wants, in which order, and how many of them. */
export interface NoteRequest {
  /** Words as for `searchAnnotations`. */
  readonly query: string;
  readonly conditions: readonly NoteCondition[];
  readonly sort: NoteSort;
  readonly limit: number;
  /** Ids of the notes whose passage was gone when their page was last read; kept outside of the database. */
  readonly lost: ReadonlySet<string>;
}

/** A note of a list with its whole record, and the title of its article where the list shows it and it is known. */
export type FoundNote = ListItem & { readonly record: AnnotationRecord; readonly title?: string | null };

export interface FoundNotes {
  readonly notes: readonly FoundNote[];
  /** How many there are; null where all would have to be read to count them and nobody asked for that. */
  readonly total: number | null;
}

/** How many notes answer a request's conditions one by one, and what lifting one would bring where nothing is found. */
export interface ConditionCounts {
  readonly alone: ReadonlyMap<string, number>;
  /** By the key of the condition; the key of the words is `query`. */
  readonly without: ReadonlyMap<string, number>;
}

/** The key of the words among what can be lifted. */
export const QUERY_KEY = 'query';

const PAGE = 1000;
// Beyond so many, reading all rows in their order is sooner done than looking up each.
const LOOKED_UP = 4000;
// The search reads what is not indexed yet word by word; judging it by the conditions alone takes less.
const UNINDEXED = 200;

/**
 * The notes that answer a request; corrections are no notes. Words, names, tags and authors are asked of the index of
 * words, days and sites of the indexes of rows; what these find is then judged by every condition. @throws StoreError
 */
export function findNotes(db: PressmarkDatabase, request: NoteRequest): Promise<FoundNotes> {
  return withNamedFailures(async () => {
    const { query, conditions, sort, limit, lost } = request;
    if (sort === 'changed' && conditions.length === 0) {
      return query.trim() === '' ? lastChanged(db, limit) : lastWithWords(db, query, limit);
    }
    const isWanted = noteFilter(conditions);
    let total = 0;
    let best: FoundNote[] = [];
    await eachCandidate(db, request, (records) => {
      const found = listed(records).filter((note) =>
        isWanted({ version: note.version, isLost: lost.has(note.id) }),
      );
      total += found.length;
      // Only what can be shown is held on to, however many are read.
      best = sortNotes([...best, ...found], sort).slice(0, limit);
    });
    return { notes: best, total };
  });
}

/** Counts for the conditions of a request of which `total` notes were found. @throws StoreError */
export async function countConditions(
  db: PressmarkDatabase,
  request: NoteRequest,
  total: number | null,
): Promise<ConditionCounts> {
  const count = async (change: Partial<NoteRequest>) =>
    (await findNotes(db, { ...request, sort: 'created', limit: 0, ...change })).total ?? 0;
  const { conditions, query } = request;
  const alone = new Map<string, number>();
  const without = new Map<string, number>();
  for (const condition of conditions) {
    const key = conditionKey(condition);
    alone.set(key, await count({ query: '', conditions: [condition] }));
    if (total === 0) without.set(key, await count({ conditions: withoutCondition(conditions, key) }));
  }
  if (total === 0 && conditions.length > 0 && query.trim() !== '')
    without.set(QUERY_KEY, await count({ query: '' }));
  return { alone, without };
}

/** What all notes can be filtered by. Reads them all. @throws StoreError */
export function facetsOf(db: PressmarkDatabase, lost: ReadonlySet<string>): Promise<NoteFacets> {
  return withNamedFailures(async () => {
    const counter = new FacetCounter();
    await eachOfAll(db, (records) => {
      for (const { id, version } of listed(records)) counter.add({ version, isLost: lost.has(id) });
    });
    return counter.facets;
  });
}

// No more than are shown: a word that stands in every note would make the popup read them all.
async function lastWithWords(db: PressmarkDatabase, query: string, limit: number): Promise<FoundNotes> {
  // Twice as many, since corrections among them are no notes.
  const records = await searchAnnotations(db, query, 2 * limit);
  const notes = sortNotes(listed(records), 'changed');
  const isAll = records.length < 2 * limit;
  return { notes: notes.slice(0, limit), total: isAll ? notes.length : null };
}

// A page of the index at a time, since corrections among the rows are no notes.
async function lastChanged(db: PressmarkDatabase, limit: number): Promise<FoundNotes> {
  const notes: FoundNote[] = [];
  for (let offset = 0; ; ) {
    const wanted = limit + 1 - notes.length;
    const living = db.annotations.where('[deleted+updated]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
    const rows = await living.reverse().offset(offset).limit(wanted).toArray();
    notes.push(...listed(rows.map(({ record }) => record)));
    if (rows.length < wanted) return { notes, total: notes.length };
    if (notes.length > limit) return { notes: notes.slice(0, limit), total: null };
    offset += rows.length;
  }
}

function listed(records: readonly AnnotationRecord[]): FoundNote[] {
  return records.flatMap((record) => {
    const item = isDeleted(record) || isCorrection(record) ? null : listRecord(record);
    return item === null ? [] : [{ ...item, record }];
  });
}

type Take = (records: readonly AnnotationRecord[]) => void;

/** Reads the notes that may answer a request, by the index that leaves the fewest. */
async function eachCandidate(db: PressmarkDatabase, request: NoteRequest, take: Take): Promise<void> {
  const { query, conditions, lost } = request;
  const has = (kind: NoteCondition['kind']) => conditions.some((condition) => condition.kind === kind);
  if (query.trim() !== '') {
    // Signs alone are no words to look for.
    if (queryTerms(query).length === 0) return;
    // The words have a language of their own, which the search alone understands.
    return take(await searchAnnotations(db, `${query} ${termsOf(conditions)}`, Number.POSITIVE_INFINITY));
  }
  if (has('lost')) return eachOf(db, [...lost], take);
  const ids = await idsByRow(db, conditions);
  if (ids !== null && ids.length <= LOOKED_UP) return eachOf(db, ids, take);
  const terms = termsOf(conditions);
  if (terms !== '' && (await db.pending.count()) <= UNINDEXED) {
    const records = await searchAnnotations(db, terms, LOOKED_UP);
    if (records.length < LOOKED_UP) return take(records);
  }
  return eachOfAll(db, take);
}

/** The conditions that the index of words knows, as words to search for; what is found may still answer none. */
function termsOf(conditions: readonly NoteCondition[]): string {
  const authors = conditions.filter(({ kind }) => kind === 'author');
  const terms = conditions.flatMap((condition) => {
    if (condition.kind === 'tag') return wordsIn(condition.value).map((word) => `tag:${word}`);
    // Not `actor:`, which knows only names with capitals.
    if (condition.kind === 'actor') return wordsIn(condition.value);
    // The search wants every word; of several authors a note has one.
    if (condition.kind !== 'author' || authors.length > 1) return [];
    return wordsIn(condition.value).map((word) => `author:${word}`);
  });
  return terms.join(' ');
}

/** The ids that days and sites leave, the fewer of both; null where neither is asked for. */
async function idsByRow(
  db: PressmarkDatabase,
  conditions: readonly NoteCondition[],
): Promise<readonly string[] | null> {
  const lists: (readonly string[])[] = [];
  const sites = conditions.flatMap((condition) => (condition.kind === 'site' ? [condition.value] : []));
  if (sites.length > 0) lists.push(await idsOnSites(db, sites));
  for (const condition of conditions) {
    if (condition.kind !== 'changed') continue;
    const { start, end } = spanOf(condition.from, condition.to);
    const range = [isoOr(start, Dexie.minKey), isoOr(end, Dexie.maxKey)];
    const rows = db.annotations.where('[deleted+updated]').between([0, range[0]], [0, range[1]], true, true);
    lists.push(await rows.primaryKeys());
  }
  return lists.sort((a, b) => a.length - b.length)[0] ?? null;
}

async function idsOnSites(db: PressmarkDatabase, sites: readonly string[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const site of sites) {
    const hosts = [site, `www.${site}`];
    for (const start of [...hosts.map((host) => `https://${host}`), site]) {
      const rows = db.annotations.where('[article+deleted]').between([start, 0], [`${start}\uffff`, 1]);
      for (const id of await rows.primaryKeys()) ids.add(id);
    }
  }
  return [...ids];
}

// Times beyond what a row can hold leave the side open.
function isoOr(ms: number, open: unknown): unknown {
  return ms >= 0 && ms < Date.UTC(10_000, 0) ? new Date(ms).toISOString() : open;
}

async function eachOf(db: PressmarkDatabase, ids: readonly string[], take: Take): Promise<void> {
  for (let at = 0; at < ids.length; at += PAGE) {
    const rows = await db.annotations.bulkGet(ids.slice(at, at + PAGE));
    take(rows.flatMap((row) => (row ? [row.record] : [])));
  }
}

/** All annotations, a page at a time in the order of their ids, which is how a browser reads quickest. */
async function eachOfAll(db: PressmarkDatabase, take: Take): Promise<void> {
  let last = '';
  for (;;) {
    const rows = await db.annotations.where('id').above(last).limit(PAGE).toArray();
    take(rows.map(({ record }) => record));
    if (rows.length < PAGE) return;
    last = rows.at(-1)!.id;
  }
}
