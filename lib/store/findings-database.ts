import Dexie, { type Table } from 'dexie';
import type { ActorType } from '../model/actor';
import type { ArticleHead, FoundActor, FoundClaim } from '../model/findings';
import { withNamedFailures } from './store-error';

/** A kept article in the lists, and what its findings were made from: another `made` means that they are out of date. */
export interface HeadRow extends ArticleHead {
  readonly made: string;
  readonly actors: number;
  readonly claims: number;
}

/** An actor over all kept articles. `types` counts in how many articles it was taken for which kind. */
export interface ActorRow {
  readonly key: string;
  readonly name: string;
  readonly types: Readonly<Partial<Record<ActorType, number>>>;
  readonly articles: number;
  readonly mentions: number;
  readonly said: number;
  readonly about: number;
  /** Sorts those in most articles first, then by key. */
  readonly rank: string;
  readonly words: readonly string[];
}

/** An actor in one article. */
export interface AppearanceRow extends FoundActor {
  readonly article: string;
}

/**
 * A claim of an article. `place` sorts the newest article first and keeps the order of its text; `by` and `on` are the
 * keys of speaker and of who is spoken about, each with the place after it, so that their claims come sorted as well.
 */
export interface ClaimRow extends FoundClaim {
  readonly article: string;
  readonly place: string;
  readonly by: string;
  readonly on: readonly string[];
  readonly words: readonly string[];
}

/**
 * What the engines found in the kept articles. A store of its own, beside the reader's: everything in it can be made
 * again, so it is in no backup and needs no migration. Only the background writes.
 */
export class FindingsDatabase extends Dexie {
  declare readonly heads: Table<HeadRow, string>;
  declare readonly actors: Table<ActorRow, string>;
  declare readonly appearances: Table<AppearanceRow, [string, string]>;
  declare readonly claims: Table<ClaimRow, [string, number]>;
}

/** The name under which the browser keeps the findings. */
export const FINDINGS_NAME = 'pressmark-findings';
const VERSION = 2;
const STORES = {
  heads: 'key, seenAt',
  actors: 'key, rank, *words',
  appearances: '[article+key]',
  claims: '[article+n], place, by, *on, *words',
};

/**
 * Opens the findings. Those that another version of Pressmark left are thrown away: they are soon made again.
 *
 * @throws StoreError
 */
export function openFindings(name: string = FINDINGS_NAME): Promise<FindingsDatabase> {
  return withNamedFailures(async () => {
    if (await isOfAnotherVersion(name)) await Dexie.delete(name);
    const database = new FindingsDatabase(name, { cache: 'disabled' });
    database.version(VERSION).stores(STORES);
    // A window with an older build must not keep this one waiting.
    database.on('versionchange', () => database.close());
    await database.open();
    return database;
  });
}

async function isOfAnotherVersion(name: string): Promise<boolean> {
  try {
    // Dexie counts in tenths of a version.
    return (await indexedDB.databases()).some((one) => one.name === name && one.version !== VERSION * 10);
  } catch {
    // No database can be had; opening says why.
    return false;
  }
}

/** Empties the findings. @throws StoreError */
export function eraseFindings(db: FindingsDatabase): Promise<void> {
  return withNamedFailures(async () => {
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
    });
  });
}
