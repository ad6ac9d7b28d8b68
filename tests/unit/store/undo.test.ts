import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  findAnnotation,
  mergeRecords,
  removeAnnotation,
  saveAnnotation,
} from '../../../lib/store/annotations';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { moveThroughChanges } from '../../../lib/store/undo';
import { isConflicted, isDeleted } from '../../../lib/team/conflicts';
import { verifyRecord } from '../../../lib/team/verify-record';
import { sha256 } from '../../../lib/team/version-hash';
import { idOf, writeNote } from '../exchange/sample-set';
import { sampleFields, wordings } from '../team/sample-annotation';
import { openStore } from './open-stores';

const NOON = Date.UTC(2026, 2, 1, 12);
const undo = (db: PressmarkDatabase) => moveThroughChanges(db, 'undo', 'ana', NOON);
const redo = (db: PressmarkDatabase) => moveThroughChanges(db, 'redo', 'ana', NOON);

async function save(db: PressmarkDatabase, id: string, body: string) {
  const seen = (await findAnnotation(db, id))?.ctx ?? {};
  return saveAnnotation(db, { id, seen, fields: sampleFields(body), author: 'ana' }, NOON);
}

async function remove(db: PressmarkDatabase, id: string) {
  const seen = (await findAnnotation(db, id))?.ctx ?? {};
  return removeAnnotation(db, { id, seen, author: 'ana' }, NOON);
}

async function now(db: PressmarkDatabase, id: string): Promise<string[]> {
  const record = await findAnnotation(db, id);
  return record === null ? [] : wordings(record);
}

describe('taking back', () => {
  it('goes back through every change of a note and forward again', async () => {
    const db = await openStore();
    await save(db, 'x', 'first');
    await save(db, 'x', 'second');
    await remove(db, 'x');
    const seen: string[][] = [];
    for (const move of [undo, undo, undo]) {
      expect(await move(db)).toMatchObject({ skipped: 0 });
      seen.push(await now(db, 'x'));
    }
    expect(seen).toEqual([['second'], ['first'], ['deleted']]);
    expect(await undo(db)).toBeNull();
    for (const words of [['first'], ['second'], ['deleted']]) {
      await redo(db);
      expect(await now(db, 'x')).toEqual(words);
    }
    expect(await redo(db)).toBeNull();
    expect(await verifyRecord((await findAnnotation(db, 'x'))!, sha256)).toBeNull();
  });

  it('can no longer make again what was taken back once something new was written', async () => {
    const db = await openStore();
    await save(db, 'x', 'first');
    await save(db, 'x', 'second');
    await undo(db);
    await save(db, 'y', 'other');
    expect(await redo(db)).toBeNull();
    await undo(db);
    expect(await now(db, 'y')).toEqual(['deleted']);
    expect(await now(db, 'x')).toEqual(['first']);
  });

  it('takes back a whole import at once, and makes it again', async () => {
    const db = await openStore();
    const mine = await save(db, idOf(1), 'mine');
    const theirs = await Promise.all([2, 3, 4].map((n) => writeNote(n, { body: `note ${n}` })));
    await mergeRecords(db, [...theirs, mine], NOON);
    expect(await undo(db)).toMatchObject({ kind: 'import', skipped: 0 });
    for (const n of [2, 3, 4]) expect(await now(db, idOf(n))).toEqual(['deleted']);
    expect(await now(db, idOf(1))).toEqual(['mine']);
    await redo(db);
    for (const n of [2, 3, 4]) expect(await now(db, idOf(n))).toEqual([`note ${n}`]);
  });

  it('leaves alone what somebody else has changed since', async () => {
    const db = await openStore();
    const mine = await save(db, idOf(5), 'mine');
    const theirs = await writeNote(5, { body: 'theirs' }, mine, 'phone');
    await db.annotations.clear();
    await mergeRecords(db, [theirs], NOON);
    await db.changes.where('n').above(1).delete();
    expect(await undo(db)).toMatchObject({ skipped: 1 });
    expect(await now(db, idOf(5))).toEqual(['theirs']);
  });

  it('brings a settled conflict back with the authors it had', async () => {
    const db = await openStore();
    const base = await writeNote(6, { body: 'base' });
    const [one, other] = [
      await writeNote(6, { body: 'one' }, base, 'laptop', 1),
      await writeNote(6, { body: 'other' }, base, 'phone', 2),
    ];
    await mergeRecords(db, [one, other], NOON);
    expect(isConflicted((await findAnnotation(db, idOf(6)))!)).toBe(true);
    await save(db, idOf(6), 'settled');
    await undo(db);
    const record = (await findAnnotation(db, idOf(6)))!;
    expect(wordings(record)).toEqual(['one', 'other']);
    expect(record.versions.map(({ author }) => author).sort()).toEqual(['owner of laptop', 'owner of phone']);
  });

  it('remembers the last hundred changes', async () => {
    const db = await openStore();
    for (let n = 0; n < 105; n += 1) await save(db, 'x', `wording ${n}`);
    expect(await db.changes.count()).toBe(100);
    let steps = 0;
    while (await undo(db)) steps += 1;
    expect(steps).toBe(100);
    expect(await now(db, 'x')).toEqual(['wording 4']);
  });

  it('asks for single changes by their keys: a browser reads many large ones ahead of a cursor', async () => {
    const db = await openStore();
    await save(db, 'x', 'first');
    const cursors = vi.spyOn(IDBObjectStore.prototype, 'openCursor');
    await save(db, 'x', 'second');
    await undo(db);
    await redo(db);
    expect(await now(db, 'x')).toEqual(['second']);
    expect(cursors).not.toHaveBeenCalled();
    cursors.mockRestore();
  });

  it('comes back to where it was after any walk of steps back and forth', async () => {
    const step = fc.constantFrom('save x', 'save y', 'remove x', 'undo', 'redo');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const db = await openStore();
        let count = 0;
        for (const what of steps) {
          if (what === 'undo') await undo(db);
          else if (what === 'redo') await redo(db);
          else if (what === 'remove x') await remove(db, 'x');
          else await save(db, what.slice(5), `wording ${count++}`);
        }
        const before = [await now(db, 'x'), await now(db, 'y')];
        let back = 0;
        while (await undo(db)) back += 1;
        for (const id of ['x', 'y']) {
          const record = await findAnnotation(db, id);
          expect(record === null || isDeleted(record)).toBe(true);
        }
        for (let n = 0; n < back; n += 1) await redo(db);
        expect([await now(db, 'x'), await now(db, 'y')].map(String)).toEqual(
          // What never stood any more at the end may have been taken back before it.
          before.map(String),
        );
      }),
      { numRuns: 30, seed: 20261127 },
    );
  });
});
