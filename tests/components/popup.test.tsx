// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { type PageState, Popup, type PopupProps } from '../../components/app/popup';
import { brokenRules, english, show } from './render';

const page: PageState = {
  verdict: 'article',
  title: 'Ferry talks end without a deal',
  byline: 'Ana Okoye · Quay Courier',
  isMarked: true,
  obstacle: null,
  actors: [
    { id: 'a1', name: 'Ana Okoye', type: 'person', confidence: 1, mentions: [], why: [] },
    { id: 'a2', name: 'Port Union', type: 'organisation', confidence: 1, mentions: [], why: [] },
  ],
  claims: [{ id: 'c1', source: 'Okoye', cue: 'said', content: 'the talks had failed' }],
};

function props(change: Partial<PopupProps> = {}): PopupProps {
  return {
    page,
    notesHere: [{ id: 'n1', quote: 'the talks', body: 'check this', author: '', where: null, warning: null }],
    notesAll: [],
    storeProblem: null,
    marksOn: true,
    density: 'first',
    onMarks: vi.fn(),
    onDensity: vi.fn(),
    onRead: vi.fn(),
    onGrant: vi.fn(),
    onOpenNote: vi.fn(),
    ...change,
  };
}

const button = (place: HTMLElement, text: string) =>
  [...place.querySelectorAll('button')].find((b) => b.textContent?.includes(text));

describe('the popup', () => {
  it('says what the page is and what was found', async () => {
    const place = await show(<Popup {...props()} />);
    expect(place.textContent).toContain(english('popup_verdict_article'));
    expect(place.textContent).toContain('Ana Okoye · Quay Courier');
    expect(place.querySelector('.actors')?.textContent).toContain('Port Union');
    expect(place.querySelector('.claims')?.textContent).toBe('Okoye said the talks had failed');
  });

  it('tells kinds by letter and word, not by colour alone', async () => {
    const place = await show(<Popup {...props()} />);
    const signs = [...place.querySelectorAll('.sign')].map((sign) => [
      sign.textContent,
      sign.getAttribute('aria-label'),
    ]);
    expect(signs).toEqual([
      ['P', 'person'],
      ['O', 'organisation'],
    ]);
  });

  it('opens a note at its passage', async () => {
    const given = props();
    const place = await show(<Popup {...given} />);
    await act(() => button(place, 'check this')?.click());
    expect(given.onOpenNote).toHaveBeenCalledWith('n1');
  });

  it('offers to mark a page that may be an article, and notes on one that is none', async () => {
    const given = props({ page: { ...page, verdict: 'maybe', isMarked: false } });
    const place = await show(<Popup {...given} />);
    await act(() => button(place, english('popup_read_anyway'))?.click());
    expect(given.onRead).toHaveBeenCalledOnce();
    const none = await show(<Popup {...props({ page: { ...page, verdict: 'no', isMarked: false } })} />);
    expect(button(none, english('popup_take_notes'))).toBeDefined();
  });

  it('says when access was withdrawn and offers the way back', async () => {
    const given = props({ page: { ...page, verdict: null, isMarked: false, obstacle: 'no-access' } });
    const place = await show(<Popup {...given} />);
    expect(place.textContent).toContain(english('popup_obstacle_no_access'));
    await act(() => button(place, english('popup_grant_access'))?.click());
    expect(given.onGrant).toHaveBeenCalledOnce();
  });

  it('names a store that cannot be read', async () => {
    const place = await show(<Popup {...props({ storeProblem: 'private window' })} />);
    expect(place.textContent).toContain(english('popup_store_failed', 'private window'));
  });

  it.each([
    ['full', props()],
    ['empty', props({ page: null, notesHere: [] })],
    ['without access', props({ page: { ...page, obstacle: 'no-access' } })],
  ])('breaks no accessibility rule when %s', async (_name, given) => {
    expect(await brokenRules(await show(<Popup {...given} />))).toEqual([]);
  });
});
