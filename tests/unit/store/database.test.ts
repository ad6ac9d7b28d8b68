import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveAnnotation } from '../../../lib/store/annotations';
import { openDatabase, openWith } from '../../../lib/store/database';
import { deviceOf, sentinelOf } from '../../../lib/store/identity';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../lib/store/schema';
import { StoreError, toStoreError } from '../../../lib/store/store-error';
import { sampleFields } from '../team/sample-annotation';
import { newName, openStore } from './open-stores';

const NEXT = {
  version: SCHEMA_VERSION + 1,
  name: 'next',
  stores: { annotations: 'id, [article+deleted]', extra: 'id' },
};
const openNext = (name: string) => openWith(name, [...MIGRATIONS, NEXT], NEXT.version);
const request = { id: 'x', seen: {}, fields: sampleFields('kept'), author: 'ana' };

describe('opening the database', () => {
  it('gives every database its own device and sentinel, and keeps them', async () => {
    const [one, other] = [await openStore(), await openStore()];
    expect(await deviceOf(one)).toMatch(/^[0-9a-f-]{36}$/);
    expect(await deviceOf(one)).not.toBe(await deviceOf(other));
    expect((await sentinelOf(one)).id).not.toBe((await sentinelOf(other)).id);
    const again = await openStore(one.name);
    expect([await deviceOf(again), await sentinelOf(again)]).toEqual([
      await deviceOf(one),
      await sentinelOf(one),
    ]);
  });

  it('agrees on one device when two windows open a new database at once', async () => {
    const name = newName();
    const [one, other] = await Promise.all([openStore(name), openStore(name)]);
    expect(await deviceOf(one)).toBe(await deviceOf(other));
  });

  it('comes back with another sentinel after it was deleted, so that the loss is noticed', async () => {
    const db = await openStore();
    const before = await sentinelOf(db);
    await db.delete();
    expect((await sentinelOf(await openStore(db.name))).id).not.toBe(before.id);
  });

  it('asks for writes that are on the disk when they are acknowledged', async () => {
    const asked: unknown[] = [];
    const real = IDBDatabase.prototype.transaction;
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    spy.mockImplementation(function (this: IDBDatabase, names, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability);
      return real.call(this, names, mode, options);
    });
    const db = await openStore();
    asked.length = 0;
    await saveAnnotation(db, request);
    expect(asked).toEqual(['strict']);
    spy.mockRestore();
  });

  it('opens anew when the browser has closed it', async () => {
    const db = await openStore();
    await saveAnnotation(db, request);
    db.close({ disableAutoOpen: false });
    expect(await db.annotations.count()).toBe(1);
  });

  it('goes on with a new identity when the browser has thrown the database away', async () => {
    const db = await openStore();
    const before = await sentinelOf(db);
    db.close({ disableAutoOpen: false });
    await Dexie.delete(db.name);
    await saveAnnotation(db, request);
    expect((await sentinelOf(db)).id).not.toBe(before.id);
    expect(await db.annotations.count()).toBe(1);
  });
});

describe('a database of another version', () => {
  it('that is newer is refused and left as it is', async () => {
    const name = newName();
    const newer = await openNext(name);
    await newer.table('extra').put({ id: 'precious' });
    newer.close();
    await expect(openDatabase(name)).rejects.toMatchObject({ name: 'StoreError', code: 'newer-data' });
    const again = await openNext(name);
    expect(again.backendDB().version).toBe(NEXT.version * 10);
    expect(await again.table('extra').toArray()).toEqual([{ id: 'precious' }]);
    again.close();
  });

  it('that is older is brought up to date with all its notes, other windows letting go', async () => {
    const old = await openStore();
    await saveAnnotation(old, request);
    const device = await deviceOf(old);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const next = await openNext(old.name);
    expect(warn).toHaveBeenCalled();
    expect(next.verno).toBe(NEXT.version);
    expect(await next.annotations.count()).toBe(1);
    expect(await deviceOf(next)).toBe(device);
    // The old window finds out at its next question.
    await expect(deviceOf(old)).rejects.toMatchObject({ code: 'newer-data' });
    next.close();
  });

  it('that failed to upgrade is still the old one, with everything in it', async () => {
    const db = await openStore();
    await saveAnnotation(db, request);
    db.close();
    const upgrade = async (transaction: { table(name: string): { clear(): PromiseLike<void> } }) => {
      await transaction.table('annotations').clear();
      throw new Error('half-way');
    };
    const failing = openWith(db.name, [...MIGRATIONS, { ...NEXT, upgrade }], NEXT.version);
    await expect(failing).rejects.toMatchObject({ name: 'StoreError', code: 'failed' });
    const again = await openStore(db.name);
    expect(again.backendDB().version).toBe(SCHEMA_VERSION * 10);
    expect(await again.annotations.count()).toBe(1);
  });

  it('that a stuck window holds open is reported as blocked', async () => {
    const db = await openStore();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const name = db.name;
    db.close();
    // A connection that ignores the request to let go.
    const stuck = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    await expect(openNext(name)).rejects.toMatchObject({ code: 'blocked' });
    stuck.close();
  }, 10_000);

  it('has the same tables and indexes as ever', () => {
    expect(SCHEMA_VERSION).toBe(3);
    expect(MIGRATIONS.map(({ version, name, stores }) => ({ version, name, stores }))).toMatchInlineSnapshot(`
      [
        {
          "name": "first-schema",
          "stores": {
            "annotations": "id, [article+deleted], [deleted+updated]",
            "articles": "key, *urls",
            "drafts": "key",
            "meta": "key",
            "wordList": "id",
          },
          "version": 1,
        },
        {
          "name": "search-and-undo",
          "stores": {
            "changes": "++n",
            "pending": "id",
            "search": "at, &id, *words",
          },
          "version": 2,
        },
        {
          "name": "packed-search",
          "stores": {
            "search": null,
            "searchPlaces": "[segment+page]",
            "searchSegments": "++id",
            "searchStamps": "id",
            "searchTimes": "[segment+part]",
            "searchWords": "[segment+bucket]",
          },
          "version": 3,
        },
      ]
    `);
  });
});

describe('failures', () => {
  const { indexedDB: real } = Dexie.dependencies;
  afterEach(() => {
    Dexie.dependencies.indexedDB = real;
    vi.restoreAllMocks();
  });

  it('are named when the browser has no database', async () => {
    Reflect.deleteProperty(Dexie.dependencies, 'indexedDB');
    await expect(openDatabase(newName())).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('are named when the browser refuses one, as in a private window', async () => {
    const refusal = new DOMException('No mutations here', 'InvalidStateError');
    const open = () => {
      throw refusal;
    };
    Dexie.dependencies.indexedDB = { open, deleteDatabase: open } as never;
    await expect(openDatabase(newName())).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('are named when the disk is full, and nothing is half written', async () => {
    const db = await openStore();
    const full = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    await expect(saveAnnotation(db, request)).rejects.toMatchObject({ name: 'StoreError', code: 'quota' });
    put.mockRestore();
    expect(await db.annotations.count()).toBe(0);
    await saveAnnotation(db, request);
    expect(await db.annotations.count()).toBe(1);
  });

  it('are named when the database was closed for good', async () => {
    const db = await openStore();
    db.close();
    await expect(saveAnnotation(db, request)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    [
      'a full disk inside an aborted transaction',
      { name: 'AbortError', inner: { name: 'QuotaExceededError' } },
      'quota',
    ],
    [
      'a full disk inside a batch',
      { name: 'BulkError', failures: [{ name: 'QuotaExceededError' }] },
      'quota',
    ],
    [
      'a transaction that the browser ended without a reason, as on a full disk',
      { name: 'AbortError', inner: { name: 'AbortError' } },
      'quota',
    ],
    [
      'an aborted transaction with another reason',
      { name: 'AbortError', inner: { name: 'TypeError' } },
      'failed',
    ],
    ['newer data', { name: 'VersionError' }, 'newer-data'],
    ['a store error inside another', { name: 'Error', cause: new StoreError('blocked', null) }, 'blocked'],
    ['something else', new TypeError('x'), 'failed'],
    ['nothing', undefined, 'failed'],
    ['a text', 'full', 'failed'],
  ])('name %s', (_what, reason, code) => {
    expect(toStoreError(reason).code).toBe(code);
  });

  it('keep their cause, and end even when a cause is its own cause', () => {
    const cause = new TypeError('x');
    expect(toStoreError(cause).cause).toBe(cause);
    const loop: { name: string; cause?: unknown } = { name: 'Error' };
    loop.cause = loop;
    expect(toStoreError(loop).code).toBe('failed');
  });
});
