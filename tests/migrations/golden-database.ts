import { readdirSync, readFileSync } from 'node:fs';

/** A database as the browser holds it, without Dexie: what a released version left on a reader's disk. */
export interface GoldenDatabase {
  /** The version the browser knows, which is ten times Dexie's. */
  readonly nativeVersion: number;
  readonly stores: Readonly<Record<string, GoldenStore>>;
}

interface GoldenStore {
  readonly keyPath: string | string[] | null;
  /** Left out where keys are not given by the browser. */
  readonly autoIncrement?: true;
  readonly indexes: readonly {
    readonly name: string;
    readonly keyPath: string | string[];
    readonly multiEntry: boolean;
    readonly unique: boolean;
  }[];
  readonly rows: readonly unknown[];
}

const FOLDER = new URL('./golden/', import.meta.url);

/** The names of all golden databases, oldest first, without extension. */
export function goldenNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

export function readGolden(name: string): GoldenDatabase {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'), revive) as GoldenDatabase;
}

const TYPED = { Float64Array, Uint16Array, Uint32Array };

// JSON has no typed arrays: they are written as `{"Uint16Array": [1, 2]}`.
function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [name, ...others] = Object.keys(value);
  if (others.length > 0 || name === undefined || !(name in TYPED)) return value;
  const numbers = (value as Record<string, number[]>)[name]!;
  return TYPED[name as keyof typeof TYPED].from(numbers);
}

/** Writes a golden database into the browser's storage under `name`, by IndexedDB alone. */
export async function pourGolden(golden: GoldenDatabase, name: string): Promise<void> {
  const opening = indexedDB.open(name, golden.nativeVersion);
  opening.onupgradeneeded = () => {
    for (const [storeName, { keyPath, autoIncrement = false, indexes, rows }] of Object.entries(
      golden.stores,
    )) {
      const store = opening.result.createObjectStore(storeName, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, ...options } of indexes)
        store.createIndex(index, path, options);
      for (const row of rows) store.put(row);
    }
  };
  (await settled(opening)).close();
}

/** Reads a whole database as the browser holds it; the counterpart of `pourGolden`. */
export async function dumpDatabase(name: string): Promise<GoldenDatabase> {
  const database = await settled(indexedDB.open(name));
  const names = [...database.objectStoreNames].sort();
  const transaction = database.transaction(names);
  const stores = names.map(async (storeName): Promise<[string, GoldenStore]> => {
    const store = transaction.objectStore(storeName);
    const indexes = [...store.indexNames].sort().map((index) => {
      const { name, keyPath, multiEntry, unique } = store.index(index);
      return { name, keyPath, multiEntry, unique };
    });
    const { keyPath, autoIncrement } = store;
    const rows = await settled(store.getAll());
    return [storeName, { keyPath, ...(autoIncrement ? { autoIncrement } : {}), indexes, rows }];
  });
  const dump = { nativeVersion: database.version, stores: Object.fromEntries(await Promise.all(stores)) };
  database.close();
  return dump;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
