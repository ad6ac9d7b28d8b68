import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { findAnnotation, saveAnnotation } from '../../../lib/store/annotations';
import { removeAnnotations, tagAnnotations } from '../../../lib/store/change-many';
import { importAll } from '../../../lib/store/import-all';
import { searchAnnotations } from '../../../lib/store/search';
import { indexPending } from '../../../lib/store/search-index';
import { moveThroughChanges } from '../../../lib/store/undo';
import { currentVersion, isConflicted, isDeleted } from '../../../lib/team/conflicts';
import { joinRecords } from '../../../lib/team/join-records';
import { sha256 } from '../../../lib/team/version-hash';
import { fieldsOf, writeVersion } from '../../../lib/team/write-version';
import { storedNote } from '../../support/many-records';
import { openStore } from './open-stores';

async function storeOf(count: number, tags: (n: number) => string[] = () => ['old']) {
  const db = await openStore();
  const records = await Promise.all(
    Array.from({ length: count }, (_, n) => storedNote(n, { tags: tags(n) })),
  );
  await importAll(db, { annotations: records, articles: [] });
  const tagsNow = async () =>
    Promise.all(records.map(async ({ id }) => currentVersion((await findAnnotation(db, id))!)!.tags));
  return { db, records, notes: records.map(({ id, ctx }) => ({ id, seen: ctx })), tagsNow };
}

const idsOf = (notes: readonly { id: string }[]) => notes.map(({ id }) => id);

describe('changing many annotations at once', () => {
  it('gives and takes tags, as one change that is taken back as a whole', async () => {
    const { db, notes, tagsNow } = await storeOf(3, (n) => (n === 0 ? ['old', 'new'] : ['old', `own ${n}`]));
    const tags = { add: ['new', 'newer'], remove: ['old'] };
    const { records, skipped } = await tagAnnotations(db, { ids: idsOf(notes), tags, author: 'Mai' });
    expect([records.length, skipped]).toEqual([3, 0]);
    expect(await tagsNow()).toEqual([
      ['new', 'newer'],
      ['own 1', 'new', 'newer'],
      ['own 2', 'new', 'newer'],
    ]);
    const moved = await moveThroughChanges(db, 'undo', 'Mai');
    expect(moved).toMatchObject({ kind: 'write', skipped: 0 });
    expect(await tagsNow()).toEqual([
      ['old', 'new'],
      ['old', 'own 1'],
      ['old', 'own 2'],
    ]);
    await moveThroughChanges(db, 'redo', 'Mai');
    expect((await tagsNow())[1]).toEqual(['own 1', 'new', 'newer']);
  });

  it('deletes, and gives all of them back at once', async () => {
    const { db, records, notes } = await storeOf(30);
    expect((await removeAnnotations(db, { notes, author: 'Mai' })).records).toHaveLength(30);
    const deleted = async () =>
      Promise.all(records.map(async ({ id }) => isDeleted((await findAnnotation(db, id))!)));
    expect(new Set(await deleted())).toEqual(new Set([true]));
    await moveThroughChanges(db, 'undo', 'Mai');
    expect(new Set(await deleted())).toEqual(new Set([false]));
  });

  it('finds them by their new tags', async () => {
    const { db, notes } = await storeOf(25);
    await tagAnnotations(db, { ids: idsOf(notes), tags: { add: ['harbour'], remove: [] }, author: '' });
    expect(await searchAnnotations(db, 'tag:harbour', 50)).toHaveLength(25);
    await indexPending(db);
    expect(await searchAnnotations(db, 'tag:harbour', 50)).toHaveLength(25);
  });

  it('leaves alone what has the tags already, is deleted, is not there, or could hold no more tags', async () => {
    const full = Array.from({ length: 200 }, (_, n) => `tag ${n}`);
    const { db, notes, tagsNow } = await storeOf(3, (n) => (n === 0 ? ['new'] : n === 1 ? full : []));
    await removeAnnotations(db, { notes: notes.slice(2), author: '' });
    const asked = [...notes, { id: 'nobody', seen: {} }];
    const tags = { add: ['new'], remove: [] };
    const changed = await tagAnnotations(db, { ids: idsOf(asked), tags, author: '' });
    expect(changed).toEqual({ records: [], skipped: 4 });
    expect((await tagsNow())[1]).toEqual(full);
  });

  it('settles no conflict with a tag', async () => {
    const { db, records, notes } = await storeOf(1);
    const mine = records[0]!;
    const stamp = { device: 'device-b', hlc: '1', author: 'Ivo' };
    const fields = { ...fieldsOf(currentVersion(mine)!), body: 'theirs' };
    const theirs = await writeVersion(null, mine.id, {}, fields, stamp, sha256);
    await importAll(db, { annotations: [theirs], articles: [] });
    const both = joinRecords(mine, theirs);
    expect(isConflicted(both)).toBe(true);
    const tags = { add: ['new'], remove: [] };
    expect((await tagAnnotations(db, { ids: idsOf(notes), tags, author: '' })).skipped).toBe(1);
    expect((await findAnnotation(db, mine.id))?.versions).toHaveLength(2);
  });

  it('puts a tag to what somebody wrote meanwhile, but does not delete it', async () => {
    const { db, records, notes } = await storeOf(1);
    const { id, ctx } = records[0]!;
    const fields = { ...fieldsOf(currentVersion(records[0]!)!), body: 'meanwhile' };
    await saveAnnotation(db, { id, seen: ctx, fields, author: 'Ivo' });
    await tagAnnotations(db, { ids: [id], tags: { add: ['new'], remove: [] }, author: 'Mai' });
    const record = (await findAnnotation(db, id))!;
    expect(record.versions).toMatchObject([{ body: 'meanwhile', tags: ['old', 'new'] }]);
    expect((await removeAnnotations(db, { notes, author: 'Mai' })).skipped).toBe(1);
    expect(isDeleted((await findAnnotation(db, id))!)).toBe(false);
  });

  it('loses nothing when a save comes in between', async () => {
    const { db, records, notes } = await storeOf(40);
    const saves = records.slice(0, 5).map((record, n) => {
      const fields = { ...fieldsOf(currentVersion(record)!), body: `meanwhile ${n}` };
      return saveAnnotation(db, { id: record.id, seen: record.ctx, fields, author: 'Ivo' });
    });
    const tags = { add: ['new'], remove: [] };
    await Promise.all([tagAnnotations(db, { ids: idsOf(notes), tags, author: 'Mai' }), ...saves]);
    for (const [n, { id }] of records.entries()) {
      const versions = (await findAnnotation(db, id))!.versions;
      if (n < 5) expect(versions.some(({ body }) => body === `meanwhile ${n}`)).toBe(true);
      expect(versions.some((version) => version.tags.includes('new'))).toBe(true);
    }
  });
});
