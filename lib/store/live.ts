import Dexie, { liveQuery, type ObservabilitySet, type Table } from 'dexie';
import { type StoreError, toStoreError } from './store-error';

/**
 * Calls `onValue` with the result of `query` now, and again after every change of the database that could alter it,
 * whichever window of the extension made the change. For extension pages. The function it returns ends it.
 *
 * `query` may only read. `onError` is told named failures; the watch goes on after them with the next change.
 */
export function watch<T>(
  query: () => PromiseLike<T> | T,
  onValue: (value: T) => void,
  onError: (error: StoreError) => void = () => {},
): () => void {
  // Dexie forgets what a failed query had read and would never ask again; so to Dexie no query fails.
  const outcome = async () => {
    try {
      const value = await query();
      return () => onValue(value);
    } catch (error) {
      return () => onError(toStoreError(error));
    }
  };
  const subscription = liveQuery(outcome).subscribe((report) => report());
  return () => subscription.unsubscribe();
}

/**
 * `watch` for an answer that depends on `tables` alone, whatever else the query reads. Where changes come faster than
 * the query answers, each answer is told all the same: `watch` starts again with every change of anything it has read
 * and would tell nothing until they end, as while an index is being made.
 */
export function watchTables<T>(
  tables: readonly Table[],
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: StoreError) => void = () => {},
): () => void {
  const prefixes = tables.map((table) => `idb://${table.db.name}/${table.name}/`);
  let isOver = false;
  let isRunning = false;
  let isStale = false;
  const run = async () => {
    isStale = true;
    if (isRunning) return;
    isRunning = true;
    while (isStale && !isOver) {
      isStale = false;
      try {
        const value = await query();
        if (!isOver) onValue(value);
      } catch (error) {
        if (!isOver) onError(toStoreError(error));
      }
    }
    isRunning = false;
  };
  const onMutated = (parts: ObservabilitySet) => {
    const isTouched = (part: string) => part === 'all' || prefixes.some((prefix) => part.startsWith(prefix));
    if (Object.keys(parts).some(isTouched)) void run();
  };
  Dexie.on('storagemutated', onMutated);
  void run();
  return () => {
    isOver = true;
    Dexie.on.storagemutated.unsubscribe(onMutated);
  };
}
