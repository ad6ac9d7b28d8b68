import type { AnnotationRecord } from '../model/annotation';
import { isConflicted } from '../team/conflicts';
import { joinRecords } from '../team/join-records';
import { counterOf } from '../team/version-context';

/** What importing a record does. `conflicting`: it changes something, and afterwards there are versions to settle. */
export type ImportOutcome = 'new' | 'same' | 'changed' | 'conflicting';

/** What an import would do, for the preview; `record` is what would stand in the store afterwards. */
export interface ImportPlan {
  readonly entries: readonly {
    readonly id: string;
    readonly outcome: ImportOutcome;
    readonly record: AnnotationRecord;
  }[];
  readonly counts: Readonly<Record<ImportOutcome, number>>;
}

/**
 * Plans the merge of `incoming` into `existing` (by id). Records that occur twice are joined first. An edit against a
 * deletion keeps the edit and counts as conflicting. `incoming` has to be verified (`readExchangeFile` does it).
 */
export function planImport(
  existing: ReadonlyMap<string, AnnotationRecord>,
  incoming: readonly AnnotationRecord[],
): ImportPlan {
  const distinct = new Map<string, AnnotationRecord>();
  for (const record of incoming) {
    const twin = distinct.get(record.id);
    distinct.set(record.id, twin === undefined ? record : joinRecords(twin, record));
  }
  const counts = { new: 0, same: 0, changed: 0, conflicting: 0 };
  const entries = [...distinct.values()].map((record) => {
    const entry = planEntry(existing.get(record.id) ?? null, record);
    counts[entry.outcome] += 1;
    return entry;
  });
  return { entries, counts };
}

function planEntry(mine: AnnotationRecord | null, theirs: AnnotationRecord): ImportPlan['entries'][number] {
  const record = mine === null ? theirs : joinRecords(mine, theirs);
  const entry = (outcome: ImportOutcome) => ({ id: record.id, outcome, record });
  if (mine !== null && isSameState(mine, record)) return entry('same');
  if (isConflicted(record)) return entry('conflicting');
  return entry(mine === null ? 'new' : 'changed');
}

function isSameState(a: AnnotationRecord, b: AnnotationRecord): boolean {
  const hashes = new Set(a.versions.map((version) => version.hash));
  const devices = Object.keys(b.ctx);
  return (
    hashes.size === new Set(b.versions.map((version) => version.hash)).size &&
    b.versions.every((version) => hashes.has(version.hash)) &&
    devices.length === Object.keys(a.ctx).length &&
    devices.every((device) => counterOf(a.ctx, device) === counterOf(b.ctx, device))
  );
}
