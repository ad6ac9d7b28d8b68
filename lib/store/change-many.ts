import type {
  AnnotationFields,
  AnnotationRecord,
  AnnotationVersion,
  VersionContext,
} from '../model/annotation';
import type { ChangeKind } from '../model/change-kind';
import { changeFields } from '../notes/annotation';
import { validateFields } from '../notes/validate-fields';
import { currentVersion, isConflicted, isDeleted } from '../team/conflicts';
import { tickClock } from '../team/hybrid-clock';
import { sha256 } from '../team/version-hash';
import {
  fieldsOf,
  removeVersion,
  restoreVersions,
  type WriterStamp,
  writeVersion,
} from '../team/write-version';
import { annotationRow } from './annotation-row';
import { logChange } from './change-log';
import type { PressmarkDatabase } from './database';
import { metaValue, readClock } from './identity';
import { recordState } from './record-state';
import { markForIndex } from './search-index';
import { withNamedFailures } from './store-error';

/** An annotation as the asker had it before their eyes (`seen` as for a save). */
export interface SeenNote {
  readonly id: string;
  readonly seen: VersionContext;
}

/** What was changed. `skipped` counts the annotations that were left alone: gone, in conflict, or full. */
export interface ManyChanged {
  readonly records: readonly AnnotationRecord[];
  readonly skipped: number;
}

/** Tags that many annotations get and lose. */
export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const MAX_RACES = 100;

/**
 * Gives and takes tags of many annotations in one transaction and as one change, which can be taken back as a whole. Where
 * people have yet to choose between wordings, one is left alone: a tag is no choice. @throws StoreError
 */
export function tagAnnotations(
  db: PressmarkDatabase,
  request: { readonly ids: readonly string[]; readonly tags: TagChange; readonly author: string },
  now: number = Date.now(),
): Promise<ManyChanged> {
  const at = new Date(now).toISOString();
  const { ids, author } = request;
  const notes = ids.map((id) => ({ id, seen: {} }));
  return changeMany(db, { notes, author }, 'write', now, async (record, _seen, stamp) => {
    if (isConflicted(record)) return null;
    const fields = tagged(fieldsOf(currentVersion(record)!), request.tags, at);
    if (fields === null || validateFields(fields).length > 0) return null;
    // Of what stands now, whatever the asker saw: a tag is put to words that somebody wrote meanwhile as well.
    return writeVersion(record, record.id, record.ctx, fields, stamp, sha256);
  });
}

/** Deletes many annotations as one change, each as `removeAnnotation` does. @throws StoreError */
export function removeAnnotations(
  db: PressmarkDatabase,
  request: { readonly notes: readonly SeenNote[]; readonly author: string },
  now: number = Date.now(),
): Promise<ManyChanged> {
  const at = new Date(now).toISOString();
  return changeMany(db, request, 'delete', now, (record, seen, stamp) =>
    removeVersion(record, seen, at, stamp, sha256),
  );
}

/** Gives deleted annotations back with the `wordings` wanted of each, as one change. @throws StoreError */
export function reviveAnnotations(
  db: PressmarkDatabase,
  request: {
    readonly ids: readonly string[];
    readonly wordings: (deleted: AnnotationRecord) => readonly AnnotationVersion[];
    readonly kind: 'give-back' | 'restore';
    readonly author: string;
  },
  now: number = Date.now(),
): Promise<ManyChanged> {
  const { ids, wordings, kind, author } = request;
  const at = new Date(now).toISOString();
  const notes = ids.map((id) => ({ id, seen: {} }));
  return changeMany(db, { notes, author, areDeleted: true }, kind, now, async (record, _seen, stamp) => {
    const wanted = wordings(record);
    return wanted.length === 0 ? null : restoreVersions(record, wanted, at, stamp, sha256);
  });
}

/** Null where an annotation has these tags already and none of those. */
function tagged(fields: AnnotationFields, { add, remove }: TagChange, at: string): AnnotationFields | null {
  const gone = new Set(remove);
  const kept = fields.tags.filter((tag) => !gone.has(tag));
  const missing = add.filter((tag) => !kept.includes(tag));
  if (missing.length === 0 && kept.length === fields.tags.length) return null;
  return changeFields(fields, { tags: [...kept, ...missing] }, at);
}

type Compute = (
  record: AnnotationRecord,
  seen: VersionContext,
  stamp: WriterStamp,
) => Promise<AnnotationRecord | null>;

interface Steps {
  readonly device: string;
  readonly clock: string | null;
  readonly changes: readonly { readonly before: AnnotationRecord; readonly after: AnnotationRecord }[];
}

/** Which annotations are changed; `areDeleted`: those in the bin, otherwise those that stand. */
interface Chosen {
  readonly notes: readonly SeenNote[];
  readonly author: string;
  readonly areDeleted?: boolean;
}

function changeMany(
  db: PressmarkDatabase,
  chosen: Chosen,
  kind: ChangeKind,
  now: number,
  compute: Compute,
): Promise<ManyChanged> {
  return withNamedFailures(async () => {
    for (let race = 0; race < MAX_RACES; race += 1) {
      const steps = await stepsOf(db, chosen, now, compute);
      if (!(await commit(db, steps, kind, now))) continue;
      const records = steps.changes.map(({ after }) => after);
      return { records, skipped: chosen.notes.length - records.length };
    }
    throw new Error('The records never came to rest');
  });
}

// Hashing cannot happen inside an IndexedDB transaction: see replace-record.ts.
async function stepsOf(
  db: PressmarkDatabase,
  { notes, author, areDeleted = false }: Chosen,
  now: number,
  compute: Compute,
): Promise<Steps> {
  const device = await metaValue(db, 'device');
  let clock = await readClock(db);
  const rows = await db.annotations.bulkGet(notes.map(({ id }) => id));
  const changes: Steps['changes'][number][] = [];
  for (const [index, { seen }] of notes.entries()) {
    const before = rows[index]?.record;
    if (!before || isDeleted(before) !== areDeleted) continue;
    const hlc = tickClock(clock, now);
    const after = await compute(before, seen, { device, hlc, author });
    if (after === null || after === before) continue;
    clock = hlc;
    changes.push({ before, after });
  }
  return { device, clock, changes };
}

/** Writes all of it, unless something has changed since. */
function commit(db: PressmarkDatabase, steps: Steps, kind: ChangeKind, now: number): Promise<boolean> {
  const tables = [db.annotations, db.articles, db.changes, db.meta, db.pending];
  return db.transaction('rw', tables, async () => {
    const { changes, clock } = steps;
    const [device, rows] = [
      await metaValue(db, 'device'),
      await db.annotations.bulkGet(changes.map(({ before }) => before.id)),
    ];
    const isSettled = changes.every(
      ({ before }, index) => recordState(rows[index]?.record ?? null) === recordState(before),
    );
    if (device !== steps.device || !isSettled) return false;
    if (changes.length === 0) return true;
    const after = changes.map((change) => change.after);
    await db.annotations.bulkPut(after.map(annotationRow));
    await logChange(db, kind, { records: changes }, now);
    await markForIndex(db, after);
    if (clock !== null) await db.meta.put({ key: 'clock', value: clock });
    return true;
  });
}
