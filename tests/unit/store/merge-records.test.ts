import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { AnnotationRecord } from '../../../lib/model/annotation';
import { findAnnotation, mergeRecords, saveAnnotation } from '../../../lib/store/annotations';
import { deviceOf } from '../../../lib/store/identity';
import { ID, sampleFields, wordings, write } from '../team/sample-annotation';
import { openStore } from './open-stores';

const NOON = Date.UTC(2026, 2, 1, 12);
const copyAs = (record: AnnotationRecord, id: string): AnnotationRecord => ({ ...record, id });

describe('merging records from elsewhere', () => {
  it('says what was new, changed, the same and conflicting', async () => {
    const db = await openStore();
    const base = await write(null, 'a', 'start');
    const [b, c] = [await write(base, 'b', 'by b'), await write(base, 'c', 'by c')];
    const first = await mergeRecords(
      db,
      ['1', '2', '3'].map((id) => copyAs(id === '3' ? b : base, id)),
    );
    expect(first).toEqual({ added: 3, changed: 0, same: 0, conflicted: 0, refused: [] });
    const second = await mergeRecords(db, [
      copyAs(base, '1'),
      copyAs(b, '2'),
      copyAs(c, '3'),
      copyAs(c, '4'),
    ]);
    expect(second).toEqual({ added: 1, changed: 2, same: 1, conflicted: 1, refused: [] });
    expect(wordings((await findAnnotation(db, '3'))!)).toEqual(['by b', 'by c']);
  });

  it('changes nothing the second time, whichever way round', async () => {
    const db = await openStore();
    const base = await write(null, 'a', 'start');
    const replicas = [await write(base, 'b', 'by b'), base, await write(base, 'c', 'by c')];
    await mergeRecords(db, replicas);
    const before = await db.annotations.toArray();
    const again = await mergeRecords(db, [...replicas].reverse());
    expect(again).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(await db.annotations.toArray()).toEqual(before);
  });

  it('refuses what would wipe or break a record, and takes the rest', async () => {
    const db = await openStore();
    const good = await write(null, 'a', 'start');
    await mergeRecords(db, [good]);
    const wiping = { ...good, ctx: { a: 99 }, versions: [] };
    const summary = await mergeRecords(db, [wiping, copyAs(good, 'other')]);
    expect(summary).toMatchObject({ added: 1, refused: [{ id: good.id, problem: 'empty' }] });
    expect(wordings((await findAnnotation(db, good.id))!)).toEqual(['start']);
  });

  it('takes all or nothing', async () => {
    const db = await openStore();
    const good = await write(null, 'a', 'start');
    const unclonable = {
      ...good,
      id: 'z',
      versions: good.versions.map((version) => ({ ...version, odd: () => 1 })),
    };
    await expect(mergeRecords(db, [good, unclonable])).rejects.toMatchObject({ code: 'failed' });
    expect(await db.annotations.count()).toBe(0);
  });

  it('takes a new device id when others know more of ours than we do', async () => {
    const db = await openStore();
    const device = await deviceOf(db);
    const elsewhere = await write(await write(null, device, 'one'), device, 'two');
    await mergeRecords(db, [elsewhere]);
    const rotated = await deviceOf(db);
    expect(rotated).not.toBe(device);
    const request = { id: elsewhere.id, seen: elsewhere.ctx, fields: sampleFields('three'), author: 'ana' };
    expect((await saveAnnotation(db, request, NOON)).ctx).toEqual({ [device]: 2, [rotated]: 1 });
  });

  it('takes a new device id when a copy of the profile wrote under the same counter, and keeps both', async () => {
    const db = await openStore();
    const device = await deviceOf(db);
    const elsewhere = await write(null, device, 'there');
    const request = { id: elsewhere.id, seen: {}, fields: sampleFields('here'), author: 'ana' };
    await saveAnnotation(db, request, NOON);
    await mergeRecords(db, [elsewhere]);
    expect(wordings((await findAnnotation(db, elsewhere.id))!)).toEqual(['here', 'there']);
    expect(await deviceOf(db)).not.toBe(device);
  });

  it('keeps the device id when only our own writes come back', async () => {
    const db = await openStore();
    const request = { id: ID, seen: {}, fields: sampleFields('mine'), author: 'ana' };
    const saved = await saveAnnotation(db, request, NOON);
    const device = await deviceOf(db);
    await mergeRecords(db, [await write(saved, 'b', 'theirs')]);
    expect(await deviceOf(db)).toBe(device);
  });

  it('dates an answer after the note it answers', async () => {
    const db = await openStore();
    const theirs = await write(null, 'b', 'question', 5);
    await mergeRecords(db, [theirs], Date.UTC(2026, 2, 1, 9));
    const request = { id: 'answer', seen: {}, fields: sampleFields('answer'), author: 'ana' };
    const mine = await saveAnnotation(db, request, Date.UTC(2026, 2, 1, 9));
    expect(mine.versions[0]!.hlc > theirs.versions[0]!.hlc).toBe(true);
  });

  it('does not lose a save that happens during a merge', async () => {
    const db = await openStore();
    const theirs = await write(null, 'b', 'theirs');
    const request = { id: theirs.id, seen: {}, fields: sampleFields('mine'), author: 'ana' };
    await Promise.all([
      mergeRecords(db, [theirs]),
      saveAnnotation(db, request, NOON),
      mergeRecords(db, [theirs]),
    ]);
    expect(wordings((await findAnnotation(db, theirs.id))!)).toEqual(['mine', 'theirs']);
  });

  it('takes two thousand records at once', async () => {
    const db = await openStore();
    const base = await write(null, 'a', 'start');
    const batch = Array.from({ length: 2000 }, (_, index) => copyAs(base, `note-${index}`));
    expect(await mergeRecords(db, batch)).toMatchObject({ added: 2000 });
    expect(await db.annotations.count()).toBe(2000);
  });
});
