import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageError } from '../../../lib/messaging/client';
import type { FailureCode } from '../../../lib/messaging/protocol';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { FRESH_WATCH } from '../../../lib/model/store-watch';
import type { FoundNote } from '../../../lib/store/find-notes';
import type { PopupData } from '../../../lib/surfaces/popup-data';
import { PopupState } from '../../../lib/surfaces/popup-state';

const status = {
  url: 'https://quay.example/one',
  obstacle: null,
  report: null,
  articleKey: null,
  isComing: false,
};

const NOTE = { id: 'n1' } as FoundNote;

/** A popup whose list, page and notes answer, or fail, when the test says so. */
function popup(unfinished: () => Promise<null> = async () => null) {
  const asked: string[] = [];
  const shown: PopupData[] = [];
  const later = {
    list: (..._notes: FoundNote[]) => {},
    fail: (_code?: FailureCode) => {},
    page: (_known: object) => {},
    failPage: () => {},
    here: () => {},
    moves: () => {},
  };
  let page: Promise<object>;
  const expectPage = () => {
    page = new Promise<object>((resolve, reject) => {
      later.page = (known) => resolve({ ...status, ...known });
      later.failPage = () => reject(new MessageError('unreachable', 'gone'));
    });
    page.catch(() => undefined);
  };
  expectPage();
  const state = new PopupState(
    {
      activeTab: async () => 7,
      ask: (async ({ type }: { type: string }) => {
        asked.push(type);
      }) as never,
      status: async () => (await page) as never,
      articleKey: async () => null,
      settings: async () => ({ ...DEFAULT_SETTINGS, author: 'Mai' }),
      finder: {
        watchFound: (_request, onFound, _onCounts, onFailure) => {
          later.list = (...notes) => onFound({ notes, total: notes.length });
          asked.push('list');
          later.fail = (code = 'unavailable') => onFailure(code);
          return () => {};
        },
        watchFacets: () => () => {},
        watchLost: (onLost) => {
          onLost(new Set());
          return () => {};
        },
      },
      watchArticle: (_key, onNotes) => {
        later.here = () => onNotes([]);
        return () => {};
      },
      watchChanges: () => () => {},
      knownWatch: async () => FRESH_WATCH,
      readWatch: async () => {
        asked.push('watch');
        return { ...FRESH_WATCH, lost: { noticed: '2026-03-01T09:00:00.000Z', notes: 3, sentinel: 'x' } };
      },
      unfinished,
    },
    (data) => void shown.push(data),
  );
  /** Lets everything happen that needs no clock to go on. */
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const order = () => shown.at(-1)!.order;
  return { state, asked, shown, later, settle, order, expectPage };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the popup', () => {
  it('stands before anything was answered, and says nothing of there being no notes', async () => {
    const { state, shown, later, settle } = popup();
    void state.start();
    await settle();
    expect(shown.at(-1)?.finder.isReading).toBe(true);
    later.list();
    expect(shown.at(-1)?.finder).toMatchObject({ isReading: false, total: 0 });
  });

  it('shows the page only with the reader’s own settings', async () => {
    const { state, shown, later, settle } = popup();
    void state.start();
    later.page({});
    await settle();
    expect(state.tabId).toBe(7);
    const withPage = shown.filter((data) => data.status !== null);
    expect(withPage.length).toBeGreaterThan(0);
    expect(withPage.every(({ settings }) => settings.author === 'Mai')).toBe(true);
  });

  it('says that nothing can be known of the page, by a failure or by nothing at all, and looks again when asked to', async () => {
    for (const isFailing of [true, false]) {
      const { state, shown, later, expectPage } = popup();
      void state.start();
      later.list(NOTE);
      if (isFailing) later.failPage();
      await vi.advanceTimersByTimeAsync(9_000);
      expect(shown.at(-1)).toMatchObject({ status: null, pageFailure: 'unreachable', isTryingAgain: false });
      expect(shown.at(-1)?.order.isPageOver).toBe(true);
      expectPage();
      const again = state.tryAgain();
      expect(shown.at(-1)).toMatchObject({ pageFailure: 'unreachable', isTryingAgain: true });
      later.page({});
      await vi.advanceTimersByTimeAsync(0);
      await again;
      expect(shown.at(-1)).toMatchObject({ pageFailure: null, isTryingAgain: false });
      expect(shown.at(-1)?.status).not.toBeNull();
    }
  });

  it('reads the notes again when asked to, where another window kept them busy, and says so meanwhile', async () => {
    const { state, shown, asked, later, settle } = popup();
    void state.start();
    later.page({});
    await settle();
    const reads = () => asked.filter((what) => what === 'list').length;
    later.fail('blocked');
    expect(shown.at(-1)).toMatchObject({
      storeFailure: 'blocked',
      isStoreTriedAgain: false,
      canStorePass: true,
    });
    const before = reads();
    await state.tryStoreAgain();
    expect(shown.at(-1)).toMatchObject({ storeFailure: 'blocked', isStoreTriedAgain: true });
    expect(reads()).toBe(before + 1);
    later.fail('blocked');
    expect(shown.at(-1)).toMatchObject({ storeFailure: 'blocked', isStoreTriedAgain: false });
    await state.tryStoreAgain();
    later.list(NOTE);
    expect(shown.at(-1)).toMatchObject({ storeFailure: null, isStoreTriedAgain: false });
    // What a private window does not give is not asked for again.
    later.fail('unavailable');
    expect(shown.at(-1)?.canStorePass).toBe(false);
    const last = reads();
    await state.tryStoreAgain();
    expect(reads()).toBe(last);
  });

  it('looks once whether notes were lost, after the list, or where the list cannot be read', async () => {
    const listed = popup();
    void listed.state.start();
    await listed.settle();
    expect(listed.asked).not.toContain('watch');
    listed.later.list();
    listed.later.list();
    expect(listed.asked.filter((type) => type === 'watch')).toHaveLength(1);
    const failed = popup();
    void failed.state.start();
    failed.later.fail();
    expect(failed.asked).toContain('watch');
    expect(failed.shown.at(-1)?.storeFailure).toBe('unavailable');
  });
});

describe('the parts of the popup', () => {
  it('are drawn from top to bottom, whichever is known first', async () => {
    const { state, later, settle, order } = popup();
    void state.start();
    later.list();
    await settle();
    expect(order()).toMatchObject({ pagePlace: null, hasList: false, isPageOver: false });
    later.page({ articleKey: 'https://quay.example/one' });
    await settle();
    // The notes of the page stand above all notes, and are not there yet.
    expect(order()).toMatchObject({ pagePlace: null, hasList: false });
    later.here();
    await settle();
    expect(order()).toMatchObject({ pagePlace: 'above', hasList: true, isPageOver: true });
  });

  it('do not wait for long: a page that comes late stands below all others', async () => {
    const { state, shown, later, settle, order } = popup();
    void state.start();
    later.list(NOTE);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(order()).toMatchObject({ pagePlace: 'below', hasList: true, isPageOver: false });
    later.page({});
    await settle();
    expect(shown.at(-1)?.status).not.toBeNull();
    expect(order()).toMatchObject({ pagePlace: 'below', isPageOver: true });
  });

  it('wait longer where there are no notes: nobody looks for one', async () => {
    const { state, later, order } = popup();
    void state.start();
    later.list();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(order()).toMatchObject({ pagePlace: null, hasList: false });
    later.page({});
    await vi.advanceTimersByTimeAsync(0);
    expect(order()).toMatchObject({ pagePlace: 'above', hasList: true });
  });

  it('say nothing of a page that is being read before it has been', async () => {
    const { state, shown, later } = popup();
    void state.start();
    later.list(NOTE);
    later.page({ isComing: true });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown.at(-1)).toMatchObject({ status: null, order: { isPageOver: false } });
    // Ten times is enough: then it is shown as it is.
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown.at(-1)?.status).not.toBeNull();
    expect(shown.at(-1)?.order.pagePlace).toBe('below');
  });

  it('have the list without a note that was broken off, where that is not known soon', async () => {
    const { state, later, settle, order } = popup(() => new Promise(() => {}));
    void state.start();
    later.page({});
    later.list(NOTE);
    await settle();
    expect(order()).toMatchObject({ pagePlace: 'above', hasList: false });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(order().hasList).toBe(true);
  });

  it('end with a loss that is found out only when the rest stands', async () => {
    const { state, shown, later, settle } = popup();
    void state.start();
    later.page({});
    later.list();
    await settle();
    expect(shown.at(-1)?.watch.lost?.notes).toBe(3);
    expect(shown.at(-1)?.order).toMatchObject({ isPageOver: true, isLossLate: true });
  });
});
