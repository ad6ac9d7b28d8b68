import { readBackup } from '../exchange/backup-file';
import type { Answer, ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import { FRESH_WATCH } from '../model/store-watch';
import { forgetLostPassages } from '../platform/lost-passages';
import { dropPrivateDrafts } from '../platform/session';
import { forgetSettings, readSettings } from '../platform/settings';
import { changeStoreWatch, readStoreWatch } from '../platform/store-watch';
import { webTabs } from '../platform/tabs';
import { browserFolder } from '../store/backup-folder';
import { backUpNow, backupFile, removeBackup, unpackedLines } from '../store/backups';
import { emptyBin, giveBack } from '../store/bin';
import type { PressmarkDatabase } from '../store/database';
import { eraseEverything } from '../store/erase';
import { restoreBackup } from '../store/restore';
import { type Direction, moveThroughChanges } from '../store/undo';
import type { LibraryIndex } from './library-index';
import { LongWork } from './long-work';
import { forgetRequests } from './request-handlers';
import { Refusal, type Service } from './service';
import { tellOfMany, tellOfNotes } from './tell-pages';
import { tellTab } from './tell-tab';
import { noticeLoss, tendStore } from './tend-store';

type StoreMessages =
  | 'changes.move'
  | 'bin.giveBack'
  | 'bin.empty'
  | 'store.watch'
  | 'store.backUp'
  | 'store.removeBackup'
  | 'store.restore'
  | 'store.erase'
  | 'store.settleLoss'
  | 'store.keepFiles';

/** Taking back, the bin, backups, and deleting everything. */
export function storeHandlers(
  service: Service,
  index: LibraryIndex,
): Pick<Handlers<ToBackground>, StoreMessages> {
  const restoring = new LongWork<number>();
  return {
    'changes.move': ({ direction }) => move(service, direction),

    'bin.giveBack': async ({ ids }) => {
      const { author } = await readSettings();
      const db = await service.database();
      const { records } = await giveBack(db, { ids, author });
      void tendStore(db);
      await tellOfNotes(service, records);
      return { count: records.length };
    },

    'bin.empty': async () => {
      const { author } = await readSettings();
      return { count: await emptyBin(await service.database(), { days: 0, author }) };
    },

    'store.watch': async () => {
      await noticeLoss(await service.database(), Date.now());
      return { watch: await readStoreWatch() };
    },

    'store.backUp': async () => {
      const { name } = await backUpNow(await browserFolder(), await service.database());
      return { name };
    },

    'store.removeBackup': async ({ name }) => {
      await removeBackup(await browserFolder(), name);
      return {};
    },

    'store.restore': async ({ name, revives, run }) => ({
      restored: await restoring.ask(run, async () => {
        const db = await service.database();
        const restored = await restore(db, name, revives);
        await changeStoreWatch({ lost: null });
        void tendStore(db);
        await tellEverything();
        return restored;
      }),
    }),

    'store.erase': async () => {
      const db = await service.database();
      const folder = await browserFolder();
      await index.alone(async () => eraseEverything(db, await service.findings(), folder));
      await changeStoreWatch(FRESH_WATCH);
      await noticeLoss(db, Date.now());
      await forgetSettings();
      await forgetLostPassages();
      await forgetRequests();
      await dropPrivateDrafts();
      await tellEverything();
      return {};
    },

    'store.settleLoss': async () => {
      await changeStoreWatch({ lost: null });
      return {};
    },

    'store.keepFiles': async ({ change }) => {
      await changeStoreWatch(change);
      // Who lets files be saved has one at once, if one is due.
      if (change.savesFiles) void tendStore(await service.database());
      return {};
    },
  };
}

async function move(service: Service, direction: Direction): Promise<Answer<ToBackground, 'changes.move'>> {
  const { author } = await readSettings();
  const moved = await moveThroughChanges(await service.database(), direction, author);
  if (moved === null) return { moved: null };
  const { kind, records, corrected, skipped } = moved;
  if (corrected > 0) await tellEverything();
  else await tellOfNotes(service, records);
  return { moved: { kind, count: records.length + corrected, skipped } };
}

async function restore(db: PressmarkDatabase, name: string, revives: boolean): Promise<number> {
  const { author } = await readSettings();
  const file = await backupFile(await browserFolder(), name);
  if (!file) throw new Refusal(`there is no backup ${name}`);
  const reading = await readBackup(unpackedLines(file));
  if (!reading.ok) throw new Refusal(`the backup cannot be read: ${reading.problem}`);
  return restoreBackup(db, reading.content, { revives, author });
}

async function tellEverything(): Promise<void> {
  await tellOfMany();
  await Promise.all((await webTabs()).map((tab) => tellTab(tab.id, { type: 'words.changed' })));
}
