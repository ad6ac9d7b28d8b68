import { alone, TENDING } from './alone';
import type { BackupFolder } from './backup-folder';
import { emptyFolder } from './backups';
import type { PressmarkDatabase } from './database';
import { eraseFindings, type FindingsDatabase } from './findings-database';
import { ensureIdentity } from './identity';
import { withNamedFailures } from './store-error';

/**
 * Deletes everything: annotations, articles, drafts, what was taught, what could be taken back, and all backups. The
 * database goes on with a new identity, so that a file of its former self is merged as anybody else's. Of the database all
 * or nothing; what engines found in the articles goes before. @throws StoreError
 */
export function eraseEverything(
  db: PressmarkDatabase,
  findings: FindingsDatabase,
  folder: BackupFolder,
): Promise<void> {
  // A backup that is being made would otherwise be finished, and lie there, after all of them were removed.
  const work = async () => {
    // First: what is found in articles must not outlive them, and can be found again where the rest then fails.
    await eraseFindings(findings);
    await db.transaction('rw', db.tables, async () => {
      for (const table of db.tables) await table.clear();
      await ensureIdentity(db);
    });
    // Afterwards: had the database refused, the backups would still be wanted.
    await emptyFolder(folder);
  };
  return withNamedFailures(() => alone(TENDING, work));
}
