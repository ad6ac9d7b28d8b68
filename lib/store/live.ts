import { liveQuery } from 'dexie';
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
