import { alone } from './alone';
import { type BackupFolder, browserFolder } from './backup-folder';
import { backUp } from './backups';
import { DATABASE_NAME, openDatabase, type PressmarkDatabase } from './database';
import { SCHEMA_VERSION, type Sentinel } from './schema';
import { StoreError, toStoreError } from './store-error';
import { settled } from './stored-rows';

/** `openDatabase`, which tests replace by a build of another time. */
type Open = (name: string) => Promise<PressmarkDatabase>;

/**
 * Opens the store as every part of the extension does. An older database is backed up before it is brought up to date; one
 * window at a time does so. Where that fails the old database stands as it was (see `openReadOnly`).
 *
 * @throws StoreError as `openDatabase`; `upgrade-failed` where an older database could not be backed up or upgraded.
 */
export async function openStore(
  name: string = DATABASE_NAME,
  folder: () => Promise<BackupFolder> = browserFolder,
  open: Open = openDatabase,
  version: number = SCHEMA_VERSION,
): Promise<PressmarkDatabase> {
  if (!(await isOlder(name, version))) return open(name);
  return alone(`upgrade of ${name}`, async () => {
    try {
      // Another window may have done it while this one waited.
      if (await isOlder(name, version)) await backUpBefore(name, await folder());
      return await open(name);
    } catch (error) {
      const failure = toStoreError(error);
      throw failure.code === 'blocked' || failure.code === 'newer-data'
        ? failure
        : new StoreError('upgrade-failed', error);
    }
  });
}

async function isOlder(name: string, version: number): Promise<boolean> {
  const stored = await databasesHere();
  // Dexie counts in tenths of a version.
  return stored.some((one) => one.name === name && (one.version ?? 0) < version * 10);
}

async function databasesHere(): Promise<readonly IDBDatabaseInfo[]> {
  try {
    return await indexedDB.databases();
  } catch {
    // No database can be had; opening says why.
    return [];
  }
}

async function backUpBefore(name: string, folder: BackupFolder): Promise<void> {
  const database = await openAsItIs(name);
  try {
    const sentinel = await sentinelIn(database);
    await backUp(folder, database, {
      sentinel,
      state: `version ${database.version / 10}`,
      reason: 'upgrade',
    });
  } finally {
    database.close();
  }
}

/** Opens a database of whatever version, without changing it. @throws StoreError */
export async function openAsItIs(name: string = DATABASE_NAME): Promise<IDBDatabase> {
  try {
    const opening = indexedDB.open(name);
    // It has gone: nothing is made in its place.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    const database = await settled(opening);
    database.onversionchange = () => database.close();
    return database;
  } catch (error) {
    throw toStoreError(error);
  }
}

async function sentinelIn(database: IDBDatabase): Promise<string | null> {
  if (!database.objectStoreNames.contains('meta')) return null;
  const row = (await settled(database.transaction('meta').objectStore('meta').get('sentinel'))) as
    | { value: Sentinel }
    | undefined;
  return row?.value.id ?? null;
}
