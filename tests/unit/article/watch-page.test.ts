import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../../lib/article/watch-page';

function open() {
  const dom = new JSDOM('<body><main></main>', {
    url: 'https://news.example/a',
    pretendToBeVisual: true,
  });
  const window = dom.window as unknown as Window & { performance: Performance };
  // The page's clock follows the test's.
  window.setTimeout = ((run: () => void, ms: number) =>
    setTimeout(run, ms)) as unknown as typeof window.setTimeout;
  window.clearTimeout = ((id: never) => clearTimeout(id)) as unknown as typeof window.clearTimeout;
  window.setInterval = ((run: () => void, ms: number) =>
    setInterval(run, ms)) as unknown as typeof window.setInterval;
  window.clearInterval = ((id: never) => clearInterval(id)) as unknown as typeof window.clearInterval;
  Object.defineProperty(window, 'performance', { value: { now: () => Date.now() } });
  const seen: string[] = [];
  const onPulse = vi.fn();
  const look = { takes: 0 };
  const onChange = (reason: string) => {
    seen.push(reason);
    vi.setSystemTime(Date.now() + look.takes);
  };
  const stop = watchPage(window, onChange, onPulse);
  const hide = (isHidden: boolean) => {
    Object.defineProperty(window.document, 'hidden', { value: isHidden, configurable: true });
    window.document.dispatchEvent(new dom.window.Event('visibilitychange', { bubbles: true }));
  };
  const add = async () => {
    window.document.querySelector('main')!.appendChild(window.document.createElement('p'));
    await Promise.resolve();
  };
  /** A page that rewrites itself every second for so long. */
  const neverRest = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      await add();
      await vi.advanceTimersByTimeAsync(1000);
    }
  };
  return { window, seen, stop, add, neverRest, onPulse, look, hide };
}

describe('watching a page', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('reports another address without loading, also when the page tells nobody', () => {
    const { window, seen } = open();
    window.history.pushState(null, '', '/b');
    vi.advanceTimersByTime(2000);
    expect(seen).toEqual(['url']);
  });

  it('has a pulse until it is stopped', () => {
    const { stop, onPulse } = open();
    vi.advanceTimersByTime(4000);
    const beats = onPulse.mock.calls.length;
    expect(beats).toBeGreaterThan(1);
    stop();
    vi.advanceTimersByTime(4000);
    expect(onPulse).toHaveBeenCalledTimes(beats);
  });

  it('takes a plain fragment for scrolling and a route in it for an address', () => {
    const { window, seen } = open();
    window.history.pushState(null, '', '#chapter');
    vi.advanceTimersByTime(2000);
    expect(seen).toEqual([]);
    window.history.pushState(null, '', '#/story/2');
    vi.advanceTimersByTime(2000);
    expect(seen).toEqual(['url']);
  });

  it('reports late content once, when it has come to rest', async () => {
    const { seen, add } = open();
    for (let i = 0; i < 5; i++) {
      await add();
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(seen).toEqual(['content']);
  });

  it('reports every few seconds on a page that rewrites itself every second', async () => {
    const { seen, neverRest } = open();
    await neverRest(60);
    const before = seen.length;
    await neverRest(300);
    expect(seen.length - before).toBeGreaterThan(50);
    expect(seen.length - before).toBeLessThan(70);
  });

  it('reports more rarely where looking at the page takes long', async () => {
    const { seen, neverRest, look } = open();
    look.takes = 500;
    await neverRest(60);
    const before = seen.length;
    await neverRest(300);
    expect(seen.length - before).toBeGreaterThan(6);
    expect(seen.length - before).toBeLessThan(12);
  });

  it('reports rarely on a page that nobody looks at, and soon once somebody does', async () => {
    const { seen, neverRest, hide } = open();
    hide(true);
    await neverRest(600);
    expect(seen.length).toBeLessThan(14);
    const before = seen.length;
    hide(false);
    await vi.advanceTimersByTimeAsync(6000);
    expect(seen.length).toBe(before + 1);
  });

  it('is attentive again after the address has changed', async () => {
    const { window, seen, add, neverRest } = open();
    await neverRest(300);
    window.history.pushState(null, '', '/next');
    await vi.advanceTimersByTimeAsync(2000);
    const before = seen.length;
    expect(seen.at(-1)).toBe('url');
    await add();
    await vi.advanceTimersByTimeAsync(2000);
    expect(seen.length).toBe(before + 1);
  });

  it('reports nothing after it was stopped', async () => {
    const { window, seen, stop, add } = open();
    stop();
    window.history.pushState(null, '', '/b');
    await add();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual([]);
  });
});
