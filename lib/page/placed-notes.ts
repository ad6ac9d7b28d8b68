import type { PrintedNote } from '../marks/print-notes';
import type { PlacedNote } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import { currentVersion } from '../team/conflicts';

/** The notes as they are printed: from top to bottom, those without a passage last. */
export function printedNotes(notes: readonly PlacedNote[]): PrintedNote[] {
  const start = ({ span }: PlacedNote) => span?.start ?? Number.MAX_SAFE_INTEGER;
  return [...notes]
    .sort((a, b) => start(a) - start(b))
    .flatMap(({ record, state }) => {
      const version = currentVersion(record);
      if (!version) return [];
      const { target, body = '', author } = version;
      const isAsItWas = state === 'exact' || state === 'moved' || state === 'page';
      const remark = isAsItWas ? null : `popup_note_${state}`;
      return [{ quote: target?.quote.exact ?? '', body, author, remark }];
    });
}

/** Whether a note is attached elsewhere than it was: its place must then be found anew. */
export function isMoved(before: AnnotationRecord, after: AnnotationRecord): boolean {
  const placeOf = (record: AnnotationRecord) => JSON.stringify(currentVersion(record)?.target ?? null);
  return placeOf(before) !== placeOf(after);
}
