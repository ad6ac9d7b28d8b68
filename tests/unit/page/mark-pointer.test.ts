import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMark } from '../../../lib/page/collect-marks';
import { watchPointer } from '../../../lib/page/mark-pointer';
import { PageWindows } from '../../../lib/page/page-windows';

const mark = {
  kind: 'actor',
  id: 'a1',
  mention: 0,
  highlight: 'h1',
  base: 'article',
  spans: [],
  ranges: [],
} as PageMark;

/** A page whose mark lies between x = 100 and x = 200; `at` moves the mouse there. */
function pointing() {
  const { window } = new JSDOM('<body><p>Text</p><a href="#x">link</a></body>');
  const actions = {
    markAt: vi.fn((x: number) => (x >= 100 && x <= 200 ? mark : null)),
    open: vi.fn(),
    leave: vi.fn(),
  };
  const stop = watchPointer(new PageWindows(window as unknown as Window), actions);
  const send = (type: string, x: number, init: object = {}, target: Element = window.document.body) => {
    const event = new window.MouseEvent(type, { clientX: x, clientY: 10, bubbles: true, ...init });
    Object.defineProperty(event, 'pointerType', { value: 'mouse' });
    target.dispatchEvent(event);
  };
  return { window, actions, stop, send, at: (x: number) => send('pointermove', x) };
}

describe('watching the pointer over marks', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('opens a card after a rest, not in passing', () => {
    const { actions, at } = pointing();
    at(150);
    vi.advanceTimersByTime(200);
    at(300);
    vi.advanceTimersByTime(1_000);
    expect(actions.open).not.toHaveBeenCalled();
    at(150);
    vi.advanceTimersByTime(1_000);
    expect(actions.open).toHaveBeenCalledOnce();
    expect(actions.open.mock.calls[0]?.[2]).toBe(false);
  });

  it('opens nothing once the button is pressed: a selection may have begun', () => {
    const { actions, at, send } = pointing();
    at(150);
    vi.advanceTimersByTime(100);
    send('pointerdown', 150);
    send('pointermove', 180, { buttons: 1 });
    vi.advanceTimersByTime(2_000);
    expect(actions.open).not.toHaveBeenCalled();
  });

  it('leaves a while after the pointer has left', () => {
    const { actions, at } = pointing();
    at(150);
    vi.advanceTimersByTime(500);
    at(400);
    vi.advanceTimersByTime(100);
    expect(actions.leave).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(actions.leave).toHaveBeenCalledOnce();
  });

  it('pins the card of a clicked mark, and leaves the clicks on links to the page', () => {
    const { window, actions, send } = pointing();
    send('click', 150, {}, window.document.querySelector('a')!);
    expect(actions.open).not.toHaveBeenCalled();
    send('click', 150);
    expect(actions.open.mock.calls[0]?.[2]).toBe(true);
    send('click', 400);
    expect(actions.leave).toHaveBeenCalledOnce();
  });

  it('hears nothing once it is ended', () => {
    const { actions, stop, at, send } = pointing();
    at(150);
    stop();
    vi.advanceTimersByTime(1_000);
    send('click', 150);
    expect(actions.open).not.toHaveBeenCalled();
  });
});
