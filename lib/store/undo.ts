import type { AnnotationRecord, AnnotationVersion } from '../model/annotation';
import type { ChangeKind } from '../model/change-kind';
import { tickClock } from '../team/hybrid-clock';
import { sha256 } from '../team/version-hash';
import { restoreVersions } from '../team/write-version';
import { annotationRow } from './annotation-row';
import { lastChange, lastUndone } from './change-log';
import type { PressmarkDatabase } from './database';
import { metaValue, readClock } from './identity';
import { recordContent, recordState } from './record-state';
import type { ChangeEntry, ChangeRow } from './schema';
import { markForIndex } from './search-index';
import { withNamedFailures } from './store-error';
import { moveCorrections } from './undo-corrections';

/** Which way through the list of changes. */
export type Direction = 'undo' | 'redo';

/** What was taken back or made again. `skipped` counts what was changed since and left alone. */
export interface Moved {
  readonly kind: ChangeKind;
  readonly records: readonly AnnotationRecord[];
  /** How many corrections of words and articles. */
  readonly corrected: number;
  readonly skipped: number;
}

const MAX_RACES = 100;

/**
 * Takes back the reader's last change of annotations or corrections, or makes the last one again that was taken back; null when there
 * is none. All of a change in one transaction. Others see it as a change like any other: nothing is wiped from history.
 *
 * @throws StoreError
 */
export function moveThroughChanges(
  db: PressmarkDatabase,
  direction: Direction,
  author: string,
  now: number = Date.now(),
): Promise<Moved | null> {
  return withNamedFailures(async () => {
    for (let race = 0; race < MAX_RACES; race += 1) {
      const row = await (direction === 'undo' ? lastChange(db) : lastUndone(db));
      if (!row) return null;
      const steps = await stepsOf(db, row, direction, author, now);
      const moved = await commit(db, row, steps, direction);
      if (moved) return moved;
    }
    throw new Error('The records never came to rest');
  });
}

interface Steps {
  readonly device: string;
  readonly clock: string;
  /** What each entry's record is now and becomes; null for one that has gone on since. */
  readonly records: readonly ({ readonly now: AnnotationRecord; readonly next: AnnotationRecord } | null)[];
}

// Hashing cannot happen inside an IndexedDB transaction: see replace-record.ts.
async function stepsOf(
  db: PressmarkDatabase,
  row: ChangeRow,
  direction: Direction,
  author: string,
  now: number,
): Promise<Steps> {
  const device = await metaValue(db, 'device');
  let clock = await readClock(db);
  const rows = await db.annotations.bulkGet(row.entries.map(({ id }) => id));
  const at = new Date(now).toISOString();
  const records: Steps['records'][number][] = [];
  for (const [index, entry] of row.entries.entries()) {
    const current = rows[index]?.record ?? null;
    if (current === null || recordContent(current) !== entry.content) {
      records.push(null);
      continue;
    }
    clock = tickClock(clock, now);
    const wanted = versionsWanted(entry, current, direction);
    const stamp = { device, hlc: clock, author };
    records.push({ now: current, next: await restoreVersions(current, wanted, at, stamp, sha256) });
  }
  return { device, clock: clock ?? '', records };
}

function versionsWanted(
  { before, after }: ChangeEntry,
  current: AnnotationRecord,
  direction: Direction,
): readonly AnnotationVersion[] {
  if (direction === 'undo') return before?.versions ?? [];
  return after?.versions ?? current.versions.map(({ deleted: _deleted, ...version }) => version);
}

function commit(
  db: PressmarkDatabase,
  row: ChangeRow,
  steps: Steps,
  direction: Direction,
): Promise<Moved | null> {
  const tables = [db.annotations, db.articles, db.changes, db.meta, db.pending, db.wordList];
  return db.transaction('rw', tables, async () => {
    const [stored, device, rows] = [
      await db.changes.get(row.n!),
      await metaValue(db, 'device'),
      await db.annotations.bulkGet(row.entries.map(({ id }) => id)),
    ];
    const isSettled = steps.records.every(
      (step, index) => !step || recordState(rows[index]?.record ?? null) === recordState(step.now),
    );
    if (!stored || stored.undone !== row.undone || device !== steps.device || !isSettled) return null;
    const records = steps.records.flatMap((step) => (step ? [step.next] : []));
    await db.annotations.bulkPut(records.map(annotationRow));
    await markForIndex(db, records);
    if (records.length > 0) await db.meta.put({ key: 'clock', value: steps.clock });
    const entries = row.entries.map((entry, index) => {
      const next = steps.records[index]?.next;
      return next ? { ...entry, content: recordContent(next) } : entry;
    });
    const corrections = await moveCorrections(db, row, direction);
    await db.changes.put({ ...row, entries, undone: direction === 'undo' });
    const skipped = row.entries.length - records.length + corrections.skipped;
    return { kind: row.kind, records, corrected: corrections.moved, skipped };
  });
}
