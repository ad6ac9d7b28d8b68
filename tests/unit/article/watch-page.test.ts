import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../../lib/article/watch-page';

function open() {
  const dom = new JSDOM('<body><main></main>', { url: 'https://news.example/a' });
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
  const stop = watchPage(window, (reason) => seen.push(reason), onPulse);
  const add = async () => {
    window.document.querySelector('main')!.appendChild(window.document.createElement('p'));
    await Promise.resolve();
  };
  return { window, seen, stop, add, onPulse };
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

  it('reports ever more rarely on a page that rewrites itself every second', async () => {
    const { seen, add } = open();
    for (let second = 0; second < 300; second++) {
      await add();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.length).toBeLessThan(12);
  });

  it('is attentive again after the address has changed', async () => {
    const { window, seen, add } = open();
    for (let second = 0; second < 300; second++) {
      await add();
      await vi.advanceTimersByTimeAsync(1000);
    }
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
