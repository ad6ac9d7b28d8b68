import type { DBCore } from 'dexie';
import { DATABASE_NAME, PressmarkDatabase } from './database';
import type { StoreErrorCode } from './store-error';
import { StoreError, withNamedFailures } from './store-error';

const READABLE: ReadonlySet<StoreErrorCode> = new Set(['newer-data', 'upgrade-failed']);

/** Whether what stands in the database can still be read after opening it failed so. */
export function isReadable(code: string): boolean {
  return READABLE.has(code as StoreErrorCode);
}

/**
 * Opens a database of another version for reading alone: its tables are those it has. Every write is refused.
 *
 * @throws StoreError
 */
export function openReadOnly(name: string = DATABASE_NAME): Promise<PressmarkDatabase> {
  return withNamedFailures(async () => {
    const database = new PressmarkDatabase(name, { cache: 'disabled' });
    database.use({ stack: 'dbcore', name: 'read-only', create: withoutWrites });
    await database.open();
    // Without a declared version Dexie finds the tables, but does not make them properties.
    return Object.assign(database, Object.fromEntries(database.tables.map((table) => [table.name, table])));
  });
}

function withoutWrites(core: DBCore): DBCore {
  return {
    ...core,
    transaction(stores, mode, options) {
      if (mode === 'readwrite') throw new StoreError('newer-data', new Error('Opened for reading alone'));
      return core.transaction(stores, mode, options);
    },
  };
}
