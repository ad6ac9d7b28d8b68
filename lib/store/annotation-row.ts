import type { AnnotationRecord } from '../model/annotation';
import { currentVersion, isDeleted } from '../team/conflicts';
import type { AnnotationRow } from './schema';

/** The row of a record: the record itself and the columns derived from the version that is displayed. */
export function annotationRow(record: AnnotationRecord): AnnotationRow {
  const version = currentVersion(record);
  return {
    id: record.id,
    record,
    article: version?.article ?? '',
    updated: sortableTime(version?.updated ?? ''),
    deleted: isDeleted(record) ? 1 : 0,
  };
}

/** ISO 8601 in UTC, or the empty string for what is no time (which then sorts as the oldest). */
function sortableTime(time: string): string {
  const ms = Date.parse(time);
  // Years beyond four digits are written with a sign and would not sort as text.
  return ms >= 0 && ms < Date.UTC(10_000, 0) ? new Date(ms).toISOString() : '';
}
