import type { BackupRow } from '../exchange/backup-file';

// What can be made from the rest, and what could be taken back, which is a matter of the moment.
const LEFT_OUT: ReadonlySet<string> = new Set([
  'search',
  'searchPlaces',
  'searchSegments',
  'searchStamps',
  'searchTimes',
  'searchWords',
  'pending',
  'changes',
]);
const PAGE = 500;

/**
 * Every row of a database as the browser holds it, of whatever version it is, a page at a time so that memory stays
 * bounded; the reading history is left out. Rows written meanwhile may or may not be among them; each row is whole.
 */
export async function* storedRows(database: IDBDatabase): AsyncGenerator<BackupRow> {
  for (const table of database.objectStoreNames) {
    if (LEFT_OUT.has(table)) continue;
    let range: IDBKeyRange | null = null;
    for (;;) {
      const store = database.transaction(table).objectStore(table);
      const [keys, rows]: [IDBValidKey[], unknown[]] = await Promise.all([
        settled(store.getAllKeys(range, PAGE)),
        settled(store.getAll(range, PAGE)),
      ]);
      for (const row of rows) if (!isReading(table, row)) yield { table, row };
      if (keys.length < PAGE) break;
      range = IDBKeyRange.lowerBound(keys.at(-1), true);
    }
  }
}

// What was only read is no work of the reader's: emptied from the history it shall not lie in files that are kept.
function isReading(table: string, row: unknown): boolean {
  return table === 'articles' && (row as { record?: { onlyRead?: unknown } }).record?.onlyRead === true;
}

/** A request of IndexedDB as a promise. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
