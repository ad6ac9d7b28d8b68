import type { AnnotationRecord } from '../model/annotation';
import type { ChangeKind } from '../model/change-kind';
import { tickClock } from '../team/hybrid-clock';
import type { WriterStamp } from '../team/write-version';
import { annotationRow } from './annotation-row';
import { logChange } from './change-log';
import type { PressmarkDatabase } from './database';
import { metaValue, readClock } from './identity';
import { recordState } from './record-state';
import { markForIndex } from './search-index';

/** One write of one record: `compute` makes the new state, `alongside` writes what belongs to the same transaction. */
export interface Replacement {
  readonly id: string;
  readonly author: string;
  readonly compute: (record: AnnotationRecord | null, stamp: WriterStamp) => Promise<AnnotationRecord | null>;
  readonly alongside?: () => Promise<unknown>;
  /** As what the change can be taken back; left out, it cannot. */
  readonly kind?: ChangeKind;
}

// Every lost race means that another write went through, so this is reached only by a defect.
const MAX_RACES = 1000;

/**
 * Replaces a record by what `compute` makes of it. Hashing cannot happen inside an IndexedDB transaction (it would
 * commit while waiting), so the new state is computed outside, and written only if the record still is what it was;
 * otherwise it is computed again. Concurrent writers therefore never lose one another's versions.
 */
export async function replaceRecord(
  db: PressmarkDatabase,
  change: Replacement,
  now: number,
): Promise<AnnotationRecord | null> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const before = await read(db, change.id);
    const hlc = tickClock(before.clock, now);
    const stamp = { device: before.device, hlc, author: change.author };
    const after = await change.compute(before.record, stamp);
    if (after === null) return null;
    if (await commit(db, change, before, after, hlc, now)) return after;
  }
  throw new Error('The record never came to rest');
}

interface State {
  readonly record: AnnotationRecord | null;
  readonly device: string;
  readonly clock: string | null;
}

async function read(db: PressmarkDatabase, id: string): Promise<State> {
  const [row, device, clock] = await Promise.all([
    db.annotations.get(id),
    metaValue(db, 'device'),
    readClock(db),
  ]);
  return { record: row?.record ?? null, device, clock };
}

function commit(
  db: PressmarkDatabase,
  change: Replacement,
  before: State,
  after: AnnotationRecord,
  hlc: string,
  now: number,
): Promise<boolean> {
  const tables = [db.annotations, db.articles, db.changes, db.drafts, db.meta, db.pending];
  return db.transaction('rw', tables, async () => {
    const current = await read(db, change.id);
    if (current.device !== before.device || recordState(current.record) !== recordState(before.record))
      return false;
    const isChanged = after !== before.record;
    const isLater = current.clock === null || hlc > current.clock;
    // At once: each request is a way to the disk's keeper and back, and the reader waits for all of them.
    await Promise.all([
      isChanged && db.annotations.put(annotationRow(after)),
      isChanged && isLater && db.meta.put({ key: 'clock', value: hlc }),
      isChanged &&
        change.kind &&
        logChange(db, change.kind, { records: [{ before: before.record, after }] }, now),
      change.alongside?.(),
    ]);
    // Last, since a note is found by its article as well, which may only now be kept.
    if (isChanged) await markForIndex(db, [after]);
    return true;
  });
}
