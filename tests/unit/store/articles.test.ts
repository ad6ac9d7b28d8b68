import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../lib/model/article';
import { articleRecord } from '../../../lib/notes/article-record';
import { correctArticle } from '../../../lib/notes/correct-article';
import { mergeRecords, removeAnnotation, saveAnnotation } from '../../../lib/store/annotations';
import {
  changeArticle,
  dropArticle,
  emptyHistory,
  findArticle,
  historySize,
  keepArticle,
  rememberReading,
} from '../../../lib/store/articles';
import { emptyBin } from '../../../lib/store/bin';
import { sampleArticle, VERSION } from '../notes/sample-article';
import { sampleFields } from '../team/sample-annotation';
import { openStore } from './open-stores';

const NOW = '2026-03-01T12:00:00.000Z';
const KEY = 'https://example.org/harbour';

function recordAt(url: string, key?: string, hash = 'aa11'): ArticleRecord {
  return articleRecord(sampleArticle({ url }), NOW, { ...VERSION, hash }, key);
}

describe('kept articles', () => {
  it('are found by their key', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt(KEY));
    expect(await findArticle(db, KEY)).toEqual(recordAt(KEY));
    expect(await findArticle(db, 'https://example.org/other')).toBeNull();
  });

  it('grow with every address and version, and lose none when two windows keep them at once', async () => {
    const db = await openStore();
    const other = await openStore(db.name);
    const visits = Array.from({ length: 10 }, (_, index) =>
      recordAt(`${KEY}?utm_source=${index}`, KEY, `hash-${index}`),
    );
    await Promise.all(visits.map((visit, index) => keepArticle(index % 2 ? db : other, visit)));
    const kept = await findArticle(db, KEY);
    expect(kept?.versions.map(({ hash }) => hash).sort()).toEqual(visits.map((_, index) => `hash-${index}`));
    expect(kept?.urls).toHaveLength(10);
  });

  it('are corrected in one step with the visit, and again by the next visit', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt(KEY));
    const page = sampleArticle({ title: 'Today’s title' });
    const seen = articleRecord(page, NOW, { ...VERSION, hash: 'bb22' });
    await changeArticle(db, seen, (merged) => correctArticle(merged, page, { title: 'Mine' }));
    await keepArticle(db, recordAt(KEY, undefined, 'cc33'));
    const kept = await findArticle(db, KEY);
    expect(kept).toMatchObject({ title: 'Mine', provenance: { title: 'reader' } });
    expect(kept?.versions.map(({ hash }) => hash)).toEqual(['aa11', 'bb22', 'cc33']);
    await changeArticle(db, seen, (merged) => correctArticle(merged, page, { title: null }));
    expect((await findArticle(db, KEY))?.title).toBe('Today’s title');
  });

  it('are found by another address on the same site', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt('http://m.example.org/harbour/?fbclid=1', KEY));
    expect((await findArticle(db, 'https://m.example.org/harbour'))?.key).toBe(KEY);
  });

  it('cannot claim an address on another site', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt('https://other.example/story', KEY));
    expect(await findArticle(db, 'https://other.example/story')).toBeNull();
  });

  it('come by their own key before they come by another one’s address', async () => {
    const db = await openStore();
    const mobile = 'https://m.example.org/harbour';
    await keepArticle(db, recordAt(mobile, KEY));
    await keepArticle(db, recordAt(mobile));
    expect((await findArticle(db, mobile))?.key).toBe(mobile);
  });

  it('hold the sample, which has no address on the web', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt('https://example.org/', 'pressmark:sample'));
    expect((await findArticle(db, 'pressmark:sample'))?.key).toBe('pressmark:sample');
  });
});

describe('the reading history', () => {
  const readings = async (db: Awaited<ReturnType<typeof openStore>>) =>
    (await db.articles.toArray()).map(({ key, record }) => [key, record.onlyRead ?? false]);

  it('has what was read, as it was read last, until the reader keeps it', async () => {
    const db = await openStore();
    await rememberReading(db, recordAt(KEY));
    await rememberReading(db, recordAt(KEY, undefined, 'bb22'));
    expect(await readings(db)).toEqual([[KEY, true]]);
    expect((await findArticle(db, KEY))?.versions.map(({ hash }) => hash)).toEqual(['bb22']);
    await keepArticle(db, recordAt(KEY, undefined, 'cc33'));
    expect(await readings(db)).toEqual([[KEY, false]]);
    expect((await findArticle(db, KEY))?.versions.map(({ hash }) => hash)).toEqual(['bb22', 'cc33']);
  });

  it('changes nothing of an article that is kept', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt(KEY));
    await rememberReading(db, recordAt(KEY, undefined, 'bb22'));
    expect(await findArticle(db, KEY)).toEqual(recordAt(KEY));
  });

  it('is emptied without what is kept', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt(KEY));
    for (const n of [1, 2, 3]) await rememberReading(db, recordAt(`https://example.org/read-${n}`));
    expect(await historySize(db)).toBe(3);
    expect(await emptyHistory(db)).toBe(3);
    expect(await historySize(db)).toBe(0);
    expect(await readings(db)).toEqual([[KEY, false]]);
  });

  it('never has, nor forgets, an article with notes on it, also notes that came without the article', async () => {
    const [db, other] = [await openStore(), await openStore()];
    const fields = { ...sampleFields('a note'), article: KEY };
    const note = await saveAnnotation(other, { id: 'note', seen: {}, fields, author: 'ben' });
    await rememberReading(db, recordAt(KEY));
    await mergeRecords(db, [note]);
    expect(await historySize(db)).toBe(0);
    expect(await emptyHistory(db)).toBe(0);
    expect((await findArticle(db, KEY))?.versions).toHaveLength(1);
    const third = await openStore();
    await mergeRecords(third, [note]);
    await rememberReading(third, recordAt(KEY));
    expect(await readings(third)).toEqual([[KEY, false]]);
  });
});

describe('an article that is kept no longer', () => {
  const id = '00000000-0000-7000-8000-0000000000aa';

  it('is gone, and what was kept of it can be kept again', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt(KEY));
    const dropped = await dropArticle(db, KEY);
    expect(await findArticle(db, KEY)).toBeNull();
    await keepArticle(db, dropped!);
    expect(await findArticle(db, KEY)).toEqual(recordAt(KEY));
    expect(await dropArticle(db, 'https://example.org/other')).toBeNull();
  });

  it('stays while a note is on it, also one in the bin', async () => {
    const db = await openStore();
    await keepArticle(db, recordAt(KEY));
    const fields = { ...sampleFields('a note'), article: KEY };
    const record = await saveAnnotation(db, { id, seen: {}, fields, author: 'Mai' });
    expect(await dropArticle(db, KEY)).toBeNull();
    await removeAnnotation(db, { id, seen: record.ctx, author: 'Mai' });
    expect(await dropArticle(db, KEY)).toBeNull();
    expect(await findArticle(db, KEY)).not.toBeNull();
    await emptyBin(db, { days: 0, author: 'Mai' }, Date.now() + 1000);
    expect((await dropArticle(db, KEY))?.key).toBe(KEY);
  });
});
