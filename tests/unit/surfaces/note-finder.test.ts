import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { countConditions, facetsOf, findNotes } from '../../../lib/store/find-notes';
import { importAll } from '../../../lib/store/import-all';
import { type FinderParts, NoteFinder } from '../../../lib/surfaces/note-finder';
import { storedNote } from '../../support/many-records';
import { openStore } from '../store/open-stores';

/** A finder over a real store; `lose` tells it which notes have lost their passage. */
async function finding(count: number) {
  const db = await openStore();
  const records = await Promise.all(
    Array.from({ length: count }, (_, n) => storedNote(n, { tags: n % 2 ? ['odd'] : ['even'] })),
  );
  await importAll(db, { annotations: records, articles: [] });
  let lose: (ids: ReadonlySet<string>) => void = () => {};
  const stopped: string[] = [];
  const parts: FinderParts = {
    watchFound: (request, onFound, onCounts) => {
      void (async () => {
        const found = await findNotes(db, request);
        onFound(found);
        onCounts(await countConditions(db, request, found.total));
        // A test may be over before everything that it asked for was answered.
      })().catch(() => undefined);
      return () => stopped.push(request.query);
    },
    watchFacets: (lost, onFacets) => {
      void facetsOf(db, lost).then(onFacets);
      return () => {};
    },
    watchLost: (onLost) => {
      lose = onLost;
      return () => {};
    },
  };
  const lengths: number[] = [];
  const finder: NoteFinder = new NoteFinder(
    parts,
    () => lengths.push(finder.data.notes.length),
    () => {},
  );
  finder.start();
  const settled = (check: () => void) => vi.waitFor(check);
  return { finder, records, stopped, settled, lengths, lose: (ids: ReadonlySet<string>) => lose(ids) };
}

describe('a list of all notes', () => {
  it('shows the first of many, and more on request', async () => {
    const { finder, settled, lengths } = await finding(120);
    // A window full at once, three as soon as that is drawn.
    await settled(() => expect(finder.data.notes).toHaveLength(20));
    expect(new Set(lengths)).toEqual(new Set([8, 20]));
    expect(finder.data).toMatchObject({ hasMore: true, total: null });
    finder.showMore();
    await settled(() => expect(finder.data.notes).toHaveLength(120));
    expect(finder.data).toMatchObject({ hasMore: false, total: 120 });
  });

  it('keeps filters beside words and order, counts them, and lifts them one by one', async () => {
    const { finder, settled } = await finding(20);
    finder.addCondition({ kind: 'tag', value: 'odd' });
    finder.addCondition({ kind: 'tag', value: 'even' });
    finder.sortBy('created');
    await settled(() => expect(finder.data.counts?.without.size).toBe(2));
    expect(finder.data).toMatchObject({ total: 0, sort: 'created' });
    expect(finder.data.counts?.alone.get('tag:odd')).toBe(10);
    finder.liftCondition('tag:odd');
    await settled(() => expect(finder.data.total).toBe(10));
    finder.search('note 4');
    await settled(() => expect(finder.data.total).toBe(1));
    finder.liftCondition('query');
    finder.clearConditions();
    await settled(() => expect(finder.data).toMatchObject({ query: '', conditions: [], total: 20 }));
  });

  it('drops the answer to what is no longer asked', async () => {
    const { finder, stopped, settled } = await finding(20);
    finder.search('note 4');
    finder.search('note 5');
    await settled(() => expect(finder.data.total).toBe(1));
    expect(finder.data.notes[0]?.version.body).toBe('Note 5');
    expect(stopped).toEqual(['', 'note 4']);
  });

  it('reads what there is to choose from only when the reader chooses', async () => {
    const { finder, settled } = await finding(6);
    await settled(() => expect(finder.data.total).toBe(6));
    expect(finder.data.facets).toBeNull();
    finder.choose(true);
    await settled(() => expect(finder.data.facets?.tag).toHaveLength(2));
    finder.choose(false);
    expect(finder.data).toMatchObject({ isChoosing: false });
  });

  it('follows the list of notes that have lost their passage', async () => {
    const { finder, records, settled, lose } = await finding(6);
    finder.addCondition({ kind: 'lost' });
    await settled(() => expect(finder.data.total).toBe(0));
    lose(new Set([records[3]!.id]));
    await settled(() => expect(finder.data.notes.map(({ id }) => id)).toEqual([records[3]!.id]));
  });
});
