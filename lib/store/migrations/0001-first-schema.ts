import type { Migration } from './migration';

/**
 * annotations: rows `{id, record, article, updated, deleted: 0|1}`, the last three derived from the record.
 * articles: rows `{key, record, urls}`, `urls` being the keys of all its addresses. drafts: rows `{key, draft}`.
 * meta: rows `{key, value}`. wordList: rows `{id, entry}`.
 */
export const firstSchema: Migration = {
  version: 1,
  name: 'first-schema',
  stores: {
    annotations: 'id, [article+deleted], [deleted+updated]',
    articles: 'key, *urls',
    drafts: 'key',
    meta: 'key',
    wordList: 'id',
  },
};
