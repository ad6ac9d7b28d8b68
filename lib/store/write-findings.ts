import Dexie from 'dexie';
import { articleTime } from '../findings/article-head';
import { contentWords } from '../findings/claim-words';
import type { ActorType } from '../model/actor';
import type { ArticleFindings, ArticleHead, FoundActor, FoundClaim } from '../model/findings';
import { wordsIn } from '../notes/note-words';
import type { ActorRow, AppearanceRow, ClaimRow, FindingsDatabase, HeadRow } from './findings-database';
import { withNamedFailures } from './store-error';

/** Between a key and a place: sorts before every character of a longer key. */
export const BEFORE_PLACE = '\u0000';

const LAST_TIME = 8.64e15;
const MANY = 1e7;

/** Writes what lists say of articles; findings that were made from another text or time are then out of date. */
export function putHeads(db: FindingsDatabase, heads: readonly ArticleHead[]): Promise<void> {
  return withNamedFailures(async () => {
    await db.transaction('rw', db.heads, async () => {
      const known = await db.heads.bulkGet(heads.map(({ key }) => key));
      await db.heads.bulkPut(
        heads.map((head, at): HeadRow => {
          const { actors = 0, claims = 0 } = known[at] ?? {};
          return { ...head, made: '', actors, claims };
        }),
      );
    });
  });
}

/**
 * Puts the findings of an article in the place of those it had, in one transaction: a stop leaves the old ones or the new
 * ones. `made` is what they were made from.
 */
export function putFindings(
  db: FindingsDatabase,
  head: ArticleHead,
  findings: ArticleFindings,
  made: string,
): Promise<void> {
  return withNamedFailures(async () => {
    await db.transaction('rw', db.tables, async () => {
      await replace(db, head.key, findings.actors, claimRows(head, findings.claims));
      const { actors, claims } = findings;
      await db.heads.put({ ...head, made, actors: actors.length, claims: claims.length });
    });
  });
}

/** Forgets articles that are no longer kept. */
export function removeFindings(db: FindingsDatabase, keys: readonly string[]): Promise<void> {
  return withNamedFailures(async () => {
    for (const key of keys) {
      await db.transaction('rw', db.tables, async () => {
        await replace(db, key, [], []);
        await db.heads.delete(key);
      });
    }
  });
}

async function replace(
  db: FindingsDatabase,
  article: string,
  actors: readonly FoundActor[],
  claims: readonly ClaimRow[],
): Promise<void> {
  const before = await db.appearances
    .where('[article+key]')
    .between(...within(article))
    .toArray();
  await db.appearances.bulkDelete(before.map(({ key }): [string, string] => [article, key]));
  await db.claims
    .where('[article+n]')
    .between(...within(article))
    .delete();
  const after = actors.map((actor): AppearanceRow => ({ ...actor, article }));
  await db.appearances.bulkPut(after);
  await db.claims.bulkPut([...claims]);
  await countAnew(db, before, after);
}

/** The bounds of an article's rows under a key that begins with it. */
export function within(article: string): [unknown[], unknown[]] {
  return [
    [article, Dexie.minKey],
    [article, Dexie.maxKey],
  ];
}

async function countAnew(
  db: FindingsDatabase,
  before: readonly AppearanceRow[],
  after: readonly AppearanceRow[],
): Promise<void> {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  const rows = new Map<string, ActorRow>();
  for (const row of await db.actors.bulkGet(keys)) if (row) rows.set(row.key, row);
  for (const appearance of before) add(rows, appearance, -1);
  for (const appearance of after) add(rows, appearance, 1);
  const gone = keys.filter((key) => (rows.get(key)?.articles ?? 0) <= 0);
  for (const key of gone) rows.delete(key);
  await db.actors.bulkDelete(gone);
  await db.actors.bulkPut([...rows.values()]);
}

function add(rows: Map<string, ActorRow>, actor: AppearanceRow, sign: 1 | -1): void {
  const { key, name, type } = actor;
  const row = rows.get(key);
  const articles = (row?.articles ?? 0) + sign;
  const types: Partial<Record<ActorType, number>> = { ...row?.types };
  types[type] = (types[type] ?? 0) + sign;
  rows.set(key, {
    key,
    name: row?.name ?? name,
    types,
    articles,
    mentions: (row?.mentions ?? 0) + sign * actor.mentions,
    said: (row?.said ?? 0) + sign * actor.said,
    about: (row?.about ?? 0) + sign * actor.about,
    rank: `${String(MANY - Math.max(0, articles)).padStart(8, '0')} ${key}`,
    words: row?.words ?? [...new Set(wordsIn(name))],
  });
}

function claimRows(head: ArticleHead, claims: readonly FoundClaim[]): ClaimRow[] {
  // Later times sort first.
  const time = String(LAST_TIME - articleTime(head)).padStart(17, '0');
  return claims.map((claim): ClaimRow => {
    const place = `${time} ${head.key} ${String(claim.n).padStart(6, '0')}`;
    const placed = (key: string) => `${key}${BEFORE_PLACE}${place}`;
    return {
      ...claim,
      article: head.key,
      place,
      by: claim.speaker === null ? '' : placed(claim.speaker),
      on: claim.about.map(placed),
      words: contentWords(`${claim.content} ${claim.source ?? ''}`),
    };
  });
}
