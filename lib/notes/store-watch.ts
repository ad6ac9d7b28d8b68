import type { StoreWatch } from '../model/store-watch';

const DAY_MS = 86_400_000;
/** After so many days a file outside of the browser is due. */
export const FILE_DAYS = 7;
// Fewer notes than this are not worth a reminder.
const WORTH_A_FILE = 10;

/** A database as it is found on opening; `deleted` counts tombstones, which an emptied one has not either. */
export interface FoundStore {
  readonly sentinel: string;
  readonly notes: number;
  readonly deleted: number;
}

/**
 * Compares a database with what was remembered of it. Another one, or none of the notes and none of the deletions that
 * there were, is a loss; it stays noted until the reader settles it.
 */
export function watchStore(watch: StoreWatch, found: FoundStore, now: number): StoreWatch {
  const { sentinel, notes } = found;
  const isAnother = watch.sentinel !== null && watch.sentinel !== sentinel;
  const isEmptied = notes + found.deleted === 0;
  const isLost = watch.sentinel !== null && watch.notes > 0 && (isAnother || isEmptied);
  const lost = isLost
    ? { noticed: new Date(now).toISOString(), notes: watch.notes, sentinel: watch.sentinel }
    : watch.lost;
  return { ...watch, sentinel, notes, lost };
}

/** Whether a file outside of the browser is due: what survives when Pressmark is uninstalled or the profile is lost. */
export function isFileDue(watch: StoreWatch, notes: number, now: number): boolean {
  if (notes < WORTH_A_FILE) return false;
  // A date far ahead was written by a clock that was wrong, and says nothing.
  return watch.fileSaved === null || Math.abs(now - Date.parse(watch.fileSaved)) > FILE_DAYS * DAY_MS;
}

/** The name of a file with everything. */
export function backupFileName(now: number): string {
  return `pressmark-backup-${new Date(now).toISOString().slice(0, 10)}.jsonl.gz`;
}
