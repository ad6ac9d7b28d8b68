import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../lib/messaging/client';
import type { PageToBackground } from '../../../lib/messaging/protocol';
import type { AnnotationRecord } from '../../../lib/model/annotation';
import { Corrections, deletionKey } from '../../../lib/page/corrections';
import { LostNotes } from '../../../lib/page/lost-notes';
import type { Passage } from '../../../lib/page/passage';
import type { PageSession } from '../../../lib/page/session';
import {
  findAnnotation,
  mergeRecords,
  removeAnnotation,
  saveAnnotation,
} from '../../../lib/store/annotations';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { currentVersion, isConflicted, isDeleted } from '../../../lib/team/conflicts';
import { openStore } from '../store/open-stores';
import { sampleFields, wordings } from '../team/sample-annotation';

const ID = 'note';

/** A note that Ana and Ben have changed at the same time, as Ana's page has it. */
async function conflicted() {
  const [db, theirs] = [await openStore(), await openStore()];
  const note = await saveAnnotation(db, { id: ID, seen: {}, fields: sampleFields('first'), author: 'ana' });
  await mergeRecords(theirs, [note]);
  const write = (store: PressmarkDatabase, body: string, author: string, at: number) =>
    saveAnnotation(store, { id: ID, seen: note.ctx, fields: sampleFields(body), author }, at);
  await mergeRecords(db, [await write(theirs, 'Ben says', 'ben', Date.now() + 1000)]);
  await write(db, 'Ana says', 'ana', Date.now() + 2000);
  const record = (await findAnnotation(db, ID))!;
  expect(currentVersion(record)?.body).toBe('Ana says');
  return { db, record };
}

/** The two messages that are asked here, answered from a real store. */
function asker(db: PressmarkDatabase): Ask<PageToBackground> {
  const ask = async (message: { readonly type: string }): Promise<unknown> => {
    // biome-ignore lint/suspicious/noExplicitAny: one place for the shapes of two messages
    const { type, id, seen, fields } = message as any;
    const request = { id, seen, author: 'ana' };
    if (type === 'notes.remove') return { record: await removeAnnotation(db, request, Date.now() + 3000) };
    return { record: await saveAnnotation(db, { ...request, fields }, Date.now() + 3000) };
  };
  return ask as Ask<PageToBackground>;
}

const sessionWith = (record: AnnotationRecord) =>
  ({ notes: [{ record }], applyNote: async () => {} }) as unknown as PageSession;

const said = async (db: PressmarkDatabase) => wordings((await findAnnotation(db, ID))!).sort();

describe('a note with a wording beside the one that its page shows', () => {
  it('loses only what was shown when it is deleted, and has it back when that is undone', async () => {
    const { db, record } = await conflicted();
    const undo = await new Corrections(sessionWith(record), asker(db)).remove(record);
    const left = (await findAnnotation(db, ID))!;
    expect(currentVersion(left)?.body).toBe('Ben says');
    expect(isConflicted(left)).toBe(true);
    await undo!();
    expect(await said(db)).toEqual(['Ana says', 'Ben says']);
  });

  it('says on deleting that somebody else’s wording stays, and only where one does', async () => {
    const { db, record } = await conflicted();
    expect(deletionKey(record)).toBe('toast_wording_deleted');
    const corrections = new Corrections(sessionWith(record), asker(db));
    await corrections.remove(record);
    const left = (await findAnnotation(db, ID))!;
    expect(deletionKey(left)).toBe('toast_deleted');
    await new Corrections(sessionWith(left), asker(db)).remove(left);
    expect(isDeleted((await findAnnotation(db, ID))!)).toBe(true);
  });

  it('keeps both wordings when it is attached elsewhere, and when that is undone', async () => {
    const { db, record } = await conflicted();
    const passage = {
      reading: {
        article: { text: 'words', blocks: [{ kind: 'paragraph', start: 0, end: 5 }] },
        base: 'article',
      },
      span: { start: 0, end: 5 },
      version: null,
    } as unknown as Passage;
    const undo = await new LostNotes(sessionWith(record), asker(db)).attach(ID, passage);
    expect(await said(db)).toEqual(['Ana says', 'Ben says']);
    await undo!();
    expect(await said(db)).toEqual(['Ana says', 'Ben says']);
    expect(isConflicted((await findAnnotation(db, ID))!)).toBe(true);
  });
});
