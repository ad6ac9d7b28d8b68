// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { keepFocus } from '../../components/app/keep-focus';
import { Popup } from '../../components/app/popup';
import type { PageState, PopupActions, PopupView } from '../../components/app/popup-model';
import type { FinderView } from '../../components/notes/finder-view';
import type { NoteItem } from '../../components/notes/note-list';
import { finderSpies } from './finder-spies';
import { brokenRules, english, show, showIn } from './render';

const page: PageState = {
  verdict: 'article',
  unread: null,
  title: 'Ferry talks end without a deal',
  byline: 'Ana Okoye · Quay Courier',
  flags: [],
  isMarked: true,
  kept: 'no',
  isOpen: true,
  isEnglish: true,
  obstacle: null,
  host: 'quay.example',
  claimsFound: 1,
  saysView: false,
  actors: [
    { id: 'a1', name: 'Ana Okoye', type: 'person', confidence: 1, mentions: [], why: [] },
    { id: 'a2', name: 'Port Union', type: 'organisation', confidence: 1, mentions: [], why: [] },
  ],
  claims: [{ id: 'c1', source: 'Okoye', speaker: null, cue: 'said', content: 'the talks had failed' }],
};

const note: NoteItem = {
  id: 'n1',
  quote: 'the talks',
  body: 'check this',
  tags: ['minutes'],
  author: 'Mai',
  where: 'quay.example',
  warning: null,
  edit: null,
  versions: [],
  isBySeveral: false,
};

const NOTHING_ASKED: FinderView = {
  query: '',
  sort: 'changed',
  chips: [],
  notes: [],
  isReading: false,
  total: null,
  hasMore: false,
  isChoosing: false,
  facets: null,
  days: { from: null, to: null },
  wantsLost: false,
  lifts: [],
};

function viewWith(change: Partial<PopupView> = {}): PopupView {
  return {
    page,
    pageProblem: null,
    about: null,
    notesHere: [note],
    isSettled: true,
    order: { pagePlace: 'above', hasList: true, isPageOver: true, isLossLate: false },
    finder: NOTHING_ASKED,
    editing: null,
    editedApart: null,
    toast: null,
    storeProblem: null,
    canStorePass: false,
    canExport: true,
    lostNotes: null,
    isFileDue: false,
    undo: null,
    redo: null,
    marksOn: true,
    density: 'first',
    claimsFrom: null,
    siteRule: 'automatic',
    hasAdder: true,
    ...change,
  };
}

function spies() {
  const names = [
    'setMarks',
    'setDensity',
    'setClaimsFrom',
    'toggleSaysView',
    'setSiteRule',
    'setAdder',
    'read',
    'tryAgain',
    'tryStoreAgain',
    'grant',
    'correctArticle',
    'notePage',
    'undo',
    'redo',
    'openStorage',
    'openPanel',
  ] as const;
  const more = [
    'openLibrary',
    'openOptions',
    'open',
    'edit',
    'write',
    'save',
    'cancel',
    'remove',
    'settle',
  ] as const;
  const made = Object.fromEntries([...names, ...more].map((name) => [name, vi.fn()]));
  return made as unknown as { [K in keyof PopupActions]: ReturnType<typeof vi.fn<PopupActions[K]>> };
}

async function open(change: Partial<PopupView> = {}) {
  const actions = spies();
  const finder = finderSpies();
  const place = await show(<Popup view={viewWith(change)} actions={actions} finder={finder} />);
  const button = (text: string) =>
    [...place.querySelectorAll('button')].find((b) => b.textContent?.includes(text));
  return { place, actions, finder, press: (text: string) => act(() => button(text)?.click()), button };
}

describe('the popup', () => {
  it('says what the page is and what was found', async () => {
    const { place } = await open();
    expect(place.textContent).toContain(english('popup_verdict_article'));
    expect(place.textContent).toContain('Ana Okoye · Quay Courier');
    expect(place.querySelector('.actors')?.textContent).toContain('Port Union');
    expect(place.querySelector('.claims')?.textContent).toBe('Okoye said the talks had failed');
  });

  it('puts “according to” before who is named', async () => {
    const claim = { ...page.claims[0]!, cue: 'According to' };
    const { place } = await open({ page: { ...page, claims: [claim] } });
    expect(place.querySelector('.claims')?.textContent).toBe('According to Okoye the talks had failed');
  });

  it('offers to try again where nothing can be known of the page, and keeps the focus near once it can', async () => {
    const actions = spies();
    const finder = finderSpies();
    const popup = (change: Partial<PopupView>) => (
      <Popup view={viewWith(change)} actions={actions} finder={finder} />
    );
    const sentence = english('reading_unreachable');
    const place = await show(popup({ page: null, pageProblem: sentence, notesHere: [] }));
    const end = keepFocus(document);
    expect(place.querySelector('.trouble [role="alert"]')?.textContent).toBe(sentence);
    expect(place.textContent).not.toContain(english('popup_reading'));
    expect(await brokenRules(place)).toEqual([]);
    const again = place.querySelector<HTMLButtonElement>('.trouble button')!;
    again.focus();
    await act(() => again.click());
    expect(actions.tryAgain).toHaveBeenCalledOnce();
    await showIn(place, popup({ page: null, pageProblem: english('popup_reading'), notesHere: [] }));
    expect(document.activeElement).toBe(again);
    await showIn(place, popup({}));
    expect(document.activeElement?.closest('#this-page')).not.toBeNull();
    end();
  });

  it('offers to read the notes again where another window keeps them busy', async () => {
    const { actions, press } = await open({ storeProblem: english('failure_blocked'), canStorePass: true });
    await press(english('try_again'));
    expect(actions.tryStoreAgain).toHaveBeenCalledOnce();
  });

  it('shows of a note on this page, word by word, what its paragraph was and is', async () => {
    const edit = [
      { kind: 'same', text: 'It had ' },
      { kind: 'removed', text: 'broken' },
      { kind: 'added', text: 'kept' },
    ] as const;
    const { place } = await open({ notesHere: [{ ...note, edit }] });
    const shown = place.querySelector('.notes .paragraph-edit')!;
    expect(shown.querySelector('summary')?.textContent).toBe(english('card_paragraph_edited'));
    const words = ['del', 'ins'].map((tag) => shown.querySelector(tag)?.textContent);
    expect(words).toEqual(['broken', 'kept']);
  });

  it('begins with few of many notes, actors and claims, so that what stands below is near', async () => {
    const many = <T extends { id: string }>(one: T, count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...one, id: `x${at}` }));
    const full = { ...page, actors: many(page.actors[0]!, 145), claims: many(page.claims[0]!, 3069) };
    const { place, press } = await open({ page: full, notesHere: many(note, 73) });
    const count = (rows: string) => place.querySelectorAll(rows).length;
    expect([count('.notes > li'), count('.actors > li'), count('.claims > li')]).toEqual([10, 50, 50]);
    expect(place.textContent).toContain(english('list_left_out', 63));
    await press(english('list_show_more'));
    expect(count('.notes > li')).toBe(20);
  });

  it('draws each part once all is known that stands above it; a page that comes late stands below all', async () => {
    const order = { pagePlace: 'above', hasList: true, isPageOver: true, isLossLate: false } as const;
    const parts = async (change: Partial<PopupView>) => {
      const { place } = await open(change);
      const found = place.querySelectorAll('.waiting, .summary, #notes-all, footer, .store-state');
      return [...found].map(({ id, className, localName }) => id || className || localName);
    };
    const waiting = { ...order, pagePlace: null, hasList: false, isPageOver: false };
    expect(await parts({ page: null, order: waiting })).toEqual(['waiting']);
    expect(await parts({ order: { ...order, hasList: false, isPageOver: false } })).toEqual(['summary']);
    expect(await parts({ order })).toEqual(['summary', 'notes-all', 'row']);
    const late = { ...order, pagePlace: 'below' } as const;
    expect(await parts({ page: null, order: { ...late, isPageOver: false } })).toEqual([
      'waiting',
      'notes-all',
      'row',
    ]);
    expect(await parts({ order: late })).toEqual(['waiting', 'notes-all', 'row', 'summary']);
    const { place } = await open({ order: late });
    expect(place.querySelector<HTMLAnchorElement>('.waiting a')?.hash).toBe('#this-page');
    expect(place.querySelector('#this-page .summary')).not.toBeNull();
    expect(await brokenRules(place)).toEqual([]);
    const lost = await parts({ lostNotes: 3, order: { ...order, isLossLate: true } });
    expect(lost).toEqual(['summary', 'notes-all', 'row', 'store-state']);
  });

  it('tells kinds by letter and word, not by colour alone', async () => {
    const { place } = await open();
    const signs = [...place.querySelectorAll('.actors .sign')];
    expect(signs.map((sign) => [sign.textContent, sign.getAttribute('aria-label')])).toEqual([
      ['P', 'person'],
      ['O', 'organisation'],
    ]);
  });

  it('turns the dial of claims, and dims all but attributed speech', async () => {
    const { place, actions, press } = await open();
    const dial = place.querySelector<HTMLInputElement>('input[type=range]');
    expect(dial?.getAttribute('aria-valuetext')).toBe(english('claims_step', 1, 1));
    await act(() => {
      if (dial) dial.value = '5';
      dial?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(actions.setClaimsFrom).toHaveBeenCalledWith(0);
    await press(english('popup_says_view'));
    expect(actions.toggleSaysView).toHaveBeenCalledOnce();
  });

  it('explains every mark', async () => {
    const { place } = await open();
    expect(place.querySelectorAll('.legend li')).toHaveLength(12);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('shows the words of a note as they were marked up, and no link within what is pressed', async () => {
    const body = 'a **bold** claim, see [the minutes](https://quay.example/minutes), <b>not</b>';
    const { place } = await open({ notesHere: [{ ...note, body }] });
    const shown = place.querySelector('.note-body');
    expect(shown?.textContent).toBe('a bold claim, see the minutes, <b>not</b>');
    expect([...(shown?.children ?? [])].map(({ localName }) => localName)).toEqual(['b']);
  });

  it('opens, edits and deletes a note', async () => {
    const { actions, press } = await open();
    await press('check this');
    await press(english('card_edit'));
    await press(english('card_delete'));
    for (const action of [actions.open, actions.edit, actions.remove])
      expect(action).toHaveBeenCalledWith('n1');
  });

  it('shows the editor in place of the note that is edited', async () => {
    const status = { step: 'writing' } as const;
    const editing = { id: 'n1', body: 'check that', tags: [], status, isPrivate: false };
    const { place, actions, press } = await open({ editing });
    expect(place.querySelector('textarea')?.value).toBe('check that');
    await press(english('editor_save'));
    expect(actions.save).toHaveBeenCalledOnce();
  });

  it('lets the reader settle a conflict, a deletion among the choices', async () => {
    const versions = [
      { author: 'Mai', when: 'today', body: 'mine' },
      { author: 'Ivo', when: 'today', body: null },
    ];
    const { actions, press, place } = await open({ notesHere: [{ ...note, versions }] });
    expect(place.querySelector('.conflict')?.textContent).toContain('mine');
    expect(place.querySelector('.conflict .note-warning')?.textContent).toBe(english('conflict_title'));
    await press(english('conflict_keep_deleted'));
    expect(actions.settle).toHaveBeenCalledWith('n1', 1);
    const several = await open({ notesHere: [{ ...note, versions, isBySeveral: true }] });
    expect(several.place.querySelector('.conflict .note-warning')?.textContent).toBe(
      english('conflict_title_people'),
    );
  });

  it('offers to take back a deletion', async () => {
    const { actions, press } = await open({ toast: { key: 'toast_deleted', failure: null, canUndo: true } });
    await press(english('toast_undo'));
    expect(actions.undo).toHaveBeenCalledOnce();
  });

  it('offers to mark a page that may be an article, and notes on one that is none', async () => {
    const closed = { ...page, isMarked: false, isOpen: false };
    const { actions, press } = await open({ page: { ...closed, verdict: 'maybe' } });
    await press(english('popup_read_anyway'));
    expect(actions.read).toHaveBeenCalledOnce();
    const none = await open({ page: { ...closed, verdict: 'no' } });
    expect(none.button(english('popup_take_notes'))).toBeDefined();
  });

  it('says why a page is not taken for an article', async () => {
    const unread = { verdict: 'no', score: 0.02, why: ['-url-root', '-links', 'long-share'] } as const;
    const { place } = await open({ page: { ...page, isMarked: false, verdict: 'no', unread } });
    const why = place.querySelector('.summary details')!;
    expect(why.querySelector('summary')?.textContent).toBe(english('why_no_article'));
    expect(why.textContent).toContain(english('signal_address'));
    expect(await brokenRules(place)).toEqual([]);
  });

  it('says when access was withdrawn and offers the way back', async () => {
    const { place, actions, press } = await open({ page: { ...page, obstacle: 'no-access' } });
    expect(place.textContent).toContain(english('popup_obstacle_no_access'));
    await press(english('popup_grant_access'));
    expect(actions.grant).toHaveBeenCalledOnce();
  });

  it('says plainly when the article is in a language that the engines do not know', async () => {
    const { place } = await open({ page: { ...page, isEnglish: false, actors: [], claims: [] } });
    expect(place.textContent).toContain(english('popup_other_language'));
    expect(place.querySelector('.actors')).toBeNull();
  });

  it('takes back and makes again, by button and by key, but not while something is typed', async () => {
    const { place, actions } = await open({ undo: english('change_delete'), redo: english('change_write') });
    const named = (text: string) => place.querySelector<HTMLElement>(`button[aria-label^="${text}"]`);
    await act(() => named(english('popup_undo'))?.click());
    await act(() => named(english('popup_redo'))?.click());
    const key = (target: Element | null, init: KeyboardEventInit) =>
      act(
        () =>
          void target?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ctrlKey: true, ...init })),
      );
    await key(place.querySelector('main'), { key: 'z' });
    await key(place.querySelector('main'), { key: 'Z', shiftKey: true });
    await key(place.querySelector('input[type=search]'), { key: 'z' });
    expect(actions.undo).toHaveBeenCalledTimes(2);
    expect(actions.redo).toHaveBeenCalledTimes(2);
  });

  it('says when the notes are gone, and leads to their backups', async () => {
    const { place, actions } = await open({ lostNotes: 12 });
    expect(place.querySelector('[role=alert]')?.textContent).toContain('(12)');
    await act(() => place.querySelector<HTMLElement>('.store-state button')?.click());
    expect(actions.openStorage).toHaveBeenCalledOnce();
  });

  it('searches and sets the rule of the site', async () => {
    const { place, actions, finder } = await open({ finder: { ...NOTHING_ASKED, notes: [note] } });
    const search = place.querySelector('input[type=search]') as HTMLInputElement;
    search.value = 'minutes';
    await act(() => search.dispatchEvent(new Event('input', { bubbles: true })) as never);
    expect(finder.search).toHaveBeenCalledWith('minutes');
    const rule = place.querySelector('.site-rule select') as HTMLSelectElement;
    rule.value = 'never';
    await act(() => rule.dispatchEvent(new Event('change', { bubbles: true })) as never);
    expect(actions.setSiteRule).toHaveBeenCalledWith('never');
    await act(() => place.querySelector<HTMLElement>('.site-adder input')?.click());
    expect(actions.setAdder).toHaveBeenCalledWith(false);
  });

  it('does not speak of the adder where nothing is marked', async () => {
    const { place } = await open({ siteRule: 'never' });
    expect(place.querySelector('.site-adder')).toBeNull();
  });

  it('shows the note that is edited where no list has it', async () => {
    const status = { step: 'draft-kept' } as const;
    const editing = { id: 'n9', body: 'half', tags: [], status, isPrivate: true };
    const { place } = await open({ editing, editedApart: { ...note, id: 'n9' }, notesHere: [] });
    expect(place.querySelector('textarea')?.value).toBe('half');
    expect(place.querySelector('.editor')?.textContent).toContain(english('editor_draft_private'));
  });

  it.each<[string, Partial<PopupView>]>([
    ['with a loss', { lostNotes: 12, isFileDue: true, undo: english('change_delete') }],
    [
      'full',
      {
        finder: { ...NOTHING_ASKED, notes: [{ ...note, id: 'n2' }] },
        storeProblem: english('failure_unavailable'),
      },
    ],
    ['empty', { page: null, notesHere: [] }],
    ['without access', { page: { ...page, obstacle: 'no-access' } }],
  ])('breaks no accessibility rule when %s', async (_name, change) => {
    expect(await brokenRules((await open(change)).place)).toEqual([]);
  });
});
