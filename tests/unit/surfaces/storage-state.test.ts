import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readBackup } from '../../../lib/exchange/backup-file';
import { type Ask, MessageError } from '../../../lib/messaging/client';
import type { ToBackground } from '../../../lib/messaging/protocol';
import { FRESH_WATCH } from '../../../lib/model/store-watch';
import { findAnnotation } from '../../../lib/store/annotations';
import { backUpNow, backupFile, backupsIn, putFile, unpackedLines } from '../../../lib/store/backups';
import { importAll } from '../../../lib/store/import-all';
import { planRestore, restoreBackup } from '../../../lib/store/restore';
import { storeSize } from '../../../lib/store/store-size';
import { type StorageData, type StorageParts, StorageState } from '../../../lib/surfaces/storage-state';
import { storedNote } from '../../support/many-records';
import { memoryFolder } from '../store/memory-folder';
import { openStore } from '../store/open-stores';

/** The state over a real store; the background's part of it is played by the same functions it calls. */
async function standing() {
  const [db, folder] = [await openStore(), memoryFolder()];
  const note = await storedNote(1, { body: 'precious' });
  await importAll(db, { annotations: [note], articles: [] });
  let watch = FRESH_WATCH;
  let isGranted = true;
  const read = async (name: string) => readBackup(unpackedLines((await backupFile(folder, name))!));
  const asked: string[] = [];
  const ask = async (message: {
    type: string;
    name?: string;
    revives?: boolean;
    run?: string;
    change?: object;
  }) => {
    if (message.type === 'store.backUp') return { name: (await backUpNow(folder, db)).name };
    if (message.type === 'store.keepFiles') watch = { ...watch, ...message.change };
    if (message.type === 'store.restore') {
      // It takes long: only the second time it is asked for the result is told.
      asked.push(message.run!);
      if (asked.length < 2) return { restored: null };
      const reading = await read(message.name!);
      if (!reading.ok) throw new MessageError('refused', reading.problem);
      const restored = await restoreBackup(db, reading.content, { revives: message.revives!, author: '' });
      return { restored };
    }
    return {};
  };
  const parts: StorageParts = {
    ask: ask as Ask<ToBackground>,
    watchStored: (onStored) => {
      void storeSize(db).then((size) => onStored({ size, binned: [], history: 0 }));
      return () => {};
    },
    backups: () => backupsIn(folder),
    used: async () => 4096,
    watch: async () => watch,
    preview: async (name) => {
      const reading = await read(name);
      if (!reading.ok) return reading;
      return { ok: true, made: reading.content.header.made, plan: await planRestore(db, reading.content) };
    },
    takeIn: (file) => putFile(folder, file),
    offerEverything: async () => {},
    requestDownloads: async () => isGranted,
    giveUpDownloads: async () => {},
  };
  let data!: StorageData;
  const state = new StorageState(parts, (next) => {
    data = next;
  });
  await state.start();
  const refuse = () => {
    isGranted = false;
  };
  return { db, folder, note, state, refuse, asked, data: () => data };
}

describe('the notes as a whole', () => {
  it('are backed up, lost and restored', async () => {
    const { db, note, state, asked, data } = await standing();
    await state.backUp();
    expect(data().backups).toMatchObject([{ notes: 1, reason: 'asked' }]);
    expect(data().notice).toMatchObject({ key: 'backed_up', failure: null });
    await db.annotations.clear();
    await state.plan(data().backups[0]!.name);
    expect(data().restore).toMatchObject({ step: 'planned', plan: { missing: 1 } });
    await state.apply(true);
    expect(data().restore).toEqual({ step: 'done', restored: 1 });
    expect(asked).toEqual([asked[0], asked[0]]);
    expect(await findAnnotation(db, note.id)).toEqual(note);
  });

  it('are restored from a file of the reader’s, and a file of another kind is refused', async () => {
    const { db, folder, note, state, data } = await standing();
    const { name } = await backUpNow(folder, db);
    const file = (await backupFile(folder, name))!;
    await db.annotations.clear();
    await state.planFile(file);
    expect(data().restore).toMatchObject({ step: 'planned', plan: { missing: 1 } });
    await state.apply(false);
    expect(await findAnnotation(db, note.id)).toEqual(note);
    await state.planFile(new Blob(['{"hello": 1}']));
    expect(data().restore).toEqual({ step: 'refused', problem: 'not-a-backup' });
  });

  it('say plainly when something did not work', async () => {
    const { state, data } = await standing();
    await state.plan('no-such-backup');
    expect(data().restore).toMatchObject({ step: 'failed' });
  });

  it('are saved to a file, which is remembered; by itself only where the reader allows it', async () => {
    const { state, data, refuse } = await standing();
    await state.saveFile();
    expect(data().watch.fileSaved).toMatch(/^20/);
    await state.saveFilesAlone(true);
    expect(data().watch.savesFiles).toBe(true);
    await state.saveFilesAlone(false);
    expect(data().watch.savesFiles).toBe(false);
    refuse();
    await state.saveFilesAlone(true);
    expect(data().watch.savesFiles).toBe(false);
    expect(data().notice?.key).toBe('files_refused');
  });
});
