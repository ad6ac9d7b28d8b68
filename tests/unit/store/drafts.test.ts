import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../lib/model/draft';
import type { WordListEntry } from '../../../lib/model/word-list';
import { discardDraft, draftsOf, loadDraft, saveDraft } from '../../../lib/store/drafts';
import { allWords, forgetWords, saveWords } from '../../../lib/store/word-list';
import { openStore } from './open-stores';

const ARTICLE = 'https://example.org/story';

function draft(place: string, body: string, minute = 0, article = ARTICLE): Draft {
  const updated = new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString();
  return { article, place, body, tags: ['port'], target: null, updated };
}

describe('drafts', () => {
  it('come back as they were typed, after the window is gone', async () => {
    const db = await openStore();
    await saveDraft(db, draft('new', 'half a thou'));
    db.close();
    const again = await openStore(db.name);
    expect(await loadDraft(again, ARTICLE, 'new')).toEqual(draft('new', 'half a thou'));
  });

  it('hold the last words typed at a place', async () => {
    const db = await openStore();
    await saveDraft(db, draft('new', 'half'));
    await saveDraft(db, draft('new', 'whole', 1));
    expect((await loadDraft(db, ARTICLE, 'new'))?.body).toBe('whole');
  });

  it('of two places and of two articles do not touch', async () => {
    const db = await openStore();
    const longer = `${ARTICLE}|x`;
    await saveDraft(db, draft('a', 'first', 0));
    await saveDraft(db, draft('b', 'second', 1));
    await saveDraft(db, draft('a', 'elsewhere', 2, longer));
    await saveDraft(db, draft('a', 'other story', 3, `${ARTICLE}-2`));
    expect((await draftsOf(db, ARTICLE)).map(({ body }) => body)).toEqual(['second', 'first']);
    await discardDraft(db, ARTICLE, 'a');
    await discardDraft(db, ARTICLE, 'never there');
    expect((await draftsOf(db, ARTICLE)).map(({ body }) => body)).toEqual(['second']);
    expect((await loadDraft(db, longer, 'a'))?.body).toBe('elsewhere');
  });
});

describe('the word list', () => {
  const entry = (surface: string): WordListEntry => ({
    surface,
    action: 'not-an-actor',
    scope: 'everywhere',
    author: 'ana',
    created: '2026-03-01T09:00:00.000Z',
  });

  it('remembers corrections in order, once each, and forgets them when asked', async () => {
    const db = await openStore();
    await saveWords(db, [{ id: '2', entry: entry('Harbour') }]);
    await saveWords(db, [{ id: '1', entry: entry('May') }]);
    await saveWords(db, [{ id: '2', entry: entry('Harbour') }]);
    expect((await allWords(db)).map((word) => word.entry.surface)).toEqual(['May', 'Harbour']);
    await forgetWords(db, ['1']);
    await forgetWords(db, ['1']);
    expect(await allWords(db)).toEqual([{ id: '2', entry: entry('Harbour') }]);
  });
});
