import { readBackup } from '../exchange/backup-file';
import type { StoreWatch } from '../model/store-watch';
import { backupFileName } from '../notes/store-watch';
import { giveUpDownloads, requestDownloads } from '../platform/downloads';
import { offerBlob } from '../platform/files';
import { askBackground } from '../platform/messages';
import { readStoreWatch } from '../platform/store-watch';
import { historySize } from '../store/articles';
import { browserFolder } from '../store/backup-folder';
import { backupFile, backupLines, backupsIn, packed, putFile, unpackedLines } from '../store/backups';
import { binnedAnnotations } from '../store/bin';
import { openAsItIs, openStore } from '../store/open-store';
import { planRestore } from '../store/restore';
import { storeSize } from '../store/store-size';
import { listRecord } from '../team/list-record';
import type { Preview, StorageParts } from './storage-state';
import { watchStored } from './stored-notes';

/** The reader's notes as a whole, as the extension's own pages find them. */
export const STORED_WHOLE: StorageParts = {
  ask: askBackground,
  watchStored: (onStored, onFailure) =>
    watchStored(
      async (db) => {
        const records = await binnedAnnotations(db);
        const binned = records.flatMap((record) => listRecord(record) ?? []);
        return { size: await storeSize(db), binned, history: await historySize(db) };
      },
      onStored,
      onFailure,
    ),
  backups: async () => {
    try {
      return await backupsIn(await browserFolder());
    } catch {
      // Firefox gives private windows none; there is no database there either, and that is what is told.
      return [];
    }
  },
  used: async () => (await navigator.storage.estimate()).usage ?? null,
  watch: watchedStore,
  preview,
  takeIn: async (file) => putFile(await browserFolder(), file),
  offerEverything,
  requestDownloads,
  giveUpDownloads,
};

/** What is remembered of the database, after the background has looked whether it still is the one that was. */
export async function watchedStore(): Promise<StoreWatch> {
  try {
    return (await askBackground({ type: 'store.watch' })).watch;
  } catch {
    // It cannot be opened, which is told elsewhere.
    return readStoreWatch();
  }
}

async function preview(name: string): Promise<Preview> {
  const file = await backupFile(await browserFolder(), name);
  if (!file) return { ok: false, problem: 'damaged' };
  const reading = await readBackup(unpackedLines(file)).catch(() => null);
  if (!reading) return { ok: false, problem: 'damaged' };
  if (!reading.ok) return reading;
  const db = await openStore();
  try {
    const plan = await planRestore(db, reading.content);
    return { ok: true, made: reading.content.header.made, plan };
  } finally {
    db.close();
  }
}

// As it stands, of whatever version: also what cannot be opened any more can be saved.
async function offerEverything(): Promise<void> {
  const now = Date.now();
  const database = await openAsItIs();
  try {
    const header = { made: new Date(now).toISOString(), schema: database.version / 10, sentinel: null };
    const file = await new Response(packed(backupLines(database, header))).blob();
    offerBlob(backupFileName(now), file);
  } finally {
    database.close();
  }
}
