import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hashOf } from '../../../lib/notes/library-route';
import { saveAnnotation } from '../../../lib/store/annotations';
import { DATABASE_NAME } from '../../../lib/store/database';
import { eraseFindings, FINDINGS_NAME } from '../../../lib/store/findings-database';
import { putHeads } from '../../../lib/store/write-findings';
import { LibraryState } from '../../../lib/surfaces/library-state';
import type { FinderParts } from '../../../lib/surfaces/note-finder';
import { watchedFindings, watchKept } from '../../../lib/surfaces/stored-findings';
import { watchHistory, watchTitled } from '../../../lib/surfaces/stored-library';
import { openStore } from '../store/open-stores';
import { foundIn, openSampleFindings } from '../store/sample-findings';
import { sampleFields } from '../team/sample-annotation';
import { storeAsker } from './store-asker';

const opened: LibraryState[] = [];
afterEach(() => {
  for (const library of opened.splice(0)) library.notes.finder.stop();
});

async function libraryOf(notes: number) {
  const db = await openStore(DATABASE_NAME);
  for (const table of db.tables) if (table.name !== 'meta') await table.clear();
  for (let n = 0; n < notes; n++) {
    const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const time = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    await saveAnnotation(db, { id, seen: {}, fields: sampleFields(`note ${n}`, time), author: 'Mai' });
  }
  const { ask } = storeAsker(db);
  const findings = watchedFindings('en');
  const navigate = vi.fn();
  const exchange = {
    generator: 'test',
    offer: vi.fn(),
    watchEverything: vi.fn(() => () => {}),
    handOver: async () => '',
    storedWithIds: async () => new Map(),
  };
  const finder: FinderParts = {
    watchFound: watchTitled,
    watchFacets: () => () => {},
    watchLost: () => () => {},
  };
  const library = new LibraryState(
    { ask, navigate, finder, watchHistory, findings, watchKept, exchange },
    vi.fn(),
  );
  opened.push(library);
  const bodies = () => library.notes.finder.data.notes.map(({ version }) => version.body);
  return { db, library, navigate, exchange, bodies };
}

describe('the notes of the library', () => {
  it('are found as in the popup: more on request, by words, by filters that are counted, in four orders', async () => {
    const { library, bodies } = await libraryOf(60);
    library.go('#notes');
    await vi.waitFor(() => expect(bodies()).toHaveLength(50));
    expect(bodies()?.[0]).toBe('note 59');
    const { finder } = library.notes;
    finder.showMore();
    await vi.waitFor(() => expect(bodies()).toHaveLength(60));
    finder.search('note 7');
    await vi.waitFor(() => expect(bodies()).toEqual(['note 7']));
    finder.search('');
    finder.addCondition({ kind: 'changed', from: null, to: '2026-01-01' });
    finder.sortBy('created');
    await vi.waitFor(() => expect(finder.data.counts?.alone.get('changed:/2026-01-01')).toBe(60));
    finder.addCondition({ kind: 'tag', value: 'nowhere' });
    await vi.waitFor(() => expect(finder.data.counts?.without.get('tag:nowhere')).toBe(60));
    expect(bodies()).toEqual([]);
  });

  it('are looked for as before when the reader comes back to them, and not meanwhile', async () => {
    const { library, db, bodies } = await libraryOf(3);
    library.go('#notes');
    library.notes.finder.search('note 1');
    await vi.waitFor(() => expect(bodies()).toEqual(['note 1']));
    library.go('#actors');
    const { id, record } = library.notes.finder.data.notes[0]!;
    await saveAnnotation(db, { id, seen: record.ctx, fields: sampleFields('note 1 again'), author: 'Mai' });
    expect(bodies()).toEqual(['note 1']);
    library.go('#notes');
    await vi.waitFor(() => expect(bodies()).toEqual(['note 1 again']));
  });

  it('have the titles of their articles as soon as those are known', async () => {
    const { library } = await libraryOf(1);
    const titles = () => library.notes.finder.data.notes.map(({ title }) => title);
    library.go('#notes');
    await vi.waitFor(() => expect(titles()).toEqual([null]));
    const findings = await openSampleFindings(FINDINGS_NAME);
    const { article } = foundIn('x', []);
    await putHeads(findings, [{ ...article, key: sampleFields('').article, title: 'Ferry talks end' }]);
    await vi.waitFor(() => expect(titles()).toEqual(['Ferry talks end']));
    await eraseFindings(findings);
  });

  it('are edited, deleted and given back through the background', async () => {
    const { library, bodies } = await libraryOf(2);
    library.go('#notes');
    await vi.waitFor(() => expect(bodies()).toHaveLength(2));
    const id = library.notes.finder.data.notes[0]!.id;
    await library.notes.edit(id);
    library.notes.write('other words', []);
    await library.notes.save();
    await vi.waitFor(() => expect(bodies()).toContain('other words'));
    await library.notes.remove(id);
    await vi.waitFor(() => expect(bodies()).toEqual(['note 0']));
    await library.notes.undo();
    await vi.waitFor(() => expect(bodies()).toContain('other words'));
  });
});

describe('a note of the library', () => {
  it('is shown with its versions as it changes', async () => {
    const { library, db, bodies } = await libraryOf(1);
    library.go('#notes');
    await vi.waitFor(() => expect(bodies()).toHaveLength(1));
    const { id, record } = library.notes.finder.data.notes[0]!;
    library.go(hashOf('notes', 'one', id));
    const steps = () => library.notes.history.data.value?.steps.map(({ what }) => what);
    await vi.waitFor(() => expect(steps()).toEqual(['written']));
    await saveAnnotation(db, { id, seen: record.ctx, fields: sampleFields('other words'), author: 'Mai' });
    await vi.waitFor(() => expect(steps()).toEqual(['changed', 'written']));
    library.go('#notes');
    expect(library.notes.finder.data.notes).toHaveLength(1);
  });
});

describe('the tabs of the library', () => {
  it('change the address, and read only what stands in front', async () => {
    const { library, navigate, exchange } = await libraryOf(0);
    library.go('#notes');
    expect(exchange.watchEverything).not.toHaveBeenCalled();
    library.choose('exchange');
    expect(navigate).toHaveBeenCalledWith('#exchange');
    library.go('#exchange');
    library.go('#notes');
    library.go('#exchange');
    expect(exchange.watchEverything).toHaveBeenCalledOnce();
  });
});
