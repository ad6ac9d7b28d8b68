import type { FailureCode } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import { annotationsOf } from '../store/annotations';
import { browserFolder } from '../store/backup-folder';
import { lastChange, lastUndone } from '../store/change-log';
import { openCurrent, type PressmarkDatabase } from '../store/database';
import { type HandedOver, handOver } from '../store/hand-over';
import { annotationsWithIds, readAll } from '../store/import-all';
import { watch, watchTables } from '../store/live';
import { openStore } from '../store/open-store';
import { isReadable, openReadOnly } from '../store/read-only';
import { type StoreError, toStoreError } from '../store/store-error';
import { allWords } from '../store/word-list';
import type { CanMove } from './popup-data';
import type { WatchNotes } from './popup-state';
import { type Opened, SharedConnection } from './shared-connection';
import type { WatchWords } from './word-list-state';

/** The notes of one article, live; the query is its key. */
export const watchArticleNotes: WatchNotes = (key, onNotes, onFailure) =>
  watchStored((db) => annotationsOf(db, key), onNotes, onFailure);

/** The answer of a query, live; with `tables`, of one that these alone change, whatever else the query reads. */
export function watchStored<T>(
  query: (db: PressmarkDatabase) => Promise<T>,
  onValue: (value: T) => void,
  onFailure: (code: FailureCode) => void,
  tables?: (db: PressmarkDatabase) => Parameters<typeof watchTables>[0],
): () => void {
  return withDatabase((db) => {
    const ask = () => query(db);
    const onError = ({ code }: StoreError) => onFailure(code);
    return tables ? watchTables(tables(db), ask, onValue, onError) : watch(ask, onValue, onError);
  }, onFailure);
}

/** `watchStored` for an answer that notes and articles alone change. */
export function watchInTables<T>(
  query: (db: PressmarkDatabase) => Promise<T>,
  onValue: (value: T) => void,
  onFailure: (code: FailureCode) => void,
): () => void {
  return watchStored(query, onValue, onFailure, (db) => [db.annotations, db.articles]);
}

/** Opens the database for as long as what `begin` begins goes on; the functions returned end it. */
export function withDatabase(
  begin: (db: PressmarkDatabase) => () => void,
  onFailure: (code: FailureCode) => void,
): () => void {
  const { opened, leave } = DATABASE.take();
  let isOver = false;
  let end = () => {};
  opened.then(
    ({ connection, failure }) => {
      if (isOver) return;
      if (failure !== null) onFailure(failure);
      end = begin(connection);
    },
    (error: unknown) => onFailure(toStoreError(error).code),
  );
  return () => {
    if (isOver) return;
    isOver = true;
    end();
    leave();
  };
}

/** Does some reading with the database that the page has open anyway; it may also be one that cannot be opened. */
export async function withStored<T>(
  read: (database: () => Promise<PressmarkDatabase>) => Promise<T>,
): Promise<T> {
  const { opened, leave } = DATABASE.take();
  try {
    return await read(async () => (await opened).connection);
  } finally {
    leave();
  }
}

// Data of another version can still be read; the reader is told that nothing can be written.
async function openForReading(): Promise<Opened<PressmarkDatabase, FailureCode>> {
  try {
    return { connection: (await openCurrent()) ?? (await openStore()), failure: null };
  } catch (error) {
    const { code } = toStoreError(error);
    if (!isReadable(code)) throw error;
    return { connection: await openReadOnly(), failure: code };
  }
}

const DATABASE = new SharedConnection<PressmarkDatabase, FailureCode>({
  open: openForReading,
  isOpen: (db) => db.isOpen(),
  close: (db) => db.close(),
});

/** What can be taken back next, live. Where nothing can be written nothing can be taken back. */
export function watchChanges(onChanges: (canMove: CanMove) => void): () => void {
  const query = async (db: PressmarkDatabase): Promise<CanMove> => ({
    undo: (await lastChange(db))?.kind ?? null,
    redo: (await lastUndone(db))?.kind ?? null,
  });
  return watchStored(query, onChanges, () => {});
}

/** Everything there is to export, live. */
export function watchEverything(
  onStored: (stored: Awaited<ReturnType<typeof readAll>>) => void,
  onFailure: (code: FailureCode) => void,
): () => void {
  return watchStored(readAll, onStored, onFailure);
}

/** Everything the reader has taught, live. */
export const watchWords: WatchWords = (onWords, onFailure) => watchStored(allWords, onWords, onFailure);

/** Lays what was read from a large file where the background finds it. */
export async function handOverRecords(records: HandedOver): Promise<string> {
  return handOver(await browserFolder(), records);
}

/** The annotations with these ids that the store holds now. */
export async function storedWithIds(ids: readonly string[]): Promise<Map<string, AnnotationRecord>> {
  const db = await openStore();
  try {
    return await annotationsWithIds(db, ids);
  } finally {
    db.close();
  }
}
