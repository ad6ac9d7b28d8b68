import type { Migration } from './migration';

/**
 * The rows of `search` give way to packed lists, made by segments of many notes. searchSegments: rows `{id, isReady,
 * size}`. searchWords: rows `{segment, bucket, words, ends, places}`. searchTimes: rows `{segment, part, times}`.
 * searchPlaces: rows `{segment, page, ids, stamps}`. searchStamps: rows `{id, stamp}`. pending: rows `{id, mark}` and, of what was forgotten, `forgets`.
 */
export const packedSearch: Migration = {
  version: 3,
  name: 'packed-search',
  stores: {
    search: null,
    searchSegments: '++id',
    searchWords: '[segment+bucket]',
    searchTimes: '[segment+part]',
    searchPlaces: '[segment+page]',
    searchStamps: 'id',
  },
  // Only names them: the background makes the segments afterwards, piece by piece, so that the upgrade is short.
  upgrade: async (transaction) => {
    const ids = await transaction.table('annotations').toCollection().primaryKeys();
    await transaction.table('pending').bulkPut(ids.map((id) => ({ id, mark: 0 })));
  },
};
