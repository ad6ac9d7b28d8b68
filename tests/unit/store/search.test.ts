import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTerms, noteWords, queryTerms } from '../../../lib/notes/note-words';
import {
  mergeRecords,
  recentAnnotations,
  removeAnnotation,
  saveAnnotation,
} from '../../../lib/store/annotations';
import { keepArticle } from '../../../lib/store/articles';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { importAll } from '../../../lib/store/import-all';
import { searchAnnotations } from '../../../lib/store/search';
import { indexPending } from '../../../lib/store/search-index';
import { currentVersion } from '../../../lib/team/conflicts';
import { storedNote } from '../../support/many-records';
import { sampleFields } from '../team/sample-annotation';
import { openStore } from './open-stores';

const found = async (db: PressmarkDatabase, query: string, limit = 50) =>
  (await searchAnnotations(db, query, limit)).map(({ id }) => id);

/** What a reading of every note finds: the truth that the index has to tell. */
async function readAll(db: PressmarkDatabase, query: string): Promise<string[]> {
  const records = await recentAnnotations(db, { limit: 10_000, offset: 0 });
  const hits = await Promise.all(
    records.map(async (record) => {
      const version = currentVersion(record)!;
      const article = (await db.articles.get(version.article))?.record ?? null;
      return hasTerms(noteWords(version, article), queryTerms(query)) ? [record.id] : [];
    }),
  );
  return hits.flat();
}

describe('searching the store', () => {
  it('finds a note by the words it has now, and no more by those it had', async () => {
    const db = await openStore();
    const first = await saveAnnotation(db, {
      id: 'a',
      seen: {},
      fields: sampleFields('herring'),
      author: 'ana',
    });
    expect(await found(db, 'herr')).toEqual(['a']);
    const fields = { ...sampleFields('mackerel'), updated: '2026-04-01T00:00:00.000Z' };
    const second = await saveAnnotation(db, { id: 'a', seen: first.ctx, fields, author: 'ana' });
    expect([await found(db, 'herring'), await found(db, 'mackerel')]).toEqual([[], ['a']]);
    await removeAnnotation(db, { id: 'a', seen: second.ctx, author: 'ana' });
    expect(await found(db, 'mackerel')).toEqual([]);
  });

  it('finds an import at once, though its index is made afterwards, and across a stop of the background', async () => {
    const db = await openStore();
    const notes = await Promise.all(Array.from({ length: 600 }, (_, n) => storedNote(n)));
    await importAll(db, { annotations: notes, articles: [] });
    expect(await db.searchStamps.count()).toBe(0);
    expect(await found(db, 'note 599')).toEqual([notes[599]!.id]);
    // The background is stopped while it works: its connection is gone, and a segment stays half made.
    db.searchSegments.hook('creating', (_id, _row, transaction) => {
      transaction.on('complete', () => db.close());
    });
    expect(await indexPending(db).catch(() => 'stopped')).toBe('stopped');
    const again = await openStore(db.name);
    expect(await again.pending.count()).toBe(600);
    expect(await again.searchSegments.count()).toBe(1);
    expect(await found(again, 'note 599')).toEqual([notes[599]!.id]);
    expect(await indexPending(again)).toBe(600);
    expect(await again.searchSegments.toArray()).toMatchObject([{ id: 2, isReady: true }]);
    expect((await again.searchWords.toArray()).every(({ segment }) => segment === 2)).toBe(true);
    expect(await found(again, 'note', 600)).toHaveLength(600);
    expect(await found(again, 'note 599')).toEqual([notes[599]!.id]);
  });

  it('finds notes by the title of an article that was learned later', async () => {
    const db = await openStore();
    await saveAnnotation(db, { id: 'a', seen: {}, fields: sampleFields('herring'), author: 'ana' });
    await keepArticle(db, {
      key: sampleFields().article,
      urls: [],
      versions: [],
      title: 'Quarrel over nets',
      authors: ['Ines Vale'],
      siteName: null,
      publishedTime: null,
      modifiedTime: null,
      section: null,
      lang: null,
      canonicalUrl: null,
      provenance: {},
    });
    expect(await found(db, 'quarrel')).toEqual(['a']);
    await indexPending(db);
    expect(await found(db, 'author:vale quarrel')).toEqual(['a']);
  });

  it('gives the last changed first and keeps to the limit, for rare and for frequent words', async () => {
    const db = await openStore();
    const notes = await Promise.all(
      Array.from({ length: 300 }, (_, n) => storedNote(n, { body: n % 3 === 0 ? 'tide rising' : 'tide' })),
    );
    await mergeRecords(db, notes);
    await indexPending(db);
    const newest = [299, 298, 297].map((n) => notes[n]!.id);
    expect(await found(db, 'tide', 3)).toEqual(newest);
    expect(await found(db, 'tide', 3)).toEqual((await readAll(db, 'tide')).slice(0, 3));
    expect(await found(db, 'rising tide', 2)).toEqual([297, 294].map((n) => notes[n]!.id));
  });

  it('keeps notes apart that were changed at the same moment', async () => {
    const db = await openStore();
    const time = '2026-01-01T00:00:00.000Z';
    const notes = await Promise.all(
      Array.from({ length: 500 }, (_, n) => storedNote(n, { updated: time, body: 'same moment' })),
    );
    await mergeRecords(db, notes);
    await indexPending(db);
    expect(await db.searchStamps.count()).toBe(500);
    expect(new Set(await found(db, 'moment', 1000)).size).toBe(500);
  });

  it('keeps the index in few parts, however many times it is made', async () => {
    const db = await openStore();
    const notes = await Promise.all(
      Array.from({ length: 40 }, (_, n) => storedNote(n, { body: n % 2 === 0 ? 'tide rising' : 'tide' })),
    );
    for (const note of notes) {
      await mergeRecords(db, [note]);
      await indexPending(db);
    }
    expect(await db.pending.count()).toBe(0);
    expect(await db.searchSegments.count()).toBeLessThan(10);
    expect(await found(db, 'tide')).toEqual(notes.map(({ id }) => id).reverse());
    expect(await found(db, 'rising tid', 2)).toEqual([38, 36].map((n) => notes[n]!.id));
  });

  it('does not take a change during the indexing for indexed', async () => {
    const db = await openStore();
    const first = await saveAnnotation(db, {
      id: 'a',
      seen: {},
      fields: sampleFields('herring'),
      author: 'ana',
    });
    const making = indexPending(db);
    while ((await db.searchSegments.count()) === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    const fields = { ...sampleFields('mackerel'), updated: '2026-04-01T00:00:00.000Z' };
    await saveAnnotation(db, { id: 'a', seen: first.ctx, fields, author: 'ana' });
    await making;
    expect([await found(db, 'herring'), await found(db, 'mackerel')]).toEqual([[], ['a']]);
    await indexPending(db);
    expect(await db.pending.count()).toBe(0);
    expect([await found(db, 'herring'), await found(db, 'mackerel')]).toEqual([[], ['a']]);
  });

  it('is not led astray by two windows that make the index at the same time', async () => {
    const db = await openStore();
    const notes = await Promise.all(Array.from({ length: 60 }, (_, n) => storedNote(n)));
    await mergeRecords(db, notes);
    await Promise.all([indexPending(db), indexPending(db), indexPending(db)]);
    await indexPending(db);
    expect(await db.pending.count()).toBe(0);
    expect(await found(db, 'note', 100)).toEqual((await readAll(db, 'note')).slice(0, 100));
  });

  it('finds nothing by the name of a field alone', async () => {
    const db = await openStore();
    await saveAnnotation(db, { id: 'a', seen: {}, fields: sampleFields('herring'), author: 'ana' });
    for (const round of ['before', 'after']) {
      expect([round, await found(db, 'dat')]).toEqual([round, []]);
      await indexPending(db);
    }
  });

  it('says after any history what a reading of every note says', async () => {
    const word = fc.constantFrom('tide', 'tidal', 'nets', 'Ána', 'port', '港町');
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      do: fc.constantFrom('save', 'save', 'remove', 'merge', 'index'),
      words: fc.array(word, { minLength: 1, maxLength: 3 }),
    });
    const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const [db, other] = [await openStore(), await openStore()];
      for (const { id, do: action, words } of steps) {
        const seen = (await db.annotations.get(id))?.record.ctx ?? {};
        const change = { id, seen, author: 'ana', fields: sampleFields(words.join(' ')) };
        if (action === 'save') await saveAnnotation(db, change);
        if (action === 'remove') await removeAnnotation(db, change);
        if (action === 'merge')
          await mergeRecords(db, [await saveAnnotation(other, { ...change, seen: {} })]);
        if (action === 'index') await indexPending(db);
      }
      for (const query of ['tid', 'tide nets', 'ana', '港', 'port tidal'])
        expect((await found(db, query)).sort()).toEqual((await readAll(db, query)).sort());
      for (const store of [db, other]) await store.delete();
    });
    await fc.assert(property, { seed: 20260109, numRuns: 60 });
  }, 60_000);
});
