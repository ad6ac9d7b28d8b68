import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  findAnnotation,
  mergeRecords,
  removeAnnotation,
  saveAnnotation,
} from '../../../lib/store/annotations';
import { binnedAnnotations, emptyBin, giveBack } from '../../../lib/store/bin';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { searchAnnotations } from '../../../lib/store/search';
import { indexPending } from '../../../lib/store/search-index';
import { moveThroughChanges } from '../../../lib/store/undo';
import { isDeleted } from '../../../lib/team/conflicts';
import { sampleFields, wordings } from '../team/sample-annotation';
import { openStore } from './open-stores';

const NOON = Date.UTC(2026, 2, 1, 12);
const DAY = 86_400_000;

async function deleted(db: PressmarkDatabase, id: string, now = NOON) {
  const note = await saveAnnotation(
    db,
    { id, seen: {}, fields: sampleFields(`text of ${id}`), author: 'ana' },
    now,
  );
  // So that its words stand in the search index too.
  await indexPending(db);
  await removeAnnotation(db, { id, seen: note.ctx, author: 'ana' }, now);
  return note;
}

describe('the bin', () => {
  it('lists what was deleted, the last first, and gives it back as it was', async () => {
    const db = await openStore();
    await deleted(db, 'a', NOON);
    await deleted(db, 'b', NOON + 1000);
    expect((await binnedAnnotations(db)).map(({ id }) => id)).toEqual(['b', 'a']);
    const back = (await giveBack(db, { ids: ['a'], author: 'ana' }, NOON + 2000)).records[0]!;
    expect(wordings(back)).toEqual(['text of a']);
    expect((await binnedAnnotations(db)).map(({ id }) => id)).toEqual(['b']);
    expect((await searchAnnotations(db, 'text', 9)).map(({ id }) => id)).toEqual(['a']);
    expect(await giveBack(db, { ids: ['a', 'nothing'], author: 'ana' })).toEqual({ records: [], skipped: 2 });
    expect(await findAnnotation(db, 'a')).toEqual(back);
  });

  it('gives many back as one change, which can be taken back like any', async () => {
    const db = await openStore();
    for (const id of ['a', 'b', 'c']) await deleted(db, id);
    await giveBack(db, { ids: ['a', 'b', 'c'], author: 'ana' }, NOON);
    expect(await binnedAnnotations(db)).toEqual([]);
    await moveThroughChanges(db, 'undo', 'ana', NOON);
    expect((await binnedAnnotations(db)).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('forgets after thirty days all but the deletion, in the list of changes too', async () => {
    const db = await openStore();
    await saveAnnotation(db, { id: 'kept', seen: {}, fields: sampleFields('kept'), author: 'ana' }, NOON);
    const old = await deleted(db, 'old', NOON);
    await deleted(db, 'young', NOON + 29 * DAY);
    expect(await emptyBin(db, { days: 30, author: '' }, NOON + 31 * DAY)).toBe(1);
    expect((await binnedAnnotations(db)).map(({ id }) => id)).toEqual(['young']);
    const record = (await findAnnotation(db, 'old'))!;
    expect(isDeleted(record)).toBe(true);
    await indexPending(db);
    expect(await db.pending.count()).toBe(0);
    const stored = JSON.stringify([await db.annotations.get('old'), await db.changes.toArray()]);
    expect(stored).not.toContain('text of old');
    // The index too has its words no more, though those of others are still there.
    const words = (await db.searchWords.toArray()).flatMap((row) => row.words.split('\n'));
    expect(words).toContain('kept');
    expect(words).not.toContain('old');
    // A copy from elsewhere that had not heard of it stays deleted.
    await mergeRecords(db, [old], NOON + 32 * DAY);
    expect(isDeleted((await findAnnotation(db, 'old'))!)).toBe(true);
    expect(await emptyBin(db, { days: 30, author: '' }, NOON + 32 * DAY)).toBe(0);
  });

  it('keeps for thirty days also what a colleague deleted long ago and says only now', async () => {
    const [mine, theirs] = [await openStore(), await openStore()];
    const fields = sampleFields('ours');
    const note = await saveAnnotation(mine, { id: 'a', seen: {}, fields, author: 'ana' }, NOON);
    await mergeRecords(theirs, [note], NOON);
    await removeAnnotation(theirs, { id: 'a', seen: note.ctx, author: 'ben' }, NOON);
    const told = (await findAnnotation(theirs, 'a'))!;
    await mergeRecords(mine, [told], NOON + 90 * DAY);
    // Neither many other changes nor the same file once more make it forget when that was.
    for (let n = 0; n < 120; n += 1)
      await saveAnnotation(mine, { id: `n${n}`, seen: {}, fields, author: 'ana' }, NOON + 90 * DAY);
    await mergeRecords(mine, [told], NOON + 91 * DAY);
    expect(await emptyBin(mine, { days: 30, author: '' }, NOON + 91 * DAY)).toBe(0);
    expect((await binnedAnnotations(mine)).map(({ id }) => id)).toEqual(['a']);
    expect(await emptyBin(mine, { days: 30, author: '' }, NOON + 121 * DAY)).toBe(1);
    expect(await emptyBin(theirs, { days: 30, author: '' }, NOON + 31 * DAY)).toBe(1);
  });

  it('is emptied at once on request', async () => {
    const db = await openStore();
    await deleted(db, 'a');
    expect(await emptyBin(db, { days: 0, author: 'ana' }, NOON + 1)).toBe(1);
    expect(await binnedAnnotations(db)).toEqual([]);
    expect(await giveBack(db, { ids: ['a'], author: 'ana' })).toEqual({ records: [], skipped: 1 });
    expect(await binnedAnnotations(db)).toEqual([]);
  });
});
