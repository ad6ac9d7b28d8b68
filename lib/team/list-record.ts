import type { AnnotationRecord } from '../model/annotation';
import type { ListItem } from '../notes/page-list';
import { currentVersion, isConflicted, isDeleted } from './conflicts';

/** Whether a record corrects what an engine found; such records are kept and exchanged, but are no notes. */
export function isCorrection(record: AnnotationRecord): boolean {
  return currentVersion(record)?.kind === 'correction';
}

/** A record as lists show it: one version to display and whether there is a conflict to settle. Null without versions. */
export function listRecord(record: AnnotationRecord): ListItem | null {
  const version = currentVersion(record);
  return version === null ? null : { id: record.id, version, conflicted: isConflicted(record) };
}

/** Whether a record was deleted for good: nothing but the deletion is left. */
export function isForgotten(record: AnnotationRecord): boolean {
  return (
    isDeleted(record) &&
    record.versions.every(
      ({ body, target, tags, codes }) =>
        body === undefined && target === null && tags.length + codes.length === 0,
    )
  );
}
