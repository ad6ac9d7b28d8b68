import Dexie from 'dexie';
import type { AnnotationRecord } from '../model/annotation';
import { matchesQuery, parseQuery } from '../notes/match-note';
import { currentVersion } from '../team/conflicts';
import type { PressmarkDatabase } from './database';
import { withNamedFailures } from './store-error';

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
    const living = db.annotations.where('[deleted+updated]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
    if (words.length === 0) {
      const rows = await living.reverse().limit(limit).toArray();
      return rows.map(({ record }) => record);
    }
    // In one go and turned round here: walking an index backwards takes a step of its own for every note.
    const rows = await living.toArray();
    const found: AnnotationRecord[] = [];
    for (let at = rows.length - 1; at >= 0 && found.length < limit; at--) {
      const record = rows[at]!.record;
      const version = currentVersion(record);
      if (version && matchesQuery(version, words)) found.push(record);
    }
    return found;
  });
}
