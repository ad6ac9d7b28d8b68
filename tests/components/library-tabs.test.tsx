// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { LibraryTabs } from '../../components/library/library-tabs';
import { LIBRARY_TABS, type LibraryTab } from '../../lib/notes/library-route';
import { brokenRules, show } from './render';

async function tabs(chosen: LibraryTab) {
  const onChoose = vi.fn();
  const place = await show(
    <LibraryTabs tabs={LIBRARY_TABS} chosen={chosen} onChoose={onChoose}>
      <p>content</p>
    </LibraryTabs>,
  );
  const press = (key: string) =>
    act(() => {
      const tab = place.querySelector('[role=tab][aria-selected=true]');
      tab?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
  return { place, onChoose, press };
}

describe('the tabs of the library', () => {
  const [first, second, last] = [LIBRARY_TABS[0], LIBRARY_TABS[1], LIBRARY_TABS.at(-1)!];

  it('are one stop of the Tab key, and name their panel', async () => {
    const { place } = await tabs(second);
    const reached = [...place.querySelectorAll<HTMLElement>('[role=tab]')].filter(
      (tab) => tab.tabIndex === 0,
    );
    expect(reached.map(({ id }) => id)).toEqual([`tab-${second}`]);
    expect(place.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby')).toBe(`tab-${second}`);
    expect(await brokenRules(place)).toEqual([]);
  });

  it('are walked by the arrows, around the ends, and by Home and End', async () => {
    const { onChoose, press } = await tabs(first);
    await press('ArrowRight');
    expect(onChoose).toHaveBeenLastCalledWith(second);
    await press('ArrowLeft');
    expect(onChoose).toHaveBeenLastCalledWith(last);
    await press('End');
    expect(onChoose).toHaveBeenLastCalledWith(last);
    await press('Home');
    expect(onChoose).toHaveBeenLastCalledWith(first);
  });

  it('are walked the other way in right-to-left writing, and leave other keys alone', async () => {
    const { onChoose, press } = await tabs(first);
    document.documentElement.dir = 'rtl';
    await press('ArrowLeft');
    document.documentElement.dir = '';
    expect(onChoose).toHaveBeenLastCalledWith(second);
    onChoose.mockClear();
    await press('a');
    expect(onChoose).not.toHaveBeenCalled();
  });
});
