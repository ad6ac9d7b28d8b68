import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationRecord, AnnotationVersion } from '../../../lib/model/annotation';
import { conditionKey, type NoteCondition, noteFilter } from '../../../lib/notes/note-filter';
import { NOTE_SORTS, sortNotes } from '../../../lib/notes/note-sort';
import { hasTerms, noteWords, queryTerms } from '../../../lib/notes/note-words';
import { removeAnnotation } from '../../../lib/store/annotations';
import {
  countConditions,
  facetsOf,
  findNotes,
  type NoteRequest,
  QUERY_KEY,
} from '../../../lib/store/find-notes';
import { importAll } from '../../../lib/store/import-all';
import { indexPending } from '../../../lib/store/search-index';
import { currentVersion } from '../../../lib/team/conflicts';
import { listRecord } from '../../../lib/team/list-record';
import { sha256 } from '../../../lib/team/version-hash';
import { fieldsOf, writeVersion } from '../../../lib/team/write-version';
import { noteVersion, someCondition, someNote } from '../../support/judged-notes';
import { openStore } from './open-stores';

const ALL: NoteRequest = { query: '', conditions: [], sort: 'changed', limit: 50, lost: new Set() };

async function stored(n: number, change: Partial<AnnotationVersion>): Promise<AnnotationRecord> {
  const id = `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  const version = noteVersion(change);
  const stamp = { device: 'device-a', hlc: `${String(n).padStart(15, '0')}`, author: version.author };
  return writeVersion(null, id, {}, fieldsOf(version), stamp, sha256);
}

async function storeWith(changes: readonly Partial<AnnotationVersion>[], isIndexed = true) {
  const db = await openStore();
  const records = await Promise.all(changes.map((change, at) => stored(at, change)));
  await importAll(db, { annotations: records, articles: [] });
  if (isIndexed) await indexPending(db);
  return { db, records };
}

const bodies = (notes: readonly { version: AnnotationVersion }[]) => notes.map(({ version }) => version.body);

describe('finding notes for a list', () => {
  it('gives the last changed first without counting all, and leaves corrections and deleted notes out', async () => {
    const { db, records } = await storeWith([
      { body: 'a', updated: '2026-03-01T00:00:00.000Z' },
      { body: 'wrong', kind: 'correction', updated: '2026-03-05T00:00:00.000Z' },
      { body: 'b', updated: '2026-03-02T00:00:00.000Z' },
      { body: 'gone', updated: '2026-03-04T00:00:00.000Z' },
      { body: 'c', updated: '2026-03-03T00:00:00.000Z' },
    ]);
    await removeAnnotation(db, { id: records[3]!.id, seen: records[3]!.ctx, author: '' });
    const found = await findNotes(db, { ...ALL, limit: 2 });
    expect([bodies(found.notes), found.total]).toEqual([['c', 'b'], null]);
    const all = await findNotes(db, ALL);
    expect([bodies(all.notes), all.total]).toEqual([['c', 'b', 'a'], 3]);
  });

  it('finds by words and conditions together, also before the index is made', async () => {
    const changes = [
      { body: 'the harbour talks', tags: ['budget'] },
      { body: 'the harbour fees', tags: ['ports'] },
      { body: 'the talks', tags: ['budget'] },
    ];
    const conditions: NoteCondition[] = [{ kind: 'tag', value: 'Budget' }];
    for (const isIndexed of [true, false]) {
      const { db } = await storeWith(changes, isIndexed);
      const found = await findNotes(db, { ...ALL, query: 'harb', conditions });
      expect([bodies(found.notes), found.total]).toEqual([['the harbour talks'], 1]);
    }
  });

  it('does not read everything for a word that stands in every note', async () => {
    const { db } = await storeWith(Array.from({ length: 9 }, (_, n) => ({ body: `note ${n}` })));
    const some = await findNotes(db, { ...ALL, query: 'note', limit: 3 });
    expect([some.notes.length, some.total]).toEqual([3, null]);
    const all = await findNotes(db, { ...ALL, query: 'note', limit: 9 });
    expect([all.notes.length, all.total]).toEqual([9, 9]);
  });

  it('finds nothing for signs alone', async () => {
    const { db } = await storeWith([{ body: 'a', tags: ['x'] }]);
    const found = await findNotes(db, { ...ALL, query: '?!', conditions: [{ kind: 'tag', value: 'x' }] });
    expect(found).toEqual({ notes: [], total: 0 });
  });

  it('counts each condition by itself, and says what lifting one would bring', async () => {
    const { db } = await storeWith([
      { body: 'harbour', tags: ['a'], article: 'https://quay.example/1' },
      { body: 'harbour', tags: ['a'], article: 'https://quay.example/2' },
      { body: 'harbour', tags: ['b'], article: 'https://ridge.example/1' },
    ]);
    const conditions: NoteCondition[] = [
      { kind: 'tag', value: 'a' },
      { kind: 'site', value: 'ridge.example' },
    ];
    const request = { ...ALL, query: 'harbour', conditions };
    const { total } = await findNotes(db, request);
    expect(total).toBe(0);
    const { alone, without } = await countConditions(db, request, total);
    expect(Object.fromEntries(alone)).toEqual({ 'tag:a': 2, 'site:ridge.example': 1 });
    expect(Object.fromEntries(without)).toEqual({ 'tag:a': 1, 'site:ridge.example': 2, [QUERY_KEY]: 0 });
    const some = await countConditions(db, { ...request, conditions: conditions.slice(0, 1) }, 2);
    expect(some.without.size).toBe(0);
  });

  it('knows the notes that have lost their passage from a list beside the database', async () => {
    const { db, records } = await storeWith([{ body: 'a' }, { body: 'b' }]);
    const lost = new Set([records[1]!.id, 'no such note']);
    const found = await findNotes(db, { ...ALL, conditions: [{ kind: 'lost' }], lost });
    expect(bodies(found.notes)).toEqual(['b']);
    expect((await facetsOf(db, lost)).lost).toBe(1);
  });

  it('lists what was changed in the same moment in one order, asked with or without words and filters', async () => {
    const site = 'https://quay.example/1';
    const { db } = await storeWith(
      ['a', 'b', 'c'].map((tag) => ({ body: 'harbour', tags: [tag], article: site })),
    );
    const asked: Partial<NoteRequest>[] = [
      {},
      { query: 'harbour' },
      { conditions: [{ kind: 'site', value: 'quay.example' }] },
    ];
    for (const request of asked) {
      const { notes } = await findNotes(db, { ...ALL, ...request });
      expect(notes.map(({ version }) => version.tags)).toEqual([['c'], ['b'], ['a']]);
    }
  });

  it('finds by its indexes what reading and judging every note finds', async () => {
    const requests = fc.record({
      query: fc.constantFrom('', '', 'harbour', 'tag:budget', 'okoye', '金'),
      conditions: fc.array(someCondition, { maxLength: 3 }),
      sort: fc.constantFrom(...NOTE_SORTS),
    });
    const stores = fc.array(someNote, { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(stores, fc.array(requests, { minLength: 5, maxLength: 5 }), async (changes, asked) => {
        const { db, records } = await storeWith(changes);
        const lost = new Set(records.filter((_, at) => at % 3 === 0).map(({ id }) => id));
        for (const { query, conditions, sort } of asked) {
          const terms = queryTerms(query);
          const isWanted = noteFilter(conditions);
          const scanned = records.filter((record) => {
            const version = currentVersion(record)!;
            const isSaid = hasTerms(noteWords(version, null), terms);
            return isSaid && isWanted({ version, isLost: lost.has(record.id) });
          });
          const expected = sortNotes(
            scanned.map((record) => listRecord(record)!),
            sort,
          );
          const { notes, total } = await findNotes(db, { query, conditions, sort, limit: 50, lost });
          const asks = [query, ...conditions.map(conditionKey)].join(' ');
          expect([asks, ...notes.map(({ id }) => id)]).toEqual([asks, ...expected.map(({ id }) => id)]);
          expect(total).toBe(expected.length);
        }
        db.close();
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});
