import { backupFileName, isFileDue, watchStore } from '../notes/store-watch';
import { saveDownload } from '../platform/downloads';
import { changeStoreWatch, readStoreWatch } from '../platform/store-watch';
import { alone, TENDING } from '../store/alone';
import { browserFolder } from '../store/backup-folder';
import { backUpNow, backupFile, tendBackups } from '../store/backups';
import { BIN_DAYS, emptyBin } from '../store/bin';
import type { PressmarkDatabase } from '../store/database';
import { sentinelOf } from '../store/identity';
import { indexEnough, indexPending } from '../store/search-index';
import { storeSize } from '../store/store-size';

/**
 * What the background does for the store when nobody waits for it: notices a loss, makes the day's backup, brings the
 * search index up to date, empties the bin of what is old. A stop costs nothing; whatever is left is done when the
 * background wakes again, and what fails hinders nothing else.
 */
export function tendStore(db: PressmarkDatabase, now: number = Date.now()): Promise<void> {
  // One after the other: two at once would both find a backup due, and make it twice.
  return alone(TENDING, async () => {
    // The loss first: the backup of a lost database must be known as such before others are made.
    await attempt('the database is not watched', () => noticeLoss(db, now));
    // Searching reads unindexed notes whole, so nothing is missed meanwhile.
    await attempt('the search index waits', () => indexPending(db));
    await attempt('the bin waits', () => emptyBin(db, { days: BIN_DAYS, author: '' }, now));
    await attempt('no backup was made', () => keepBackups(db, now));
  });
}

/** After a change: indexes the latest ones once they are many. */
export async function keepSearchQuick(db: PressmarkDatabase): Promise<void> {
  await attempt('the search index waits', () => indexEnough(db));
}

/** Remembers the database's identity and size beside it. */
export async function noticeLoss(db: PressmarkDatabase, now: number): Promise<void> {
  const { notes, deleted } = await storeSize(db);
  const { id: sentinel } = await sentinelOf(db);
  const { lost } = watchStore(await readStoreWatch(), { sentinel, notes, deleted }, now);
  // No more than was found out: a file may be saved at the same moment.
  await changeStoreWatch({ sentinel, notes, lost });
}

async function keepBackups(db: PressmarkDatabase, now: number): Promise<void> {
  const folder = await browserFolder();
  await tendBackups(folder, db, now);
  const watch = await readStoreWatch();
  if (!watch.savesFiles || !isFileDue(watch, watch.notes, now)) return;
  const info = await backUpNow(folder, db, 'asked', now);
  const file = await backupFile(folder, info.name);
  if (file && (await saveDownload(backupFileName(now), file)))
    await changeStoreWatch({ fileSaved: new Date(now).toISOString() });
}

async function attempt(what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.warn(`Pressmark: ${what}`, error);
  }
}
