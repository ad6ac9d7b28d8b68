import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { readBackup } from '../../../lib/exchange/backup-file';
import { annotationsOf, findAnnotation, saveAnnotation } from '../../../lib/store/annotations';
import { backupFile, backupsIn, unpackedLines } from '../../../lib/store/backups';
import { openCurrent, openWith, type PressmarkDatabase } from '../../../lib/store/database';
import { sentinelOf } from '../../../lib/store/identity';
import { openStore } from '../../../lib/store/open-store';
import { openReadOnly } from '../../../lib/store/read-only';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../lib/store/schema';
import { searchAnnotations } from '../../../lib/store/search';
import { dumpDatabase, pourGolden, readGolden } from '../../migrations/golden-database';
import { sampleFields } from '../team/sample-annotation';
import { memoryFolder } from './memory-folder';
import { newName } from './open-stores';

const STORY = 'https://example.org/harbour';
const opened: PressmarkDatabase[] = [];
const kept = (db: PressmarkDatabase) => {
  opened.push(db);
  return db;
};
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

const FAILING = {
  version: SCHEMA_VERSION + 1,
  name: 'failing',
  stores: {},
  upgrade: async (transaction: { table(name: string): { clear(): PromiseLike<void> } }) => {
    await transaction.table('annotations').clear();
    throw new Error('half-way');
  },
};
const openFailing = (name: string) => openWith(name, [...MIGRATIONS, FAILING], FAILING.version);

describe('opening the store', () => {
  it('backs an older database up before it is brought up to date', async () => {
    const [name, folder] = [newName(), memoryFolder()];
    await pourGolden(readGolden('0001-first-schema'), name);
    const [db, other] = await Promise.all([1, 2].map(() => openStore(name, async () => folder)));
    expect(kept(db!).verno).toBe(SCHEMA_VERSION);
    kept(other!);
    const backups = await backupsIn(folder);
    expect(backups[0]).toMatchObject({ reason: 'upgrade', state: 'version 1', notes: 3 });
    const file = (await backupFile(folder, backups[0]!.name))!;
    const reading = await readBackup(unpackedLines(file));
    expect(reading).toMatchObject({ ok: true, content: { header: { schema: 1 }, skipped: 0 } });
    expect(reading.ok && reading.content.annotations).toHaveLength(4);
  });

  it('makes no backup of a database that is up to date, or of none', async () => {
    const [name, folder] = [newName(), memoryFolder()];
    kept(await openStore(name, async () => folder)).close();
    kept(await openStore(name, async () => folder));
    expect(await folder.names()).toEqual([]);
  });

  it('leaves the old database as it was when the upgrade fails, names it, and lets it be read', async () => {
    const [name, folder] = [newName(), memoryFolder()];
    const db = await openStore(name, async () => folder);
    const fields = { ...sampleFields('kept'), article: STORY };
    await saveAnnotation(db, { id: 'x', seen: {}, fields, author: 'ana' });
    db.close();
    const before = await dumpDatabase(name);
    const opening = openStore(name, async () => folder, openFailing, FAILING.version);
    await expect(opening).rejects.toMatchObject({ code: 'upgrade-failed' });
    expect(await dumpDatabase(name)).toEqual(before);
    const old = kept(await openReadOnly(name));
    expect((await annotationsOf(old, STORY)).map(({ id }) => id)).toEqual(['x']);
    const save = saveAnnotation(old, { id: 'y', seen: {}, fields, author: 'ana' });
    await expect(save).rejects.toMatchObject({ name: 'StoreError' });
    expect(await findAnnotation(old, 'y')).toBeNull();
  });

  it('does not upgrade what it cannot back up', async () => {
    const name = newName();
    await pourGolden(readGolden('0001-first-schema'), name);
    const before = await dumpDatabase(name);
    const full = async () => memoryFolder(new Map(), () => true);
    await expect(openStore(name, full)).rejects.toMatchObject({ code: 'upgrade-failed' });
    expect(await dumpDatabase(name)).toEqual(before);
    const old = kept(await openReadOnly(name));
    expect((await searchAnnotations(old, 'union', 9)).length).toBe(1);
  });

  it('refuses newer data, which can then be read but not written', async () => {
    const name = newName();
    const next = { version: SCHEMA_VERSION + 1, name: 'next', stores: { extra: 'id' } };
    const newer = await openWith(name, [...MIGRATIONS, next], next.version);
    const fields = { ...sampleFields('from the future'), article: STORY };
    await saveAnnotation(newer, { id: 'x', seen: {}, fields, author: 'ana' });
    newer.close();
    await expect(openStore(name, async () => memoryFolder())).rejects.toMatchObject({ code: 'newer-data' });
    const old = kept(await openReadOnly(name));
    expect((await annotationsOf(old, STORY)).map(({ id }) => id)).toEqual(['x']);
    expect((await searchAnnotations(old, 'future', 9)).map(({ id }) => id)).toEqual(['x']);
    expect(old.backendDB().version).toBe(next.version * 10);
  });

  it('gives what is up to date to those who only read, and leaves an older database as it is', async () => {
    const [name, older] = [newName(), newName()];
    const db = kept(await openStore(name, async () => memoryFolder()));
    const fields = { ...sampleFields('kept'), article: STORY };
    await saveAnnotation(db, { id: 'x', seen: {}, fields, author: 'ana' });
    const reading = kept((await openCurrent(name))!);
    expect((await annotationsOf(reading, STORY)).map(({ id }) => id)).toEqual(['x']);
    await pourGolden(readGolden('0001-first-schema'), older);
    const before = await dumpDatabase(older);
    expect(await openCurrent(older)).toBeNull();
    expect(await dumpDatabase(older)).toEqual(before);
    expect(kept(await openStore(older, async () => memoryFolder())).verno).toBe(SCHEMA_VERSION);
  });

  it('gives a database that a reader made first its identity as soon as the background opens it', async () => {
    const name = newName();
    kept((await openCurrent(name))!);
    const db = kept(await openStore(name, async () => memoryFolder()));
    expect(await sentinelOf(db)).toMatchObject({ id: expect.any(String) });
  });
});
