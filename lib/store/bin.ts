import Dexie from 'dexie';
import type { AnnotationRecord } from '../model/annotation';
import { isDeleted } from '../team/conflicts';
import { isCorrection, isForgotten } from '../team/list-record';
import { sha256 } from '../team/version-hash';
import { emptyRecord } from '../team/write-version';
import { type ManyChanged, reviveAnnotations } from './change-many';
import type { PressmarkDatabase } from './database';
import { replaceRecord } from './replace-record';
import type { AnnotationRow } from './schema';
import { withNamedFailures } from './store-error';

/** How long a deleted annotation can be given back. */
export const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

/** What was deleted and can still be given back, the last deleted first. @throws StoreError */
export function binnedAnnotations(db: PressmarkDatabase): Promise<AnnotationRecord[]> {
  return withNamedFailures(async () => {
    const rows = await deletedRows(db).reverse().filter(isGivable).toArray();
    return rows.map(({ record }) => record);
  });
}

/** Gives deleted annotations back as they were, as one change; those that are not in the bin are left alone. @throws StoreError */
export function giveBack(
  db: PressmarkDatabase,
  request: { readonly ids: readonly string[]; readonly author: string },
  now: number = Date.now(),
): Promise<ManyChanged> {
  const wordings = (record: AnnotationRecord) =>
    isForgotten(record) ? [] : record.versions.map(({ deleted: _deleted, ...version }) => version);
  return reviveAnnotations(db, { ...request, wordings, kind: 'give-back' }, now);
}

/**
 * Forgets what was deleted, or heard of as deleted, more than `days` days ago: of each annotation the bare deletion stays, which those who share
 * it still have to hear of. @returns how many were forgotten. @throws StoreError
 */
export function emptyBin(
  db: PressmarkDatabase,
  request: { readonly days: number; readonly author: string },
  now: number = Date.now(),
): Promise<number> {
  const last = new Date(now - request.days * DAY_MS).toISOString();
  const at = new Date(now).toISOString();
  return withNamedFailures(async () => {
    const rows = await deletedRows(db)
      .filter((row) => !isForgotten(row.record) && row.updated <= last && (row.heard ?? '') <= last)
      .toArray();
    const forgotten = new Set(rows.map(({ id }) => id));
    for (const id of forgotten) {
      await replaceRecord(
        db,
        {
          id,
          author: request.author,
          // Given back a moment ago: then it stays.
          compute: async (record, stamp) =>
            record && isDeleted(record) ? emptyRecord(record, at, stamp, sha256) : record,
        },
        now,
      );
    }
    if (forgotten.size > 0) await forgetChanges(db, forgotten);
    return forgotten.size;
  });
}

// The list of changes holds what they changed, and what is forgotten shall not be found there.
async function forgetChanges(db: PressmarkDatabase, ids: ReadonlySet<string>): Promise<void> {
  await db.changes.filter(({ entries }) => entries.some(({ id }) => ids.has(id))).delete();
}

function deletedRows(db: PressmarkDatabase) {
  return db.annotations.where('[deleted+updated]').between([1, Dexie.minKey], [1, Dexie.maxKey]);
}

function isGivable(row: AnnotationRow): boolean {
  return !isForgotten(row.record) && !isCorrection(row.record);
}
