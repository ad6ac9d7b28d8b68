import { findAnnotation, recentAnnotations } from '../store/annotations';
import { statesOf } from '../store/change-log';
import type { PressmarkDatabase } from '../store/database';
import type { FindingsDatabase } from '../store/findings-database';
import { watchTables } from '../store/live';
import { searchAnnotations } from '../store/search';
import { listRecord } from '../team/list-record';
import { noteHistory } from '../team/note-history';
import type { NoteStory, TitledNote } from './library-notes';
import type { WatchOne } from './one-thing';
import type { PageAsk, PageOf, WatchPage } from './paged-list';
import { withFindings } from './stored-findings';
import { storedItems } from './stored-items';
import { withDatabase } from './stored-notes';

/** All notes, or those that match a query, the last changed first, with the titles of their articles, live. */
export const watchNotesPage: WatchPage<TitledNote> = (ask, onPage, onFailure) =>
  withDatabase((db) => {
    const begin = (findings: FindingsDatabase | null) =>
      watchTables(
        [db.annotations, db.articles, ...(findings ? [findings.heads] : [])],
        () => notesPage(db, findings, ask),
        onPage,
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

async function notesPage(
  db: PressmarkDatabase,
  findings: FindingsDatabase | null,
  ask: PageAsk,
): Promise<PageOf<TitledNote>> {
  const { query, offset, limit } = ask;
  // One more than is shown tells whether there is more.
  const records =
    query.trim() === ''
      ? await recentAnnotations(db, { offset, limit: limit + 1 })
      : (await searchAnnotations(db, query, offset + limit + 1)).slice(offset);
  const shown = storedItems(records.slice(0, limit));
  const heads = (await findings?.heads.bulkGet(shown.map(({ version }) => version.article))) ?? [];
  const items = shown.map((item, at) => ({ ...item, title: heads[at]?.title ?? null }));
  return { items, total: null, hasMore: records.length > limit };
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
