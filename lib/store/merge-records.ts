import type { AnnotationRecord } from '../model/annotation';
import type { ChangeKind } from '../model/change-kind';
import { isConflicted, isDeleted } from '../team/conflicts';
import { followClock } from '../team/hybrid-clock';
import { clonedDevices, joinRecords } from '../team/join-records';
import { type RecordProblem, recordProblem } from '../team/verify-record';
import { counterOf } from '../team/version-context';
import { annotationRow } from './annotation-row';
import { logChange, type RecordChange } from './change-log';
import type { PressmarkDatabase } from './database';
import { metaValue, readClock, rotateDevice } from './identity';
import type { AnnotationRow, WordChange } from './schema';
import { markForIndex } from './search-index';

/** What a merge did. `conflicted` counts the records among `added` and `changed` that now need settling. */
export interface MergeSummary {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly conflicted: number;
  readonly refused: readonly { readonly id: string; readonly problem: RecordProblem }[];
}

/** `mergeRecords` of annotations.ts, its failures still unnamed. `words`: what the same change taught, for taking it back. */
export function joinIntoStore(
  db: PressmarkDatabase,
  records: readonly AnnotationRecord[],
  now: number,
  kind: ChangeKind = 'import',
  words: readonly WordChange[] = [],
): Promise<MergeSummary> {
  const { sound, refused } = sift(records);
  const tables = [db.annotations, db.articles, db.changes, db.meta, db.pending];
  return db.transaction('rw', tables, async () => {
    const counts = { added: 0, changed: 0, same: 0, conflicted: 0 };
    const device = await metaValue(db, 'device');
    const rows = await db.annotations.bulkGet(sound.map((record) => record.id));
    const at = new Date(now).toISOString();
    const written: AnnotationRow[] = [];
    const changes: RecordChange[] = [];
    let isCloned = false;
    for (const [index, incoming] of sound.entries()) {
      const row = rows[index];
      const mine = row?.record ?? null;
      const joined = mine === null ? incoming : joinRecords(mine, incoming);
      isCloned ||= isWrittenElsewhere(device, mine, incoming, joined);
      const outcome = mine === null ? 'added' : isSame(mine, joined) ? 'same' : 'changed';
      counts[outcome] += 1;
      if (outcome === 'same') continue;
      if (isConflicted(joined)) counts.conflicted += 1;
      written.push({ ...annotationRow(joined), ...heardDeletion(row, joined, at) });
      changes.push({ before: mine, after: joined });
    }
    const after = written.map(({ record }) => record);
    await db.annotations.bulkPut(written);
    await markForIndex(db, after);
    await followReadings(db, after, now);
    await logChange(db, kind, { records: changes, words }, now);
    if (isCloned) await rotateDevice(db);
    return { ...counts, refused };
  });
}

// A colleague's file may say only now what was deleted long ago. Here it has not been in the bin for a day.
function heardDeletion(
  mine: AnnotationRow | undefined,
  joined: AnnotationRecord,
  at: string,
): Pick<AnnotationRow, 'heard'> {
  if (mine === undefined || !isDeleted(joined)) return {};
  const heard = mine.deleted === 1 ? mine.heard : at;
  return heard === undefined ? {} : { heard };
}

/** Sorts out what cannot be joined, and joins replicas of one record that came in the same batch. */
function sift(records: readonly AnnotationRecord[]) {
  const sound = new Map<string, AnnotationRecord>();
  const refused: { id: string; problem: RecordProblem }[] = [];
  for (const record of records) {
    const problem = recordProblem(record);
    const other = sound.get(record.id);
    if (problem !== null) refused.push({ id: String(record.id), problem });
    // With itself where it is alone: that puts its versions in order.
    else sound.set(record.id, joinRecords(other ?? record, record));
  }
  return { sound: [...sound.values()], refused };
}

/** Our own events come from nowhere but here: if others know more of them, this profile was copied or set back. */
function isWrittenElsewhere(
  device: string,
  mine: AnnotationRecord | null,
  incoming: AnnotationRecord,
  joined: AnnotationRecord,
): boolean {
  const isAhead = counterOf(incoming.ctx, device) > counterOf(mine?.ctx ?? {}, device);
  return isAhead || clonedDevices(joined).includes(device);
}

function isSame(a: AnnotationRecord, b: AnnotationRecord): boolean {
  const [inA, inB] = [Object.keys(a.ctx), Object.keys(b.ctx)];
  return (
    a.versions.length === b.versions.length &&
    inA.length === inB.length &&
    inB.every((device) => counterOf(a.ctx, device) === counterOf(b.ctx, device)) &&
    b.versions.every(({ hash }) => a.versions.some((version) => version.hash === hash))
  );
}

async function followReadings(
  db: PressmarkDatabase,
  records: readonly AnnotationRecord[],
  now: number,
): Promise<void> {
  const before = await readClock(db);
  let clock = before;
  for (const { versions } of records) for (const { hlc } of versions) clock = followClock(clock, hlc, now);
  if (clock !== null && clock !== before) await db.meta.put({ key: 'clock', value: clock });
}
