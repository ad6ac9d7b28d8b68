import type { PressmarkDatabase } from '../store/database';
import { indexPending } from '../store/search-index';

/**
 * What the background does for the store when nobody waits for it: makes the search rows that are missing. A stop
 * costs nothing; whatever is left is done when the background wakes again.
 */
export async function tendStore(db: PressmarkDatabase): Promise<void> {
  try {
    await indexPending(db);
  } catch (error) {
    // Searching reads unindexed notes whole, so nothing is missed meanwhile.
    console.warn('Pressmark: the search index waits', error);
  }
}
