import type { AnnotationRecord } from '../model/annotation';
import type { ListItem } from '../notes/page-list';
import { isCorrection, listRecord } from '../team/list-record';

/** A note of a list with its whole record. */
export type StoredItem = ListItem & { readonly record: AnnotationRecord };

/** The notes among records, as lists show them: without corrections, and without what has no version left. */
export function storedItems(records: readonly AnnotationRecord[]): StoredItem[] {
  return records.flatMap((record) => {
    const item = isCorrection(record) ? null : listRecord(record);
    return item === null ? [] : [{ ...item, record }];
  });
}
