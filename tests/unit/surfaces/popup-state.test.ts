import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { FRESH_WATCH } from '../../../lib/model/store-watch';
import { type PopupData, PopupState } from '../../../lib/surfaces/popup-state';

const status = { url: 'https://quay.example/one', obstacle: null, report: null, articleKey: null };

/** A popup whose list answers, or fails, when the test says so. */
function popup() {
  const asked: string[] = [];
  const shown: PopupData[] = [];
  let answer = () => {};
  let fail = () => {};
  const state = new PopupState(
    {
      activeTab: async () => 7,
      ask: (async ({ type }: { type: string }) => {
        asked.push(type);
        return type === 'settings.read' ? { settings: { ...DEFAULT_SETTINGS, author: 'Mai' } } : status;
      }) as never,
      finder: {
        watchFound: (_request, onFound, _onCounts, onFailure) => {
          answer = () => onFound({ notes: [], total: 0 });
          fail = () => onFailure('unavailable');
          return () => {};
        },
        watchFacets: () => () => {},
        watchLost: (onLost) => {
          onLost(new Set());
          return () => {};
        },
      },
      watchArticle: () => () => {},
      watchChanges: () => () => {},
      readWatch: async () => {
        asked.push('watch');
        return FRESH_WATCH;
      },
      unfinished: async () => null,
    },
    (data) => void shown.push(data),
  );
  return { state, asked, shown, answer: () => answer(), fail: () => fail() };
}

describe('the popup', () => {
  it('stands before anything was answered, and says nothing of there being no notes', async () => {
    const { state, shown, answer } = popup();
    const starting = state.start();
    expect(shown.at(-1)?.finder.isReading).toBe(true);
    answer();
    expect(shown.at(-1)?.finder).toMatchObject({ isReading: false, total: 0 });
    await starting;
  });

  it('shows the page only with the reader’s own settings', async () => {
    const { state, shown } = popup();
    await state.start();
    expect(state.tabId).toBe(7);
    const withPage = shown.filter((data) => data.status !== null);
    expect(withPage.length).toBeGreaterThan(0);
    expect(withPage.every(({ settings }) => settings.author === 'Mai')).toBe(true);
  });

  it('looks once whether notes were lost, after the list, or where the list cannot be read', async () => {
    const listed = popup();
    await listed.state.start();
    expect(listed.asked).not.toContain('watch');
    listed.answer();
    listed.answer();
    expect(listed.asked.filter((type) => type === 'watch')).toHaveLength(1);
    const failed = popup();
    await failed.state.start();
    failed.fail();
    expect(failed.asked).toContain('watch');
    expect(failed.shown.at(-1)?.storeFailure).toBe('unavailable');
  });
});
