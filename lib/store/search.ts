import Dexie from 'dexie';
import type { AnnotationRecord } from '../model/annotation';
import { matchesQuery, parseQuery } from '../notes/match-note';
import { currentVersion } from '../team/conflicts';
import type { PressmarkDatabase } from './database';
import { withNamedFailures } from './store-error';

// Rows are read in portions, so that a hit among the newest needs no look at the oldest.
const PORTION = 2_000;

/**
 * The annotations whose words contain every word of `query` (case and diacritics folded; note, quote, tags, author and
 * address are searched), the last changed first, at most `limit`. An empty query finds all.
 *
 * @throws StoreError
 */
export function searchAnnotations(
  db: PressmarkDatabase,
  query: string,
  limit: number,
): Promise<AnnotationRecord[]> {
  return withNamedFailures(async () => {
    const words = parseQuery(query);
    const found: AnnotationRecord[] = [];
    for (let offset = 0; found.length < limit; offset += PORTION) {
      const size = words.length === 0 ? limit : PORTION;
      const rows = await db.annotations
        .where('[deleted+updated]')
        .between([0, Dexie.minKey], [0, Dexie.maxKey])
        .reverse()
        .offset(offset)
        .limit(size)
        .toArray();
      for (const { record } of rows) {
        const version = currentVersion(record);
        if (version && found.length < limit && matchesQuery(version, words)) found.push(record);
      }
      if (rows.length < size) break;
    }
    return found;
  });
}
