import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../lib/model/article';
import type { StoredWord } from '../../../lib/model/word-list';
import { correctArticle } from '../../../lib/notes/correct-article';
import { changeArticle, findArticle, keepArticle } from '../../../lib/store/articles';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { moveThroughChanges } from '../../../lib/store/undo';
import { allWords, forgetWords, saveWords } from '../../../lib/store/word-list';
import { openStore } from './open-stores';

const undo = (db: PressmarkDatabase) => moveThroughChanges(db, 'undo', 'ana');
const redo = (db: PressmarkDatabase) => moveThroughChanges(db, 'redo', 'ana');

function word(id: string, surface: string): StoredWord {
  const created = '2026-01-01T00:00:00.000Z';
  return { id, entry: { surface, action: 'not-an-actor', scope: 'everywhere', author: 'ana', created } };
}

const PAGE: ArticleRecord = {
  key: 'https://a.example/1',
  urls: ['https://a.example/1'],
  title: 'As the page says',
  authors: ['Ana'],
  siteName: null,
  publishedTime: null,
  modifiedTime: null,
  section: null,
  lang: 'en',
  canonicalUrl: null,
  provenance: { title: 'meta', authors: 'json-ld' },
  versions: [],
};

const surfaces = async (db: PressmarkDatabase) => (await allWords(db)).map(({ entry }) => entry.surface);
const facts = async (db: PressmarkDatabase) => {
  const { title, authors, siteName, provenance } = (await findArticle(db, PAGE.key))!;
  return { title, authors, siteName, provenance };
};

describe('taking corrections back', () => {
  it('forgets what was taught, and teaches it again', async () => {
    const db = await openStore();
    await saveWords(db, [word('1', 'May'), word('2', 'Harbour')]);
    expect(await undo(db)).toMatchObject({ kind: 'teach', corrected: 2, skipped: 0 });
    expect(await surfaces(db)).toEqual([]);
    expect(await redo(db)).toMatchObject({ kind: 'teach', corrected: 2 });
    expect(await surfaces(db)).toEqual(['May', 'Harbour']);
  });

  it('gives back what was forgotten', async () => {
    const db = await openStore();
    await saveWords(db, [word('1', 'May'), word('2', 'Harbour')]);
    await forgetWords(db, ['2']);
    await undo(db);
    expect(await surfaces(db)).toEqual(['May', 'Harbour']);
    await redo(db);
    expect(await surfaces(db)).toEqual(['May']);
  });

  it('has nothing to take back where nothing was changed', async () => {
    const db = await openStore();
    await saveWords(db, []);
    await forgetWords(db, ['1']);
    expect(await undo(db)).toBeNull();
    await saveWords(db, [word('1', 'May')]);
    await saveWords(db, [word('1', 'May')]);
    await undo(db);
    expect(await undo(db)).toBeNull();
  });

  it('leaves alone what was taught otherwise since by somebody who keeps no list of changes', async () => {
    const db = await openStore();
    await saveWords(db, [word('1', 'May')]);
    await db.wordList.put(word('1', 'April'));
    expect(await undo(db)).toMatchObject({ corrected: 0, skipped: 1 });
    expect(await surfaces(db)).toEqual(['April']);
  });

  it('sets the facts of an article back to what its page said, and corrects them again', async () => {
    const db = await openStore();
    await keepArticle(db, PAGE);
    const before = await facts(db);
    await changeArticle(db, PAGE, (merged) =>
      correctArticle(merged, PAGE, { title: 'Mine', siteName: 'The Paper' }),
    );
    const corrected = await facts(db);
    expect(corrected).toMatchObject({ title: 'Mine', siteName: 'The Paper', authors: ['Ana'] });
    expect(await undo(db)).toMatchObject({ kind: 'correct-article', corrected: 1, skipped: 0 });
    expect(await facts(db)).toEqual(before);
    // A visit in between, on which the page has another headline.
    await keepArticle(db, { ...PAGE, title: 'Another headline' });
    await redo(db);
    expect(await facts(db)).toEqual(corrected);
  });

  it('does not undo a correction that was corrected since elsewhere', async () => {
    const db = await openStore();
    await changeArticle(db, PAGE, (merged) => correctArticle(merged, PAGE, { title: 'Mine' }));
    const row = (await db.articles.get(PAGE.key))!;
    await db.articles.put({ ...row, record: { ...row.record, title: 'Ours' } });
    expect(await undo(db)).toMatchObject({ corrected: 0, skipped: 1 });
    expect(await facts(db)).toMatchObject({ title: 'Ours' });
  });

  it('keeps no step for a correction that says what stood there', async () => {
    const db = await openStore();
    await changeArticle(db, PAGE, (merged) => correctArticle(merged, PAGE, { title: PAGE.title }));
    expect(await undo(db)).toBeNull();
  });
});
