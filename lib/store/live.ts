import { liveQuery } from 'dexie';
import { type StoreError, toStoreError } from './store-error';

/**
 * Calls `onValue` with the result of `query` now, and again after every change of the database that could alter it,
 * whichever window of the extension made the change. For extension pages. The answer ends it.
 *
 * `query` may only read. `onError` is told named failures; the watch goes on after them with the next change.
 */
export function watch<T>(
  query: () => PromiseLike<T> | T,
  onValue: (value: T) => void,
  onError: (error: StoreError) => void = () => {},
): () => void {
  const subscription = liveQuery<T>(async () => query()).subscribe({
    next: onValue,
    error: (error: unknown) => onError(toStoreError(error)),
  });
  return () => subscription.unsubscribe();
}
