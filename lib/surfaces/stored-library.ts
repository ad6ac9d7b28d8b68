import { findAnnotation } from '../store/annotations';
import { statesOf } from '../store/change-log';
import type { PressmarkDatabase } from '../store/database';
import { countConditions, type FoundNotes, findNotes } from '../store/find-notes';
import type { FindingsDatabase } from '../store/findings-database';
import { watchTables } from '../store/live';
import { listRecord } from '../team/list-record';
import { noteHistory } from '../team/note-history';
import type { NoteStory } from './library-notes';
import type { FinderParts } from './note-finder';
import type { WatchOne } from './one-thing';
import { withFindings } from './stored-findings';
import { withDatabase } from './stored-notes';

/** Notes as the popup finds them, with the titles of their articles, live. */
export const watchTitled: FinderParts['watchFound'] = (request, onFound, onCounts, onFailure) =>
  withDatabase((db) => {
    const begin = (findings: FindingsDatabase | null) =>
      watchTables(
        [db.annotations, db.articles, ...(findings ? [findings.heads] : [])],
        async () => {
          const found = await findNotes(db, request);
          onFound(await withTitles(found, findings));
          return countConditions(db, request, found.total);
        },
        onCounts,
        (error) => onFailure(error.code),
      );
    let stopWithout = () => {};
    const stop = withFindings(begin, () => {
      // Titles can be done without.
      stopWithout = begin(null);
    });
    return () => {
      stop();
      stopWithout();
    };
  }, onFailure);

async function withTitles(found: FoundNotes, findings: FindingsDatabase | null): Promise<FoundNotes> {
  const heads = (await findings?.heads.bulkGet(found.notes.map(({ version }) => version.article))) ?? [];
  return { ...found, notes: found.notes.map((note, at) => ({ ...note, title: heads[at]?.title ?? null })) };
}

/** A note with its earlier versions, live. */
export const watchHistory: WatchOne<NoteStory> = (id, onValue, onFailure) =>
  withDatabase(
    (db) =>
      watchTables(
        [db.annotations, db.changes],
        () => storyOf(db, id),
        onValue,
        (error) => onFailure(error.code),
      ),
    onFailure,
  );

async function storyOf(db: PressmarkDatabase, id: string): Promise<NoteStory | null> {
  const record = await findAnnotation(db, id);
  const item = record && listRecord(record);
  if (!record || !item) return null;
  return { item: { ...item, record }, steps: noteHistory(record, await statesOf(db, id)) };
}
