import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { annotationRow } from '../../lib/store/annotation-row';
import {
  annotationsOf,
  countOf,
  findAnnotation,
  recentAnnotations,
  saveAnnotation,
} from '../../lib/store/annotations';
import { articleRow, findArticle } from '../../lib/store/articles';
import { openDatabase, type PressmarkDatabase } from '../../lib/store/database';
import { draftsOf } from '../../lib/store/drafts';
import { deviceOf, sentinelOf } from '../../lib/store/identity';
import { MIGRATIONS } from '../../lib/store/schema';
import { searchAnnotations } from '../../lib/store/search';
import { indexPending } from '../../lib/store/search-index';
import { allWords } from '../../lib/store/word-list';
import { isConflicted, isDeleted } from '../../lib/team/conflicts';
import { verifyRecord } from '../../lib/team/verify-record';
import { sha256 } from '../../lib/team/version-hash';
import { fieldsOf } from '../../lib/team/write-version';
import { dumpDatabase, goldenNames, pourGolden, readGolden } from './golden-database';

const STORY = 'https://example.org/harbour';
const ID = (last: number) => `019ca8a0-0000-7000-8000-00000000000${last}`;
const fileOf = ({ version, name }: { version: number; name: string }) =>
  `${String(version).padStart(4, '0')}-${name}`;

let db: PressmarkDatabase | null = null;
afterEach(async () => {
  await db?.delete();
  db = null;
});

async function openGolden(name: string): Promise<PressmarkDatabase> {
  await pourGolden(readGolden(name), name);
  db = await openDatabase(name);
  return db;
}

describe('the history of the schema', () => {
  it('has a golden database for every migration', () => {
    expect(goldenNames()).toEqual(MIGRATIONS.map(fileOf));
  });

  it('goes up one by one', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });
});

describe.each(goldenNames())('the database of %s', (name) => {
  it('opens with every record whole, every hash right and every derived column as it would be written today', async () => {
    const store = await openGolden(name);
    const rows = await store.annotations.toArray();
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(await verifyRecord(row.record, sha256)).toBeNull();
      expect(annotationRow(row.record)).toEqual(row);
    }
    for (const row of await store.articles.toArray()) expect(articleRow(row.record)).toEqual(row);
  });

  it('has the structure of a database made today', async () => {
    const shapeOf = async (database: string) => {
      const { nativeVersion, stores } = await dumpDatabase(database);
      return {
        nativeVersion,
        stores: Object.entries(stores).map(([store, { rows, ...shape }]) => [store, shape]),
      };
    };
    await openGolden(name);
    const fresh = await openDatabase(`fresh beside ${name}`);
    expect(await shapeOf(name)).toEqual(await shapeOf(fresh.name));
    await fresh.delete();
  });

  it('answers every question', async () => {
    const store = await openGolden(name);
    const page = await annotationsOf(store, STORY);
    expect(page.map(({ id }) => id)).toEqual([ID(1), ID(2)]);
    expect(await countOf(store, 'pressmark:sample')).toBe(1);
    const recent = await recentAnnotations(store, { limit: 9, offset: 0 });
    expect(recent.map(({ id }) => id)).toEqual([ID(2), ID(1), ID(4)]);
    expect((await findArticle(store, 'https://m.example.org/harbour'))?.versions).toHaveLength(2);
    expect(await draftsOf(store, STORY)).toMatchObject([{ body: 'half a thou', place: 'new' }]);
    expect(await allWords(store)).toMatchObject([{ entry: { surface: 'Harbour', action: 'not-an-actor' } }]);
    expect(await deviceOf(store)).toBe('3f0c1c52-6a55-4f0e-9a53-0d6c6f2f7a11');
    expect((await sentinelOf(store)).id).toBe('5d1f0b7e-2a3c-4d5e-8f90-a1b2c3d4e5f6');
  });

  it('finds its notes, before the index is made and after', async () => {
    const store = await openGolden(name);
    const found = async (query: string) => (await searchAnnotations(store, query, 9)).map(({ id }) => id);
    for (const round of ['before', 'after']) {
      expect([round, await found('not ready')]).toEqual([round, [ID(2)]]);
      expect([round, await found('date:2026')]).toEqual([round, [ID(2), ID(1), ID(4)]]);
      await indexPending(store);
      expect(await store.pending.count()).toBe(0);
      expect(await store.searchStamps.count()).toBe(3);
    }
  });

  it('keeps the conflict, the tombstone, and the text in two scripts', async () => {
    const store = await openGolden(name);
    const conflict = (await findAnnotation(store, ID(2)))!;
    expect(isConflicted(conflict)).toBe(true);
    expect(conflict.versions.map(({ body }) => body).sort()).toEqual([
      'Checked: it is ready',
      'Not ready, says the union',
    ]);
    expect(conflict.versions[0]?.target?.quote.exact).toBe('قالت إن الميناء');
    const tombstone = (await findAnnotation(store, ID(3)))!;
    expect(isDeleted(tombstone)).toBe(true);
    expect(tombstone.versions[0]).toMatchObject({ kind: 'coding', codes: ['c1', 'c2'], stance: -0.5 });
  });

  it('points into the article’s text with every quote', async () => {
    const store = await openGolden(name);
    const article = (await findArticle(store, STORY))!;
    for (const { versions } of await annotationsOf(store, STORY)) {
      const { quote, position } = versions[0]!.target!;
      const version = article.versions.find(({ hash }) => hash === position.version)!;
      expect(await sha256(version.text)).toBe(version.hash);
      expect(version.text.slice(position.start, position.end)).toBe(quote.exact);
    }
  });

  it('can be written to: a conflict is settled and the counter goes on', async () => {
    const store = await openGolden(name);
    const conflict = (await findAnnotation(store, ID(2)))!;
    const fields = {
      ...fieldsOf(conflict.versions[0]!),
      body: 'Settled',
      updated: '2026-03-05T09:00:00.000Z',
    };
    const settled = await saveAnnotation(store, { id: ID(2), seen: conflict.ctx, fields, author: 'Ana' });
    expect(settled.versions).toHaveLength(1);
    expect(settled.ctx[await deviceOf(store)]).toBe(3);
  });
});
