import Dexie, { type Table } from 'dexie';
import { ensureIdentity } from './identity';
import type { Migration } from './migrations/migration';
import {
  type AnnotationRow,
  type ArticleRow,
  type ChangeRow,
  type DraftRow,
  type MetaRow,
  MIGRATIONS,
  type PendingRow,
  SCHEMA_VERSION,
  type SearchPlacesRow,
  type SearchSegment,
  type SearchStampRow,
  type SearchTimesRow,
  type SearchWordsRow,
  type WordListRow,
} from './schema';
import { StoreError, withNamedFailures } from './store-error';

/** The reader's database. Only the background writes; extension pages read. Get one from `openStore`. */
export class PressmarkDatabase extends Dexie {
  declare readonly annotations: Table<AnnotationRow, string>;
  declare readonly articles: Table<ArticleRow, string>;
  declare readonly changes: Table<ChangeRow, number>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly meta: Table<MetaRow, MetaRow['key']>;
  declare readonly pending: Table<PendingRow, string>;
  declare readonly searchPlaces: Table<SearchPlacesRow, [number, number]>;
  declare readonly searchSegments: Table<SearchSegment, number>;
  declare readonly searchStamps: Table<SearchStampRow, string>;
  declare readonly searchTimes: Table<SearchTimesRow, [number, number]>;
  declare readonly searchWords: Table<SearchWordsRow, [number, string]>;
  declare readonly wordList: Table<WordListRow, string>;
}

/** The name under which the browser keeps the reader's database. */
export const DATABASE_NAME = 'pressmark';

/** How long another window gets to let go of an older schema. It is asked to; only a stuck one takes longer. */
const BLOCKED_MS = 4000;

/**
 * Opens the database, makes it on the first run, and brings an older one up to date (`openStore` backs it up first). Writes are acknowledged only when
 * they are on the disk.
 *
 * @throws StoreError `newer-data` when a newer version wrote it (it is left untouched), `blocked` when another window
 *   keeps an older schema open, `unavailable` when the browser gives no database, `quota`, `failed`.
 */
export function openDatabase(name: string = DATABASE_NAME): Promise<PressmarkDatabase> {
  return openWith(name, MIGRATIONS, SCHEMA_VERSION);
}

/**
 * `openDatabase` for reading, at once: nobody asks for the version first, and nothing is written. Null where an older
 * database waits to be brought up to date; it stays as it is.
 *
 * @throws StoreError as `openDatabase`
 */
export async function openCurrent(name: string = DATABASE_NAME): Promise<PressmarkDatabase | null> {
  let isOlder = false;
  const onOlder = () => {
    isOlder = true;
  };
  try {
    return await openWith(name, MIGRATIONS, SCHEMA_VERSION, onOlder);
  } catch (error) {
    if (isOlder) return null;
    throw error;
  }
}

/**
 * `openDatabase` for a given history, which is how tests open a database as an older or newer version would. `onOlder`: it
 * is opened for reading alone, and told this in the place of bringing an older one up to date.
 */
export async function openWith(
  name: string,
  migrations: readonly Migration[],
  version: number,
  onOlder?: () => void,
): Promise<PressmarkDatabase> {
  return withNamedFailures(async () => {
    const database = new PressmarkDatabase(name, {
      indexedDB: factoryFor(version, onOlder),
      // Despite its name Firefox honours it too.
      chromeTransactionDurability: 'strict',
      // With the cache, live queries show single writes before the disk has them.
      cache: 'disabled',
    });
    for (const step of migrations) {
      const declared = database.version(step.version).stores({ ...step.stores });
      if (step.upgrade !== undefined) declared.upgrade(step.upgrade);
    }
    // Sticky: browsers close databases on their own (a site's data cleared), and Dexie then opens them anew.
    if (!onOlder) database.on('ready', (opened) => ensureIdentity(opened as PressmarkDatabase), true);
    try {
      await Promise.race([database.open(), rejectWhenBlocked(database)]);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * The browser's factory, but strict about versions. Dexie on its own opens newer data as if it were its own and may
 * even "mend" it up to a schema of its liking; a reader who went back to an older build would lose what it added.
 */
function factoryFor(version: number, onOlder?: () => void) {
  const factory = Dexie.dependencies.indexedDB as IDBFactory | undefined;
  if (!factory) throw new StoreError('unavailable', new Error('This browser gives no IndexedDB'));
  return {
    open(name: string, asked?: number): IDBOpenDBRequest {
      // Dexie counts in tenths of a version.
      if (asked === version * 10) {
        const opening = factory.open(name, asked);
        if (onOlder) refuseOlder(opening, onOlder);
        return opening;
      }
      throw new StoreError(
        asked === undefined ? 'newer-data' : 'failed',
        new Error('Another schema is stored'),
      );
    },
    deleteDatabase: (name: string) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
  };
}

// Before Dexie hears of it: with the transaction everything is as it was.
function refuseOlder(opening: IDBOpenDBRequest, onOlder: () => void): void {
  opening.addEventListener('upgradeneeded', (event) => {
    if (event.oldVersion === 0) return;
    event.stopImmediatePropagation();
    onOlder();
    opening.transaction?.abort();
  });
}

function rejectWhenBlocked(database: Dexie): Promise<never> {
  return new Promise((_resolve, reject) => {
    database.on('blocked', () => {
      const giveUp = setTimeout(
        () => reject(new StoreError('blocked', new Error('Another window keeps it open'))),
        BLOCKED_MS,
      );
      database.on('ready', () => clearTimeout(giveUp));
    });
  });
}
