import type { Transaction } from 'dexie';

/**
 * One step of the database's history. A released migration is never edited: databases in the world were made by it.
 * `stores` are Dexie's schema strings of the tables that the step adds or changes (`null` drops a table); `upgrade`
 * rewrites rows, and must not import living code, which would change under it.
 */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly stores: Readonly<Record<string, string | null>>;
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}
