import type { AnnotationRecord } from '../model/annotation';
import type { ListItem } from '../notes/page-list';
import { currentVersion, isConflicted } from './conflicts';

/** Whether a record corrects what an engine found; such records are kept and exchanged, but are no notes. */
export function isCorrection(record: AnnotationRecord): boolean {
  return currentVersion(record)?.kind === 'correction';
}

/** A record as lists show it: one version to display and whether there is a conflict to settle. Null without versions. */
export function listRecord(record: AnnotationRecord): ListItem | null {
  const version = currentVersion(record);
  return version === null ? null : { id: record.id, version, conflicted: isConflicted(record) };
}
