// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { LibraryNotes } from '../../components/library/library-notes';
import { routeOf } from '../../lib/notes/library-route';
import { LibraryNotes as Notes } from '../../lib/surfaces/library-notes';
import type { FinderParts } from '../../lib/surfaces/note-finder';
import { listRecord } from '../../lib/team/list-record';
import { storedNote } from '../support/many-records';
import { brokenRules, english, show } from './render';

const FACETS = {
  site: [{ value: 'news.example', count: 2 }],
  tag: [{ value: 'budget', count: 1 }],
  author: [],
  actor: [],
  lost: 0,
};

/** The library's notes over a list of `count`, the first of which has a tag. */
async function open(count: number) {
  const records = await Promise.all(
    Array.from({ length: count }, (_, n) => storedNote(n, { tags: n === 0 ? ['budget'] : [] })),
  );
  const items = records.map((record) => ({ ...listRecord(record)!, record, title: 'Ferry talks end' }));
  const asked: unknown[] = [];
  const parts: FinderParts = {
    watchFound: (request, onFound, onCounts) => {
      asked.push(request.conditions);
      const isAsked = request.conditions.length > 0;
      const notes = isAsked ? items.filter(({ version }) => version.tags.length > 0) : items;
      onFound({ notes, total: notes.length });
      onCounts({ alone: new Map(isAsked ? [['tag:budget', 1]] : []), without: new Map() });
      return () => {};
    },
    watchFacets: (_lost, onFacets) => {
      onFacets(FACETS);
      return () => {};
    },
    watchLost: () => () => {},
  };
  const notes = new Notes(
    vi.fn() as never,
    parts,
    () => () => {},
    () => {},
  );
  notes.go(routeOf('#notes'));
  const draw = () =>
    show(
      <main>
        <LibraryNotes notes={notes} language="en" />
      </main>,
    );
  return { notes, draw, asked };
}

describe('the notes of the library', () => {
  it('are filtered as in the popup, with counts and the titles of their articles, and break no rule', async () => {
    const { notes, draw, asked } = await open(2);
    let place = await draw();
    expect(place.textContent).toContain('Ferry talks end · news.example');
    await act(() => place.querySelector<HTMLElement>('.finder-bar button')?.click());
    place = await draw();
    const tags = [...place.querySelectorAll('select')].find((one) =>
      one.textContent?.includes('budget (1)'),
    )!;
    tags.value = 'budget';
    await act(() => tags.dispatchEvent(new Event('change', { bubbles: true })) as never);
    expect(asked.at(-1)).toEqual([{ kind: 'tag', value: 'budget' }]);
    place = await draw();
    expect(place.querySelectorAll('.select-note input')).toHaveLength(1);
    expect(place.querySelector('.chip')?.textContent).toContain('1');
    expect(place.querySelector('.finder-total')?.textContent).toBe(english('finder_found', '1'));
    expect(await brokenRules(place)).toEqual([]);
    await act(() => place.querySelector<HTMLElement>('.select-all input')?.click());
    expect(notes.selection.data.ids.size, 'only what was found is selected').toBe(1);
  });

  it('say how to get some where there are none', async () => {
    const { draw } = await open(0);
    const place = await draw();
    expect(place.textContent).toContain(english('library_empty_notes'));
    expect(place.querySelector('input')).toBeNull();
  });
});
