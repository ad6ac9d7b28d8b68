import type { PressmarkDatabase } from './database';
import { eraseFindings, type FindingsDatabase } from './findings-database';
import { ensureIdentity } from './identity';
import { withNamedFailures } from './store-error';

/**
 * Deletes everything: annotations, articles, drafts, what was taught, what could be taken back. The database goes on with
 * a new identity, so that a file of its former self is merged as anybody else's. All of it or nothing; what engines found in the
 * articles goes before. @throws StoreError
 */
export function eraseEverything(db: PressmarkDatabase, findings: FindingsDatabase): Promise<void> {
  return withNamedFailures(async () => {
    // First: what is found in articles must not outlive them, and can be found again where the rest then fails.
    await eraseFindings(findings);
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
      await ensureIdentity(db);
    });
  });
}
