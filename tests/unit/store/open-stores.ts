import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { openDatabase, type PressmarkDatabase } from '../../../lib/store/database';

const opened: PressmarkDatabase[] = [];
let count = 0;

/** A database of its own for a test, or another connection to the one that is named. Closed after the test. */
export async function openStore(name: string = newName()): Promise<PressmarkDatabase> {
  const db = await openDatabase(name);
  opened.push(db);
  return db;
}

/** A database name that no other test uses. */
export function newName(): string {
  count += 1;
  return `test-${count}`;
}

afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});
