import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { type Ask, MessageError } from '../../../lib/messaging/client';
import type { ToBackground } from '../../../lib/messaging/protocol';
import { findAnnotation } from '../../../lib/store/annotations';
import { lastUnfinished } from '../../../lib/store/drafts';
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
    await changes.edit(note);
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
    await changes.edit(note);
    changes.write('', []);
    await changes.saveEdited();
    expect(currentVersion(await stored())?.kind).toBe('highlight');
  });

  it('leaves a note alone when the editor is closed, and gives back what was typed', async () => {
    const { db, note, changes, asked, stored } = await changing();
    await changes.edit(note);
    changes.write('half a thou', []);
    changes.cancel();
    await changes.saveEdited();
    expect(changes.editing).toBeNull();
    expect(asked).toEqual(['drafts.load', 'drafts.save']);
    expect(currentVersion(await stored())?.body).toBe('before');
    expect((await lastUnfinished(db))?.id).toBe(note.id);
    await changes.edit(note);
    expect(changes.editing).toMatchObject({ body: 'half a thou', step: 'draft-kept' });
    await changes.saveEdited();
    expect(currentVersion(await stored())?.body).toBe('half a thou');
    expect(await lastUnfinished(db)).toBeNull();
  });

  it('gives back what was typed though the clock was set back since the note was saved', async () => {
    const db = await openStore();
    const time = new Date(Date.now() + 400 * 86_400_000).toISOString();
    const note = await storedNote(2, { body: 'before', created: time, updated: time });
    await importAll(db, { annotations: [note], articles: [] });
    const changes = new NoteChanges(storeAsker(db).ask, () => {});
    await changes.edit(note);
    changes.write('half a thou', []);
    changes.cancel();
    await vi.waitFor(async () => expect((await lastUnfinished(db))?.id).toBe(note.id));
    await changes.edit(note);
    expect(changes.editing).toMatchObject({ body: 'half a thou', step: 'draft-kept' });
  });

  it('keeps what is typed a moment later, while it is typed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { note, changes, asked } = await changing();
    await changes.edit(note);
    for (const body of ['w', 'wo', 'wor']) changes.write(body, []);
    await vi.advanceTimersByTimeAsync(300);
    vi.useRealTimers();
    await vi.waitFor(() => expect(changes.editing?.step).toBe('draft-kept'));
    expect(asked.filter((type) => type === 'drafts.save')).toHaveLength(1);
  });

  it('deletes with a way back, and forward again', async () => {
    const { note, changes, stored } = await changing();
    await changes.remove(note);
    expect(isDeleted(await stored())).toBe(true);
    expect(changes.notice).toMatchObject({ key: 'toast_deleted', canUndo: true });
    await changes.move('undo');
    expect(isDeleted(await stored())).toBe(false);
    expect(currentVersion(await stored())?.body).toBe('before');
    expect(isConflicted(await stored())).toBe(false);
    expect(changes.notice).toMatchObject({ key: 'toast_undone', canUndo: false });
    await changes.move('redo');
    expect(isDeleted(await stored())).toBe(true);
  });

  it('settles a conflict with the chosen version: its words are kept, or the note is deleted', async () => {
    const { note, changes, stored, asked } = await changing();
    const [version] = note.versions;
    const conflict = { ...note, versions: [version!, { ...version!, deleted: true as const }] };
    await changes.settle(conflict, 7);
    expect(asked).toEqual([]);
    await changes.settle(conflict, 0);
    expect(currentVersion(await stored())).toMatchObject({ body: 'before', tags: ['old'] });
    await changes.settle({ ...conflict, ctx: (await stored()).ctx }, 1);
    expect(isDeleted(await stored())).toBe(true);
  });

  it('keeps the editor open with its text when the save fails, and says why', async () => {
    const note = await storedNote(1, { body: 'before' });
    const refuse = (() => Promise.reject(new MessageError('quota', 'full'))) as Ask<ToBackground>;
    const changes = new NoteChanges(refuse, () => {});
    await changes.edit(note);
    changes.write('precious words', []);
    await changes.saveEdited();
    expect(changes.editing).toMatchObject({ body: 'precious words', step: 'failed', failure: 'quota' });
    await changes.remove(note);
    expect(changes.notice).toEqual({ key: 'toast_failed', failure: 'quota', canUndo: false });
  });
});
