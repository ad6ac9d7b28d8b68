import type { AnnotationRecord } from '../model/annotation';
import type { ChangeKind } from '../model/change-kind';
import type { PressmarkDatabase } from './database';
import { recordContent } from './record-state';
import type { ArticleChange, ChangeRow, WordChange } from './schema';

// As many steps as anybody goes back; what was deleted longer ago is in the bin.
const KEPT = 100;

/** What a record was and has become. */
export interface RecordChange {
  readonly before: AnnotationRecord | null;
  readonly after: AnnotationRecord;
}

/** What one change did, of every sort of thing that can be taken back. */
export interface Changes {
  readonly records?: readonly RecordChange[];
  readonly words?: readonly WordChange[];
  readonly articles?: readonly ArticleChange[];
}

/**
 * Remembers a change inside the caller's transaction, so that it can be taken back. What was taken back before can no
 * longer be made again: it would fall upon something newer.
 */
export async function logChange(
  db: PressmarkDatabase,
  kind: ChangeKind,
  { records = [], words = [], articles = [] }: Changes,
  now: number,
): Promise<void> {
  if (records.length + words.length + articles.length === 0) return;
  const standing = await changeKeys(db);
  const undone = (await undoneAmong(db, standing)).map(({ n }) => n!);
  const beyond = standing.slice(0, Math.max(0, standing.length - undone.length + 1 - KEPT));
  const gone = [...undone, ...beyond];
  const entries = records.map(({ before, after }) => ({
    id: after.id,
    content: recordContent(after),
    before,
    after: before === null ? null : after,
  }));
  const corrections = {
    ...(words.length > 0 ? { words } : {}),
    ...(articles.length > 0 ? { articles } : {}),
  };
  await Promise.all([
    gone.length > 0 && db.changes.bulkDelete(gone),
    db.changes.add({ at: new Date(now).toISOString(), kind, entries, ...corrections, undone: false }),
  ]);
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
export async function lastChange(db: PressmarkDatabase): Promise<ChangeRow | undefined> {
  const keys = await watchedKeys(db);
  const undone = await undoneAmong(db, keys);
  const last = keys.at(-1 - undone.length);
  return last === undefined ? undefined : db.changes.get(last);
}

/** The change that was taken back last and would be made again next. */
export async function lastUndone(db: PressmarkDatabase): Promise<ChangeRow | undefined> {
  return (await undoneAmong(db, await watchedKeys(db))).at(-1);
}

// Oldest first. A row can hold thousands of notes, and Firefox reads dozens of rows ahead of a cursor that wants one: so
// the keys are asked for, and then each row by its key.
function changeKeys(db: PressmarkDatabase): Promise<number[]> {
  return db.changes.toCollection().primaryKeys();
}

// For who watches: Dexie tells a query that asks for keys alone of no row whose key the browser has made; one that counts it
// tells.
async function watchedKeys(db: PressmarkDatabase): Promise<number[]> {
  const [keys] = await Promise.all([changeKeys(db), db.changes.count()]);
  return keys;
}

// Newest first: those that were taken back always stand at the end.
async function undoneAmong(db: PressmarkDatabase, keys: readonly number[]): Promise<ChangeRow[]> {
  const undone: ChangeRow[] = [];
  for (const key of keys.toReversed()) {
    const row = await db.changes.get(key);
    if (!row?.undone) break;
    undone.push(row);
  }
  return undone;
}
