import type { Migration } from './migration';

/**
 * search: rows `{at, id, words}`, one for each living annotation; `at` sorts the last changed first. pending: rows
 * `{id}`, annotations whose search row is still to be made. changes: rows `{n, …}`, what can be taken back.
 */
export const searchAndUndo: Migration = {
  version: 2,
  name: 'search-and-undo',
  stores: { search: 'at, &id, *words', pending: 'id', changes: '++n' },
  // Only names them: the background makes the rows afterwards, piece by piece, so that the upgrade is short.
  upgrade: async (transaction) => {
    const ids = await transaction.table('annotations').toCollection().primaryKeys();
    await transaction.table('pending').bulkPut(ids.map((id) => ({ id })));
  },
};
