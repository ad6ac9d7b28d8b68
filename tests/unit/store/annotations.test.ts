import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { newAnnotationId } from '../../../lib/notes/annotation';
import { articleRecord } from '../../../lib/notes/article-record';
import {
  annotationsOf,
  countOf,
  findAnnotation,
  recentAnnotations,
  removeAnnotation,
  saveAnnotation,
} from '../../../lib/store/annotations';
import { findArticle } from '../../../lib/store/articles';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { loadDraft, saveDraft } from '../../../lib/store/drafts';
import { deviceOf } from '../../../lib/store/identity';
import { isConflicted } from '../../../lib/team/conflicts';
import { verifyRecord } from '../../../lib/team/verify-record';
import { sha256 } from '../../../lib/team/version-hash';
import { sampleArticle, VERSION } from '../notes/sample-article';
import { sampleFields, wordings } from '../team/sample-annotation';
import { openStore } from './open-stores';

const NOON = Date.UTC(2026, 2, 1, 12);
const STORY = 'https://example.org/story';

function save(db: PressmarkDatabase, id: string, body: string, seen = {}, updated?: string) {
  return saveAnnotation(db, { id, seen, fields: sampleFields(body, updated), author: 'ana' }, NOON);
}

describe('saving an annotation', () => {
  it('stores it under this database’s device, with a hash that can be checked', async () => {
    const db = await openStore();
    const id = newAnnotationId();
    const saved = await save(db, id, 'first');
    const device = await deviceOf(db);
    expect(saved.ctx).toEqual({ [device]: 1 });
    expect(saved.versions[0]).toMatchObject({ device, author: 'ana', hlc: '2026-03-01T12:00:00.000Z-0000' });
    expect(await verifyRecord(saved, sha256)).toBeNull();
    expect(await findAnnotation(db, id)).toEqual(saved);
  });

  it('answers with a native promise, which message listeners need', async () => {
    const db = await openStore();
    const answers = [
      save(db, newAnnotationId(), 'x'),
      annotationsOf(db, STORY),
      countOf(db, STORY),
      deviceOf(db),
    ];
    for (const answer of answers) expect(Object.getPrototypeOf(answer)).toBe(Promise.prototype);
    await Promise.all(answers);
  });

  it('reads a clock that only goes forward, also when the computer’s goes back', async () => {
    const db = await openStore();
    const readings: string[] = [];
    for (const [index, now] of [NOON, NOON, NOON - 3_600_000, NOON + 1].entries()) {
      const request = { id: `note-${index}`, seen: {}, fields: sampleFields('x'), author: 'ana' };
      readings.push((await saveAnnotation(db, request, now)).versions[0]!.hlc);
    }
    const ends = readings.map((reading) => reading.slice(-10));
    expect(ends).toEqual(['.000Z-0000', '.000Z-0001', '.000Z-0002', '.001Z-0000']);
  });

  it('survives closing and opening again', async () => {
    const db = await openStore();
    const saved = await save(db, newAnnotationId(), 'first');
    db.close();
    const again = await openStore(db.name);
    expect(await annotationsOf(again, STORY)).toEqual([saved]);
    expect(await deviceOf(again)).toBe(Object.keys(saved.ctx)[0]);
  });

  it('makes no second version when the same request comes again', async () => {
    const db = await openStore();
    const id = newAnnotationId();
    const answers = await Promise.all([save(db, id, 'once'), save(db, id, 'once'), save(db, id, 'once')]);
    const late = await save(db, id, 'once');
    for (const answer of [...answers, late]) expect(answer).toEqual(answers[0]);
    expect(late.versions).toHaveLength(1);
  });

  it('loses none of forty saves made at once, from two windows', async () => {
    const db = await openStore();
    const other = await openStore(db.name);
    const id = newAnnotationId();
    const bodies = Array.from({ length: 40 }, (_, index) => `wording ${index}`);
    await Promise.all(bodies.map((body, index) => save(index % 2 ? db : other, id, body)));
    const record = await findAnnotation(db, id);
    expect(wordings(record!)).toEqual([...bodies].sort());
    expect(Object.values(record!.ctx)).toEqual([40]);
    expect(isConflicted(record!)).toBe(true);
  });

  it('replaces only what the reader had before their eyes', async () => {
    const db = await openStore();
    const id = newAnnotationId();
    const first = await save(db, id, 'first');
    await save(db, id, 'second', first.ctx);
    const late = await save(db, id, 'late', first.ctx);
    expect(wordings(late)).toEqual(['late', 'second']);
  });

  it('keeps the article with the first note and not before', async () => {
    const db = await openStore();
    const article = articleRecord(sampleArticle({ url: STORY }), '2026-03-01T12:00:00.000Z', VERSION);
    const request = { id: newAnnotationId(), seen: {}, fields: sampleFields('x'), author: 'ana', article };
    expect(await findArticle(db, STORY)).toBeNull();
    await saveAnnotation(db, request, NOON);
    expect(await findArticle(db, STORY)).toEqual(article);
  });

  it('discards the draft it came from in the same breath', async () => {
    const db = await openStore();
    const draft = {
      article: STORY,
      place: 'new',
      body: 'x',
      tags: [],
      target: null,
      updated: '2026-03-01T12:00:00Z',
    };
    await saveDraft(db, draft);
    await saveDraft(db, { ...draft, place: 'other' });
    const request = {
      id: newAnnotationId(),
      seen: {},
      fields: sampleFields('x'),
      author: 'ana',
      draft: 'new',
    };
    await saveAnnotation(db, request, NOON);
    expect(await loadDraft(db, STORY, 'new')).toBeNull();
    expect(await loadDraft(db, STORY, 'other')).not.toBeNull();
  });

  it('writes nothing at all when one part of it cannot be written', async () => {
    const db = await openStore();
    const unclonable = { ...articleRecord(sampleArticle({ url: STORY }), 'x', VERSION), broken: () => 1 };
    const request = {
      id: newAnnotationId(),
      seen: {},
      fields: sampleFields('x'),
      author: 'a',
      article: unclonable,
    };
    await expect(saveAnnotation(db, request)).rejects.toMatchObject({ name: 'StoreError', code: 'failed' });
    expect(await db.annotations.count()).toBe(0);
    expect(await db.meta.get('clock')).toBeUndefined();
  });

  it('refuses what is no valid annotation', async () => {
    const db = await openStore();
    const good = { id: newAnnotationId(), seen: {}, fields: sampleFields('x'), author: 'ana' };
    const article = articleRecord(sampleArticle(), 'x', VERSION);
    const bad = [
      { ...good, id: '' },
      { ...good, fields: { ...good.fields, stance: 2 } },
      { ...good, article },
    ];
    for (const request of bad) {
      const error = await saveAnnotation(db, request).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'failed', cause: expect.any(RangeError) });
    }
    expect(await db.annotations.count()).toBe(0);
  });
});

describe('deleting an annotation', () => {
  it('hides it and keeps the tombstone', async () => {
    const db = await openStore();
    const saved = await save(db, newAnnotationId(), 'first');
    const removed = await removeAnnotation(db, { id: saved.id, seen: saved.ctx, author: 'ana' }, NOON);
    expect(removed?.versions).toMatchObject([
      { deleted: true, body: 'first', updated: '2026-03-01T12:00:00.000Z' },
    ]);
    expect(await annotationsOf(db, STORY)).toEqual([]);
    expect(await countOf(db, STORY)).toBe(0);
    expect(await recentAnnotations(db, { limit: 9, offset: 0 })).toEqual([]);
    expect(await findAnnotation(db, saved.id)).toEqual(removed);
  });

  it('can be asked for twice, and for what is not there', async () => {
    const db = await openStore();
    const saved = await save(db, newAnnotationId(), 'first');
    const request = { id: saved.id, seen: saved.ctx, author: 'ana' };
    const once = await removeAnnotation(db, request, NOON);
    expect(await removeAnnotation(db, request, NOON + 5)).toEqual(once);
    expect(await removeAnnotation(db, { ...request, id: newAnnotationId() })).toBeNull();
  });

  it('keeps an edit made meanwhile', async () => {
    const db = await openStore();
    const first = await save(db, newAnnotationId(), 'first');
    await save(db, first.id, 'edited', first.ctx);
    await removeAnnotation(db, { id: first.id, seen: first.ctx, author: 'ana' }, NOON);
    expect((await annotationsOf(db, STORY)).map(wordings)).toEqual([['edited']]);
  });
});

describe('the lists', () => {
  it('show an article’s notes in page order, and only its own', async () => {
    const db = await openStore();
    for (const start of [40, 0, 20]) {
      const quote = { exact: 'x', prefix: '', suffix: '' };
      const position = { start, end: start + 1, version: null, base: 'article' as const };
      const target = { quote, position, structure: null, history: [] };
      const fields = { ...sampleFields(`at ${start}`), target };
      await saveAnnotation(db, { id: newAnnotationId(), seen: {}, fields, author: 'ana' }, NOON);
    }
    const elsewhere = { ...sampleFields('elsewhere'), article: 'https://example.org/story-2' };
    await saveAnnotation(db, { id: newAnnotationId(), seen: {}, fields: elsewhere, author: 'ana' }, NOON);
    expect((await annotationsOf(db, STORY)).flatMap(wordings)).toEqual(['at 0', 'at 20', 'at 40']);
    expect(await countOf(db, STORY)).toBe(3);
  });

  it('show all notes by their last change, page by page', async () => {
    const db = await openStore();
    const minutes = [3, 1, 4, 0, 2];
    for (const minute of minutes) {
      // The same morning, told in as many zones: as text these would sort the other way round.
      const time = `2026-03-01T0${9 - minute}:0${minute}:00-0${minute}:00`;
      await save(db, newAnnotationId(), `minute ${minute}`, {}, time);
    }
    const pages = [0, 2, 4].map((offset) => recentAnnotations(db, { limit: 2, offset }));
    expect((await Promise.all(pages)).map((page) => page.flatMap(wordings))).toEqual([
      ['minute 4', 'minute 3'],
      ['minute 2', 'minute 1'],
      ['minute 0'],
    ]);
  });

  it('move a note up when it changes, and to the other article when it is moved', async () => {
    const db = await openStore();
    const old = await save(db, newAnnotationId(), 'old', {}, '2026-03-01T09:00:00Z');
    await save(db, newAnnotationId(), 'new', {}, '2026-03-01T10:00:00Z');
    const moved = {
      ...sampleFields('moved', '2026-03-01T11:00:00Z'),
      article: 'https://example.org/story-2',
    };
    await saveAnnotation(db, { id: old.id, seen: old.ctx, fields: moved, author: 'ana' }, NOON);
    expect((await recentAnnotations(db, { limit: 9, offset: 0 })).flatMap(wordings)).toEqual([
      'moved',
      'new',
    ]);
    expect(await countOf(db, STORY)).toBe(1);
    expect(await countOf(db, 'https://example.org/story-2')).toBe(1);
  });
});
