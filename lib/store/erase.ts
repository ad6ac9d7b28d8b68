import type { PressmarkDatabase } from './database';
import { ensureIdentity } from './identity';
import { withNamedFailures } from './store-error';

/**
 * Deletes everything: annotations, articles, drafts, what was taught, what could be taken back. The database goes on with
 * a new identity, so that a file of its former self is merged as anybody else's. All or nothing. @throws StoreError
 */
export function eraseEverything(db: PressmarkDatabase): Promise<void> {
  return withNamedFailures(async () => {
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
      await ensureIdentity(db);
    });
  });
}
