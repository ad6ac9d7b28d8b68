import type { Dexie, Table } from 'dexie';
import { v4 } from 'uuid';
import type { MetaRow, MetaValues, Sentinel } from './schema';
import { withNamedFailures } from './store-error';

/** The part of the database that these functions need; naming the whole one would close an import cycle. */
export interface DatabaseWithMeta extends Dexie {
  readonly meta: Table<MetaRow, MetaRow['key']>;
}

/** Gives a new database its device id and its sentinel. Every database has its own: a copied one is found out. */
export async function ensureIdentity(db: DatabaseWithMeta, now: number = Date.now()): Promise<void> {
  const [device, sentinel] = await db.meta.bulkGet(['device', 'sentinel']);
  if (device !== undefined && sentinel !== undefined) return;
  await db.transaction('rw', db.meta, async () => {
    // Asked again: another window may have opened the same new database a moment ago.
    const rows = await db.meta.bulkGet(['device', 'sentinel']);
    if (rows[0] === undefined) await db.meta.put({ key: 'device', value: v4() });
    const value = { id: v4(), created: new Date(now).toISOString() };
    if (rows[1] === undefined) await db.meta.put({ key: 'sentinel', value });
  });
}

/** The id under which this database writes versions. */
export function deviceOf(db: DatabaseWithMeta): Promise<string> {
  return withNamedFailures(() => metaValue(db, 'device'));
}

/** What tells this database from another one; kept outside as well, it notices a database that was emptied. */
export function sentinelOf(db: DatabaseWithMeta): Promise<Sentinel> {
  return withNamedFailures(() => metaValue(db, 'sentinel'));
}

/** Takes a new device id, inside the caller's transaction, when someone else writes under the old one. */
export async function rotateDevice(db: DatabaseWithMeta): Promise<void> {
  await db.meta.put({ key: 'device', value: v4() });
}

/** One value of the meta table that every opened database has. Runs inside the caller's transaction, if any. */
export async function metaValue<K extends 'device' | 'sentinel'>(
  db: DatabaseWithMeta,
  key: K,
): Promise<MetaValues[K]> {
  const row = await db.meta.get(key);
  if (row === undefined) throw new Error(`The database has lost its ${key}`);
  // A row's value is what its key says, which the table's type cannot tell by the key asked for.
  return row.value as MetaValues[K];
}

/** The last reading of the hybrid clock, or null. Runs inside the caller's transaction, if any. */
export async function readClock(db: DatabaseWithMeta): Promise<string | null> {
  const row = await db.meta.get('clock');
  return row?.key === 'clock' ? row.value : null;
}
