// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { type FinderView, finderView } from '../../components/notes/finder-view';
import { NoteFinder } from '../../components/notes/note-finder';
import type { NoteCondition } from '../../lib/notes/note-filter';
import type { FinderData } from '../../lib/surfaces/note-finder';
import { finderSpies } from './finder-spies';
import { brokenRules, english, show } from './render';

const FACETS = {
  site: [{ value: 'quay.example', count: 12 }],
  tag: [
    { value: 'budget', count: 3 },
    { value: 'x'.repeat(300), count: 1 },
  ],
  author: [],
  actor: [{ value: 'Ana Okoye', count: 2 }],
  lost: 4,
};

function dataWith(change: Partial<FinderData> = {}): FinderData {
  return {
    query: '',
    conditions: [],
    sort: 'changed',
    notes: [],
    isReading: false,
    total: null,
    hasMore: false,
    counts: null,
    isChoosing: false,
    facets: null,
    lost: new Set(),
    ...change,
  };
}

async function open(change: Partial<FinderData> = {}) {
  const view: FinderView = finderView(dataWith(change), english, 'en');
  const actions = finderSpies();
  const place = await show(
    <NoteFinder view={view} actions={actions}>
      <p class="list">the list</p>
    </NoteFinder>,
  );
  const button = (text: string) =>
    [...place.querySelectorAll('button')].find(
      (b) => b.textContent?.includes(text) || b.getAttribute('aria-label')?.includes(text),
    );
  const choose = async (element: Element | null | undefined, value: string, event = 'change') => {
    await act(() => {
      (element as HTMLInputElement).value = value;
      element?.dispatchEvent(new Event(event, { bubbles: true }));
    });
  };
  const field = (key: string) =>
    [...place.querySelectorAll('label')]
      .find((label) => label.textContent?.startsWith(english(key)))
      ?.querySelector('select, input');
  return { place, view, actions, press: (text: string) => act(() => button(text)?.click()), choose, field };
}

describe('the search, filters and order above a list of notes', () => {
  it('offers the values that notes have, with how many have them, and shortens what is too long', async () => {
    const { field, choose, actions } = await open({ isChoosing: true, facets: FACETS });
    const options = [...(field('filter_tag')?.querySelectorAll('option') ?? [])];
    expect(options.map(({ label, textContent }) => label || textContent)).toEqual([
      english('filter_choose'),
      'budget (3)',
      `${'x'.repeat(59)}… (1)`,
    ]);
    await choose(field('filter_site'), 'quay.example');
    expect(actions.addCondition).toHaveBeenCalledWith({ kind: 'site', value: 'quay.example' });
    expect((field('filter_site') as HTMLSelectElement).value).toBe('');
    expect((field('filter_author') as HTMLSelectElement).disabled).toBe(true);
  });

  it('asks for any name, also for one that it does not offer', async () => {
    const { field, choose, actions, press, place } = await open({ isChoosing: true, facets: FACETS });
    expect(place.querySelector('datalist option')?.getAttribute('value')).toBe('Ana Okoye');
    await choose(field('filter_actor'), ' Ivo Lund ', 'input');
    await press(english('filter_add_actor'));
    expect(actions.addCondition).toHaveBeenCalledWith({ kind: 'actor', value: 'Ivo Lund' });
  });

  it('asks for days, keeping the other side, and for lost passages', async () => {
    const days: NoteCondition = { kind: 'changed', from: '2026-03-01', to: null };
    const { field, choose, actions } = await open({ isChoosing: true, facets: FACETS, conditions: [days] });
    expect((field('filter_from') as HTMLInputElement).value).toBe('2026-03-01');
    await choose(field('filter_to'), '2026-03-04');
    expect(actions.addCondition).toHaveBeenCalledWith({ ...days, to: '2026-03-04' });
    const lost = field('filter_lost') as HTMLInputElement;
    await act(() => lost.click());
    expect(actions.addCondition).toHaveBeenLastCalledWith({ kind: 'lost' });
  });

  it('shows what is set as chips with their counts, and lifts them', async () => {
    const conditions: NoteCondition[] = [
      { kind: 'tag', value: 'budget' },
      { kind: 'changed', from: '2026-03-01', to: '2026-03-02' },
      { kind: 'lost' },
    ];
    const counts = { alone: new Map([['tag:budget', 1234]]), without: new Map() };
    const { place, actions, press } = await open({ conditions, counts, total: 7 });
    expect([...place.querySelectorAll('.chip')].map((chip) => chip.textContent)).toEqual([
      `${english('chip_tag', 'budget')} 1,234×`,
      `${english('chip_changed', 'Mar 1, 2026', 'Mar 2, 2026')}×`,
      `${english('filter_lost')}×`,
    ]);
    expect(place.querySelector('[role=status]')?.textContent).toBe(english('finder_found', 7));
    await press(english('chip_remove', `${english('chip_tag', 'budget')} 1,234`));
    expect(actions.liftCondition).toHaveBeenCalledWith('tag:budget');
    await press(english('filter_clear'));
    expect(actions.clearConditions).toHaveBeenCalledOnce();
  });

  it('says which filter to lift where nothing is found, what helps most first', async () => {
    const conditions: NoteCondition[] = [{ kind: 'tag', value: 'a' }, { kind: 'lost' }];
    const without = new Map([
      ['tag:a', 2],
      ['lost', 0],
      ['query', 5],
    ]);
    const { place, actions, press } = await open({
      query: 'harbour',
      conditions,
      total: 0,
      counts: { alone: new Map(), without },
    });
    expect([...place.querySelectorAll('.nothing-found button')].map((b) => b.textContent)).toEqual([
      english('finder_without', english('chip_words', 'harbour'), 5),
      english('finder_without', english('chip_tag', 'a'), 2),
    ]);
    await press(english('finder_without', english('chip_words', 'harbour'), 5));
    expect(actions.liftCondition).toHaveBeenCalledWith('query');
  });

  it('offers nothing to look for where there are no notes, and does while they are being read', async () => {
    const { place } = await open();
    expect(place.querySelector('.list')).not.toBeNull();
    expect(place.querySelector('input, button, select')).toBeNull();
    const reading = await open({ isReading: true });
    expect(reading.place.querySelector('input[type=search]')).not.toBeNull();
  });

  it('sorts, shows more, and opens the choice of filters', async () => {
    const { place, choose, actions, press } = await open({ hasMore: true });
    await choose(place.querySelector('.finder-bar select'), 'author');
    await press(english('finder_more'));
    await press(english('finder_filter'));
    expect(actions.sortBy).toHaveBeenCalledWith('author');
    expect(actions.showMore).toHaveBeenCalledOnce();
    expect(actions.choose).toHaveBeenCalledWith(true);
    expect(place.querySelector('.list')).not.toBeNull();
  });

  it.each<[string, Partial<FinderData>]>([
    ['at rest', {}],
    ['while its values are read', { isChoosing: true }],
    [
      'with everything set',
      { isChoosing: true, facets: FACETS, conditions: [{ kind: 'lost' }], hasMore: true },
    ],
    [
      'with nothing found',
      { query: 'x', total: 0, counts: { alone: new Map(), without: new Map([['query', 3]]) } },
    ],
  ])('breaks no accessibility rule %s', async (_name, change) => {
    expect(await brokenRules((await open(change)).place)).toEqual([]);
  });
});
