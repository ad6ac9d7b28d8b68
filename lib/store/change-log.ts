import type { AnnotationRecord } from '../model/annotation';
import type { ChangeKind } from '../model/change-kind';
import type { PressmarkDatabase } from './database';
import { recordContent } from './record-state';
import type { ChangeRow } from './schema';

// As many steps as anybody goes back; what was deleted longer ago is in the bin.
const KEPT = 100;

/** What a record was and has become. */
export interface RecordChange {
  readonly before: AnnotationRecord | null;
  readonly after: AnnotationRecord;
}

/**
 * Remembers a change inside the caller's transaction, so that it can be taken back. What was taken back before can no
 * longer be made again: it would fall upon something newer.
 */
export async function logChange(
  db: PressmarkDatabase,
  kind: ChangeKind,
  changes: readonly RecordChange[],
  now: number,
): Promise<void> {
  if (changes.length === 0) return;
  const undone = await undoneChanges(db);
  if (undone.length > 0) await db.changes.bulkDelete(undone.map(({ n }) => n!));
  const entries = changes.map(({ before, after }) => ({
    id: after.id,
    content: recordContent(after),
    before,
    after: before === null ? null : after,
  }));
  await db.changes.add({ at: new Date(now).toISOString(), kind, entries, undone: false });
  const beyond = (await db.changes.count()) - KEPT;
  if (beyond <= 0) return;
  await db.changes.bulkDelete(await db.changes.orderBy('n').limit(beyond).primaryKeys());
}

/** What an annotation was before the last changes on this device, and became by them; the oldest first. */
export async function statesOf(db: PressmarkDatabase, id: string): Promise<AnnotationRecord[]> {
  const states: AnnotationRecord[] = [];
  await db.changes.orderBy('n').each(({ entries }) => {
    for (const entry of entries) {
      if (entry.id !== id) continue;
      if (entry.before) states.push(entry.before);
      if (entry.after) states.push(entry.after);
    }
  });
  return states;
}

/** The change that would be taken back next. */
export function lastChange(db: PressmarkDatabase): Promise<ChangeRow | undefined> {
  return db.changes
    .orderBy('n')
    .reverse()
    .filter(({ undone }) => !undone)
    .first();
}

/** The change that was taken back last and would be made again next. */
export async function lastUndone(db: PressmarkDatabase): Promise<ChangeRow | undefined> {
  return (await undoneChanges(db)).at(-1);
}

// Newest first: those that were taken back always stand at the end.
function undoneChanges(db: PressmarkDatabase): Promise<ChangeRow[]> {
  return db.changes
    .orderBy('n')
    .reverse()
    .until(({ undone }) => !undone)
    .toArray();
}
