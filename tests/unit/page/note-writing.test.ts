import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../lib/messaging/client';
import { MessageError } from '../../../lib/messaging/client';
import type { PageToBackground } from '../../../lib/messaging/protocol';
import { NEW_NOTE } from '../../../lib/model/draft';
import { NoteWriting } from '../../../lib/page/note-writing';
import { annotationsOf, saveAnnotation } from '../../../lib/store/annotations';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { discardDraft, loadDraft, saveDraft } from '../../../lib/store/drafts';
import { openStore } from '../store/open-stores';

const STORY = 'https://example.org/story';

/** Answers the messages of a note being written from a real store. */
function asker(db: PressmarkDatabase): Ask<PageToBackground> {
  const ask = async (message: { readonly type: string }): Promise<unknown> => {
    // biome-ignore lint/suspicious/noExplicitAny: one place for the shapes of three messages
    const request = message as any;
    if (request.type === 'notes.save') {
      const { id, seen, fields, draft } = request;
      return { record: await saveAnnotation(db, { id, seen, fields, draft, author: 'Mai' }) };
    }
    if (request.type === 'drafts.save') await saveDraft(db, request.draft);
    else await discardDraft(db, request.article, request.place);
    return {};
  };
  return ask as Ask<PageToBackground>;
}

async function writing() {
  const db = await openStore();
  const note = new NoteWriting(asker(db), { article: STORY, target: null, description: null });
  return { db, note, draft: () => loadDraft(db, STORY, NEW_NOTE) };
}

describe('writing a note', () => {
  it('keeps what is typed as a draft, which the save takes along', async () => {
    const { db, note, draft } = await writing();
    note.write('half a thou', ['dates']);
    expect(await note.keepDraft()).toBeNull();
    expect(await draft()).toMatchObject({ body: 'half a thou', tags: ['dates'] });
    note.write('half a thought, finished', ['dates']);
    expect(await note.save()).toMatchObject({ id: note.id });
    expect(await draft()).toBeNull();
    expect(await annotationsOf(db, STORY)).toHaveLength(1);
  });

  it('is the same note however often it is saved', async () => {
    const { db, note } = await writing();
    note.write('once', []);
    await note.save();
    await note.save();
    const [record, ...others] = await annotationsOf(db, STORY);
    expect(others).toEqual([]);
    expect(record?.versions).toHaveLength(1);
  });

  it('is a highlight without words, and empty with blanks alone', async () => {
    const { note } = await writing();
    expect(note.isEmpty).toBe(true);
    note.write('   ', []);
    expect(note.isEmpty).toBe(true);
    note.write('', ['tag']);
    expect(note.isEmpty).toBe(false);
    note.write('', []);
    const saved = await note.save();
    expect(typeof saved === 'object' && saved.versions[0]?.kind).toBe('highlight');
  });

  it('gives the reason where it cannot be kept or saved, and keeps its words', async () => {
    const refuse = (() => Promise.reject(new MessageError('quota', 'full'))) as Ask<PageToBackground>;
    const note = new NoteWriting(refuse, { article: STORY, target: null, description: null });
    note.write('precious words', []);
    expect(await note.keepDraft()).toBe('quota');
    expect(await note.save()).toBe('quota');
    expect(note.body).toBe('precious words');
  });
});
