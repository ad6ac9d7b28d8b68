import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Ask, MessageError } from '../../../lib/messaging/client';
import type { ToBackground } from '../../../lib/messaging/protocol';
import { findAnnotation, saveAnnotation } from '../../../lib/store/annotations';
import { importAll } from '../../../lib/store/import-all';
import { NoteChanges } from '../../../lib/surfaces/note-changes';
import { NoteSelection } from '../../../lib/surfaces/note-selection';
import { currentVersion, isDeleted } from '../../../lib/team/conflicts';
import { fieldsOf } from '../../../lib/team/write-version';
import { storedNote } from '../../support/many-records';
import { openStore } from '../store/open-stores';
import { storeAsker } from './store-asker';

async function selecting(count: number) {
  const db = await openStore();
  const records = await Promise.all(
    Array.from({ length: count }, (_, n) => storedNote(n, { tags: [`own ${n}`] })),
  );
  await importAll(db, { annotations: records, articles: [] });
  const { ask, asked } = storeAsker(db);
  const changes = new NoteChanges(ask, () => {});
  const selection = new NoteSelection(ask, changes, () => {});
  const stored = async () => Promise.all(records.map(async ({ id }) => (await findAnnotation(db, id))!));
  const tags = async () => (await stored()).map((record) => currentVersion(record)?.tags);
  return { db, records, asked, changes, selection, stored, tags };
}

describe('changing several notes of a list at once', () => {
  it('tags what is selected and nothing else, and takes all of it back in one step', async () => {
    const { records, selection, changes, tags } = await selecting(3);
    selection.select(records, true);
    selection.select([records[1]!], false);
    expect(selection.data.tags).toEqual(['own 0', 'own 2']);
    await selection.tag(['new']);
    expect(await tags()).toEqual([['own 0', 'new'], ['own 1'], ['own 2', 'new']]);
    expect(changes.notice).toEqual({ key: 'toast_tagged', failure: null, canUndo: true });
    await changes.move('undo');
    expect(await tags()).toEqual([['own 0'], ['own 1'], ['own 2']]);
    expect(selection.data.ids.size).toBe(2);
  });

  it('says where some or all were left alone', async () => {
    const { records, selection, changes } = await selecting(2);
    selection.select(records, true);
    await selection.tag(['own 0']);
    expect(changes.notice?.key).toBe('toast_some_changed');
    await selection.tag(['own 0']);
    expect(changes.notice).toMatchObject({ key: 'toast_none_changed', canUndo: false });
    await selection.tag([], ['own 1']);
    expect(changes.notice?.key).toBe('toast_some_changed');
  });

  it('deletes what is selected, and gives it back in one step', async () => {
    const { records, selection, changes, stored } = await selecting(3);
    selection.select(records.slice(0, 2), true);
    await selection.remove();
    expect((await stored()).map(isDeleted)).toEqual([true, true, false]);
    expect(selection.data.ids.size).toBe(0);
    expect(changes.notice).toMatchObject({ key: 'toast_deleted_many', canUndo: true });
    await changes.move('undo');
    expect((await stored()).map(isDeleted)).toEqual([false, false, false]);
  });

  it('does not delete what somebody wrote meanwhile, unless the list has shown it', async () => {
    const { db, records, selection, stored } = await selecting(1);
    selection.select(records, true);
    const [{ id, ctx }] = records as [(typeof records)[0]];
    const fields = { ...fieldsOf(currentVersion(records[0]!)!), body: 'meanwhile' };
    const newer = await saveAnnotation(db, { id, seen: ctx, fields, author: 'Ivo' });
    await selection.remove();
    expect(isDeleted((await stored())[0]!)).toBe(false);
    selection.select(records, true);
    selection.follow([newer]);
    await selection.remove();
    expect(isDeleted((await stored())[0]!)).toBe(true);
  });

  it('asks for nothing where nothing is selected or nothing is typed', async () => {
    const { records, selection, asked } = await selecting(1);
    await selection.tag(['new']);
    await selection.remove();
    selection.select(records, true);
    await selection.tag([]);
    expect(asked).toEqual([]);
  });

  it('keeps the selection and says why when it fails', async () => {
    const { records } = await selecting(1);
    const refuse = (() => Promise.reject(new MessageError('quota', 'full'))) as Ask<ToBackground>;
    const changes = new NoteChanges(refuse, () => {});
    const selection = new NoteSelection(refuse, changes, () => {});
    selection.select(records, true);
    await selection.tag(['new']);
    expect(changes.notice).toMatchObject({ key: 'toast_failed', failure: 'quota' });
    expect(selection.data).toMatchObject({ isBusy: false });
    expect(selection.data.ids.size).toBe(1);
  });
});
