import type { Collection, Table } from 'dexie';
import { hostOfKey } from '../findings/article-head';
import { contentWords, stemOf } from '../findings/claim-words';
import { foldWords, wordsIn } from '../notes/note-words';
import type { ActorRow, ClaimRow, FindingsDatabase, HeadRow } from './findings-database';
import { BEFORE_PLACE, within } from './write-findings';

/** A piece of a list: rows from `offset` on, how many there are in all, and whether there are more. */
export interface Slice<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

// A word that stands in more rows than this tells little; the newest of them are looked at.
const MOST_ROWS = 4_000;

/** A piece of all kept articles, the last seen first, without a look at the others. */
export function lastKept(db: FindingsDatabase, page: Page): Promise<Slice<HeadRow>> {
  return slice(db.heads, db.heads.orderBy('seenAt').reverse(), page);
}

/** All kept articles whose title, outlet, authors or address has words that begin with those of `query`. */
export async function findHeads(db: FindingsDatabase, query: string): Promise<HeadRow[]> {
  const heads = await db.heads.toArray();
  const terms = wordsIn(query);
  if (terms.length === 0) return query.trim() === '' ? heads : [];
  return heads.filter(({ key, title, siteName, authors }) => {
    const text = foldWords(`${title ?? ''} ${siteName ?? ''} ${authors.join(' ')} ${hostOfKey(key)}`);
    // Few have all the letters; only these are taken apart into words.
    if (!terms.every((term) => text.includes(term))) return false;
    const words = wordsIn(text);
    return terms.every((term) => words.some((word) => word.startsWith(term)));
  });
}

/** Actors by the number of articles they are in; those whose name has words that begin with those of `query`. */
export async function searchActors(
  db: FindingsDatabase,
  query: string,
  page: Page,
): Promise<Slice<ActorRow>> {
  const terms = wordsIn(query);
  if (terms.length === 0)
    return query.trim() === '' ? slice(db.actors, db.actors.orderBy('rank'), page) : NONE;
  const [longest] = [...terms].sort((a, b) => b.length - a.length);
  const rows = await db.actors.where('words').startsWith(longest!).distinct().limit(MOST_ROWS).toArray();
  const found = rows
    .filter(({ words }) => terms.every((term) => words.some((word) => word.startsWith(term))))
    .sort((a, b) => compare(a.rank, b.rank));
  return cut(found, page);
}

/** Claims, those of the newest article first; those that have words that begin with those of `query`. */
export async function searchClaims(
  db: FindingsDatabase,
  query: string,
  page: Page,
): Promise<Slice<ClaimRow>> {
  if (query.trim() === '') return slice(db.claims, db.claims.orderBy('place'), page);
  const terms = contentWords(query).map(stemOf);
  if (terms.length === 0) return NONE;
  const [longest] = [...terms].sort((a, b) => b.length - a.length);
  const rows = await db.claims.where('words').startsWith(longest!).distinct().limit(MOST_ROWS).toArray();
  const found = rows
    .filter(({ words }) => terms.every((term) => words.some((word) => word.startsWith(term))))
    .sort((a, b) => compare(a.place, b.place));
  return cut(found, page);
}

/** The claims of one article, in the order of its text. */
export async function claimsOf(db: FindingsDatabase, article: string, page: Page): Promise<Slice<ClaimRow>> {
  const own = () => db.claims.where('[article+n]').between(...within(article));
  const [rows, total] = [await own().offset(page.offset).limit(page.limit).toArray(), await own().count()];
  return { rows, total };
}

/** What an actor says (`by`) or what others say about it (`on`), in the newest articles first. */
export async function claimsWith(
  db: FindingsDatabase,
  index: 'by' | 'on',
  key: string,
  page: Page,
): Promise<Slice<ClaimRow>> {
  const own = () => db.claims.where(index).startsWith(`${key}${BEFORE_PLACE}`);
  const [rows, total] = [await own().offset(page.offset).limit(page.limit).toArray(), await own().count()];
  return { rows, total };
}

/** Claims with the article that each stands in and the name of the actor who speaks, where these are known. */
export async function withContext(
  db: FindingsDatabase,
  claims: readonly ClaimRow[],
): Promise<{ claim: ClaimRow; head: HeadRow | null; speaker: string | null }[]> {
  const [heads, actors] = await Promise.all([
    db.heads.bulkGet(claims.map(({ article }) => article)),
    db.actors.bulkGet(claims.map(({ speaker }) => speaker ?? '')),
  ]);
  return claims.map((claim, at) => ({
    claim,
    head: heads[at] ?? null,
    speaker: actors[at]?.name ?? null,
  }));
}

const NONE: Slice<never> = { rows: [], total: 0 };

async function slice<T, K>(
  table: Table<T, K>,
  ordered: Collection<T, K>,
  { offset, limit }: Page,
): Promise<Slice<T>> {
  const total = await table.count();
  return { rows: await ordered.offset(offset).limit(limit).toArray(), total };
}

function cut<T>(rows: readonly T[], { offset, limit }: Page): Slice<T> {
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How articles are put in order in a list. */
export type HeadOrder = 'kept' | 'published' | 'title' | 'outlet';

/** Puts articles in an order: times the latest first, words by the reader's alphabet. */
export function orderHeads(heads: readonly HeadRow[], order: HeadOrder, language: string): HeadRow[] {
  const { compare: byAlphabet } = new Intl.Collator(language);
  const titleOf = ({ title, key }: HeadRow) => foldWords(title ?? key);
  const outletOf = ({ siteName, key }: HeadRow) => foldWords(siteName ?? hostOfKey(key));
  const keyed = heads.map((head) => {
    if (order === 'title') return { head, by: titleOf(head) };
    if (order === 'outlet') return { head, by: outletOf(head) };
    return { head, by: order === 'published' ? (head.publishedTime ?? '') : head.seenAt };
  });
  const isByTime = order === 'kept' || order === 'published';
  keyed.sort(
    (a, b) => (isByTime ? compare(b.by, a.by) : byAlphabet(a.by, b.by)) || compare(a.head.key, b.head.key),
  );
  return keyed.map(({ head }) => head);
}
