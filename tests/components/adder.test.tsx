// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { Adder } from '../../components/page/adder';
import { placeBeside } from '../../components/page/place';
import { brokenRules, show } from './render';

describe('the adder', () => {
  it('starts a note or a highlight and leaves the selection alone', async () => {
    const onNote = vi.fn();
    const onHighlight = vi.fn();
    const adder = { place: { top: 1, left: 2 }, onNote, onHighlight };
    const place = await show(<Adder {...adder} onAttach={null} />);
    const [note, highlight] = place.querySelectorAll('button');
    await act(() => note?.click());
    await act(() => highlight?.click());
    expect(onNote).toHaveBeenCalledOnce();
    expect(onHighlight).toHaveBeenCalledOnce();
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    note?.dispatchEvent(press);
    expect(press.defaultPrevented).toBe(true);
    expect(await brokenRules(place)).toEqual([]);
    expect(place.querySelectorAll('button')).toHaveLength(2);
    const onAttach = vi.fn();
    const withLost = await show(<Adder {...adder} onAttach={onAttach} />);
    await act(() => withLost.querySelectorAll('button')[2]?.click());
    expect(onAttach).toHaveBeenCalledOnce();
  });
});

describe('placing a card', () => {
  const viewport = { scrollX: 0, scrollY: 1000, width: 800, height: 600 };
  const size = { width: 300, height: 150 };

  it('stands below the passage, in document coordinates', () => {
    const box = { top: 100, bottom: 120, left: 200, right: 500 };
    expect(placeBeside(box, size, viewport)).toEqual({ top: 1130, left: 350 });
  });

  it('goes above where there is no room below, and never covers the line', () => {
    const box = { top: 550, bottom: 570, left: 200, right: 500 };
    const place = placeBeside(box, size, viewport);
    expect(place.top + size.height).toBeLessThanOrEqual(box.top + viewport.scrollY);
  });

  it('covers the line only in a window that has room on neither side, and can be reached there as a whole', () => {
    const low = { ...viewport, height: 200 };
    expect(placeBeside({ top: 90, bottom: 110, left: 0, right: 90 }, size, low).top).toBe(1040);
    const tall = { width: 300, height: 500 };
    expect(placeBeside({ top: 90, bottom: 110, left: 0, right: 90 }, tall, low).top).toBe(1010);
  });

  it('stays inside the viewport sideways', () => {
    expect(placeBeside({ top: 0, bottom: 20, left: 0, right: 5 }, size, viewport).left).toBe(10);
    expect(placeBeside({ top: 0, bottom: 20, left: 700, right: 799 }, size, viewport).left).toBe(490);
    const narrow = { ...viewport, width: 200 };
    expect(placeBeside({ top: 0, bottom: 20, left: 0, right: 190 }, size, narrow).left).toBe(10);
  });
});
