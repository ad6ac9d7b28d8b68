import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { currentSelection } from '../../../lib/page/current-selection';
import { PageWindows } from '../../../lib/page/page-windows';
import { watchSelection } from '../../../lib/page/selection-watch';

/** jsdom has no layout: every range is one line. */
function page(html: string) {
  const { window } = new JSDOM(`<body>${html}</body>`);
  window.Range.prototype.getClientRects = () => [new window.DOMRect(1, 2, 3, 4)] as unknown as DOMRectList;
  const select = (selector: string | null) => {
    const selection = window.getSelection()!;
    selection.removeAllRanges();
    if (selector) selection.selectAllChildren(window.document.querySelector(selector)!);
    window.document.dispatchEvent(new window.Event('selectionchange'));
  };
  return { window: window as unknown as Window, dom: window, select };
}

describe('watching the selection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('tells a selection once the keys are quiet, and its end', () => {
    const { window, select } = page('<p>Some words</p>');
    const told = vi.fn();
    const windows = new PageWindows(window);
    watchSelection(windows, () => told(currentSelection(windows)));
    select('p');
    expect(told).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(told.mock.lastCall?.[0].range.toString()).toBe('Some words');
    expect(told).toHaveBeenCalledOnce();
    select(null);
    vi.advanceTimersByTime(1_000);
    expect(told).toHaveBeenLastCalledWith(null);
  });

  it('waits while the mouse is pressed, so that nothing jumps under a drag', () => {
    const { window, dom, select } = page('<p>Some words</p>');
    const told = vi.fn();
    const windows = new PageWindows(window);
    watchSelection(windows, () => told(currentSelection(windows)));
    dom.dispatchEvent(new dom.Event('pointerdown'));
    select('p');
    vi.advanceTimersByTime(2_000);
    expect(told).not.toHaveBeenCalled();
    dom.dispatchEvent(new dom.Event('pointerup'));
    vi.advanceTimersByTime(1_000);
    expect(told).toHaveBeenCalledOnce();
  });

  it('takes white space and a caret for no selection', () => {
    const { window, select } = page('<p>  </p><i></i>');
    select('p');
    expect(currentSelection(new PageWindows(window))).toBeNull();
    select('i');
    expect(currentSelection(new PageWindows(window))).toBeNull();
  });
});
