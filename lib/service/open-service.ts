import { readPacked } from '../platform/resources';
import { generator } from '../platform/words';
import { openFindings } from '../store/findings-database';
import { openStore } from '../store/open-store';
import { engineVersion } from './engine-version';
import { loadModels } from './load-models';
import { once, type Service } from './service';
import { tendStore } from './tend-store';

/** What the background works with, in a browser. */
export function openService(): Service {
  const complain = (what: string, error: unknown) => console.warn(`Pressmark: ${what}`, error);
  return {
    database: once(
      async () => {
        const db = await openStore();
        void tendStore(db);
        return db;
      },
      (db) => db.isOpen(),
    ),
    models: once(() => loadModels(readPacked, complain)),
    findings: once(
      () => openFindings(),
      (findings) => findings.isOpen(),
    ),
    engine: once(() => engineVersion(generator(), readPacked)),
  };
}
