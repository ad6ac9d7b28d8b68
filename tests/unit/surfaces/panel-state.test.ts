import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageError } from '../../../lib/messaging/client';
import type { Answer, FailureCode, PageReport, ToBackground } from '../../../lib/messaging/protocol';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { type PanelData, PanelState } from '../../../lib/surfaces/panel-state';

type Status = Answer<ToBackground, 'page.status'>;

const report: PageReport = {
  detection: { verdict: 'article', score: 0.9, why: [] },
  article: null,
  notes: [],
  mode: 'article',
  saysView: false,
  isReading: false,
  actors: [],
  claims: [],
  language: 'en',
};

function status(name: string, change: Partial<PageReport> = {}): Status {
  const url = `https://quay.example/${name}`;
  return {
    url,
    obstacle: null,
    report: { ...report, ...change },
    articleKey: url,
    kept: 'no',
    isComing: false,
  };
}

/** A panel over tabs whose answers the test sets; `asked` are the messages it sent. */
function panel(tabs: Record<number, Status | Promise<Status>>) {
  let front: number | null = 1;
  const asked: { type: string; tabId?: number }[] = [];
  const shown: PanelData[] = [];
  const watched: string[] = [];
  const store = { answer: () => {}, fail: (_code: FailureCode) => {} };
  const state = new PanelState(
    {
      ask: (async (message: { type: string; tabId?: number }) => {
        asked.push(message);
        if (message.type === 'settings.read') return { settings: DEFAULT_SETTINGS };
        if (message.type === 'settings.change')
          return { settings: { ...DEFAULT_SETTINGS, claimsFrom: 0.9, author: 'stored' } };
        if (message.type === 'page.status') return tabs[message.tabId ?? 0];
        return { shown: message.type === 'page.showNote' };
      }) as never,
      watchArticle: (key, onNotes, onFailure) => {
        watched.push(key);
        store.answer = () => onNotes([]);
        store.fail = onFailure;
        return () => void watched.splice(watched.indexOf(key), 1);
      },
      activeTab: async () => front,
    },
    (data) => void shown.push(data),
  );
  const turnTo = (tab: number | null) => {
    front = tab;
    state.noticeTab();
  };
  const urls = () => {
    const all = shown.map((data) => data.status?.url?.split('/').at(-1) ?? null);
    return all.filter((url, at) => at === 0 || url !== all[at - 1]);
  };
  return { state, asked, shown, watched, turnTo, urls, store };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the panel', () => {
  it('shows a setting as chosen at once, and as it was stored afterwards', async () => {
    const { state, asked, shown } = panel({ 1: status('one') });
    await state.start();
    const changing = state.change({ claimsFrom: 0.9 });
    expect(shown.at(-1)?.settings.claimsFrom).toBe(0.9);
    await changing;
    expect(asked.at(-1)).toEqual({ type: 'settings.change', change: { claimsFrom: 0.9 } });
    expect(shown.at(-1)?.settings).toEqual({ ...DEFAULT_SETTINGS, claimsFrom: 0.9, author: 'stored' });
  });

  it('shows the tab in front and follows when another comes to the front', async () => {
    const { state, turnTo, urls, watched } = panel({ 1: status('one'), 2: status('two') });
    await state.start();
    turnTo(2);
    await vi.runAllTimersAsync();
    expect(urls()).toEqual([null, 'one', 'two']);
    expect(watched).toEqual(['https://quay.example/two']);
  });

  it('answers a shower of events with one look', async () => {
    const { state, asked } = panel({ 1: status('one') });
    await state.start();
    const before = asked.length;
    for (let event = 0; event < 50; event += 1) state.noticeTab();
    await vi.runAllTimersAsync();
    expect(asked.length - before).toBe(1);
  });

  it('renders nothing anew where a look finds what is shown already', async () => {
    const { state, shown } = panel({ 1: status('one') });
    await state.start();
    const before = shown.length;
    state.noticePage(1);
    await vi.runAllTimersAsync();
    expect(shown.length).toBe(before);
  });

  it('keeps an article on the screen while its page is read anew, and then shows what was found', async () => {
    const tabs = { 1: status('one') };
    const { state, shown } = panel(tabs);
    await state.start();
    tabs[1] = status('one', { isReading: true, saysView: true });
    state.noticePage(1);
    await vi.advanceTimersByTimeAsync(900);
    expect(shown.at(-1)?.status?.report?.saysView).toBe(false);
    tabs[1] = status('one', { saysView: true });
    await vi.runAllTimersAsync();
    expect(shown.at(-1)?.status?.report).toMatchObject({ saysView: true, isReading: false });
  });

  it('says that nobody answers, by a failure or by nothing at all, and no more once somebody does', async () => {
    const never = new Promise<never>(() => {});
    for (const silent of [Promise.reject(new MessageError('unreachable', 'gone')), never]) {
      silent.catch(() => undefined);
      const tabs: Record<number, Status | Promise<Status>> = { 1: silent };
      const { state, shown } = panel(tabs);
      void state.start();
      expect(shown.at(-1)?.pageFailure).toBeNull();
      await vi.advanceTimersByTimeAsync(9_000);
      expect(shown.at(-1)).toMatchObject({ pageFailure: 'unreachable', status: null });
      tabs[1] = status('one');
      state.noticeTab();
      await vi.advanceTimersByTimeAsync(1_000);
      expect(shown.at(-1)).toMatchObject({ pageFailure: null, status: tabs[1] });
    }
  });

  it('looks once more when the reader asks for it, and says so until it knows', async () => {
    const silent = Promise.reject(new MessageError('unreachable', 'gone'));
    silent.catch(() => undefined);
    const tabs: Record<number, Status | Promise<Status>> = { 1: silent };
    const { state, shown } = panel(tabs);
    void state.start();
    await vi.runAllTimersAsync();
    void state.tryAgain();
    expect(shown.at(-1)).toMatchObject({ pageFailure: 'unreachable', isTryingAgain: true });
    await vi.advanceTimersByTimeAsync(100);
    expect(shown.at(-1)).toMatchObject({ pageFailure: 'unreachable', isTryingAgain: false });
    tabs[1] = status('one');
    const before = shown.length;
    await state.tryAgain();
    expect(shown.at(-1)).toMatchObject({ pageFailure: null, isTryingAgain: false, status: tabs[1] });
    // Never neither the failure nor the page: what has the focus would stand nowhere.
    expect(shown.slice(before).every((data) => data.pageFailure !== null || data.status !== null)).toBe(true);
  });

  it('reads the notes again when asked to, where another window kept them busy', async () => {
    const { state, shown, watched, store } = panel({ 1: status('one') });
    await state.start();
    store.fail('blocked');
    expect(shown.at(-1)).toMatchObject({
      storeFailure: 'blocked',
      isStoreTriedAgain: false,
      canStorePass: true,
    });
    state.tryStoreAgain();
    expect(shown.at(-1)).toMatchObject({ storeFailure: 'blocked', isStoreTriedAgain: true });
    expect(watched).toEqual(['https://quay.example/one']);
    store.answer();
    expect(shown.at(-1)).toMatchObject({ storeFailure: null, isStoreTriedAgain: false });
  });

  it('asks again while a page is being decided', async () => {
    const tabs = { 1: status('one', { mode: 'idle', detection: null }) };
    const { state, shown } = panel(tabs);
    await state.start();
    expect(shown.at(-1)?.status?.report?.mode).toBe('idle');
    tabs[1] = status('one');
    await vi.runAllTimersAsync();
    expect(shown.at(-1)?.status?.report?.mode).toBe('article');
  });

  it('waits as long as a page is at work on a long article', async () => {
    const tabs = { 1: status('one', { isReading: true }) };
    const { state, shown } = panel(tabs);
    await state.start();
    await vi.advanceTimersByTimeAsync(60_000);
    tabs[1] = status('one', { saysView: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown.at(-1)?.status?.report?.saysView).toBe(true);
  });

  it('gives up asking in the end', async () => {
    const { state, asked } = panel({ 1: status('one', { mode: 'idle', detection: null }) });
    await state.start();
    await vi.runAllTimersAsync();
    expect(asked.length).toBeLessThan(30);
  });

  it('leaves the tab before at once where the new one answers, and after a moment where it does not', async () => {
    const { state, turnTo, urls } = panel({ 1: status('one'), 2: new Promise<Status>(() => {}) });
    await state.start();
    turnTo(2);
    await vi.advanceTimersByTimeAsync(400);
    expect(urls()).toEqual([null, 'one']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(urls()).toEqual([null, 'one', null]);
  });

  it('drops an answer of a tab that is no longer in front', async () => {
    let answer: (late: Status) => void = () => {};
    const late = new Promise<Status>((resolve) => {
      answer = resolve;
    });
    const { state, turnTo, urls } = panel({ 1: late, 2: status('two') });
    void state.start();
    await vi.advanceTimersByTimeAsync(0);
    turnTo(2);
    await vi.runAllTimersAsync();
    answer(status('one'));
    await vi.runAllTimersAsync();
    expect(urls()).toEqual([null, 'two']);
  });

  it('hears nothing of pages in other tabs', async () => {
    const { state, asked } = panel({ 1: status('one') });
    await state.start();
    const before = asked.length;
    state.noticePage(7);
    await vi.runAllTimersAsync();
    expect(asked.length).toBe(before);
  });

  it('shows a passage in the tab that it shows, and says where the page has it no longer', async () => {
    const { state, asked, shown } = panel({ 1: status('one') });
    await state.start();
    await state.showNote('n1');
    expect(shown.at(-1)?.notice).toBeNull();
    await state.showPassage({ start: 1, end: 3, words: 'ab' });
    expect(asked.slice(-2)).toEqual([
      { type: 'page.showNote', tabId: 1, id: 'n1' },
      { type: 'page.showSpan', tabId: 1, passage: { start: 1, end: 3, words: 'ab' } },
    ]);
    expect(shown.at(-1)?.notice?.key).toBe('toast_not_on_page');
  });

  it('is empty where no tab is in front', async () => {
    const { state, turnTo, shown, watched } = panel({ 1: status('one') });
    await state.start();
    turnTo(null);
    await vi.runAllTimersAsync();
    expect(shown.at(-1)?.status).toBeNull();
    expect(watched).toEqual([]);
  });
});
