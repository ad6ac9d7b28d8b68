import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Ask, MessageError } from '../../../lib/messaging/client';
import type { ToBackground } from '../../../lib/messaging/protocol';
import { findAnnotation } from '../../../lib/store/annotations';
import { importAll } from '../../../lib/store/import-all';
import { NoteChanges } from '../../../lib/surfaces/note-changes';
import { currentVersion, isConflicted, isDeleted } from '../../../lib/team/conflicts';
import { storedNote } from '../../support/many-records';
import { openStore } from '../store/open-stores';
import { storeAsker } from './store-asker';

async function changing() {
  const db = await openStore();
  const note = await storedNote(1, { body: 'before', tags: ['old'] });
  await importAll(db, { annotations: [note], articles: [] });
  const { ask, asked } = storeAsker(db);
  const stored = async () => (await findAnnotation(db, note.id))!;
  return { db, note, asked, stored, changes: new NoteChanges(ask, () => {}) };
}

describe('changing notes from a list', () => {
  it('opens a note for editing, saves it as a successor, and says so', async () => {
    const { note, changes, stored } = await changing();
    changes.edit(note);
    expect(changes.editing).toMatchObject({ id: note.id, body: 'before', tags: ['old'], step: 'writing' });
    changes.write('after', ['new']);
    await changes.saveEdited();
    expect(changes.editing).toBeNull();
    expect(changes.notice).toEqual({ key: 'toast_saved', failure: null, canUndo: false });
    expect(currentVersion(await stored())).toMatchObject({ body: 'after', tags: ['new'] });
    expect(isConflicted(await stored())).toBe(false);
  });

  it('makes a highlight of a note whose words were taken away', async () => {
    const { note, changes, stored } = await changing();
    changes.edit(note);
    changes.write('', []);
    await changes.saveEdited();
    expect(currentVersion(await stored())?.kind).toBe('highlight');
  });

  it('leaves a note alone when the editing is given up', async () => {
    const { note, changes, asked } = await changing();
    changes.edit(note);
    changes.write('never mind', []);
    changes.cancel();
    await changes.saveEdited();
    expect(changes.editing).toBeNull();
    expect(asked).toEqual([]);
  });

  it('deletes with a way back, once', async () => {
    const { note, changes, stored } = await changing();
    await changes.remove(note);
    expect(isDeleted(await stored())).toBe(true);
    expect(changes.notice).toMatchObject({ key: 'toast_deleted', canUndo: true });
    await changes.undo();
    expect(isDeleted(await stored())).toBe(false);
    expect(currentVersion(await stored())?.body).toBe('before');
    expect(isConflicted(await stored())).toBe(false);
    await changes.undo();
    expect(changes.notice).toBeNull();
  });

  it('keeps the editor open with its text when the save fails, and says why', async () => {
    const note = await storedNote(1, { body: 'before' });
    const refuse = (() => Promise.reject(new MessageError('quota', 'full'))) as Ask<ToBackground>;
    const changes = new NoteChanges(refuse, () => {});
    changes.edit(note);
    changes.write('precious words', []);
    await changes.saveEdited();
    expect(changes.editing).toMatchObject({ body: 'precious words', step: 'failed', failure: 'quota' });
    await changes.remove(note);
    expect(changes.notice).toEqual({ key: 'toast_failed', failure: 'quota', canUndo: false });
  });
});
