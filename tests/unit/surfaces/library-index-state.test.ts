import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageError } from '../../../lib/messaging/client';
import { LibraryIndexState } from '../../../lib/surfaces/library-index-state';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A background that needs `needed` moments for all, and what it was asked. */
function background(needed: number) {
  const asked: boolean[] = [];
  const state = { needed, failure: null as MessageError | null, sleep: Promise.resolve(), change: () => {} };
  const ask = async ({ looksAnew }: { looksAnew: boolean }) => {
    asked.push(looksAnew);
    await state.sleep;
    if (state.failure) throw state.failure;
    state.needed = Math.max(0, state.needed - 1);
    return { done: 10 - state.needed, total: 10 };
  };
  const watch = (onChange: () => void) => {
    state.change = onChange;
    onChange();
    return () => {
      state.change = () => {};
    };
  };
  return { asked, state, index: new LibraryIndexState(ask as never, watch, vi.fn()) };
}

describe('having the kept articles read', () => {
  it('asks on until all are done, and looks for new ones only at first', async () => {
    const { asked, index } = background(4);
    index.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([true, false, false, false]);
    expect(index.data.progress).toEqual({ done: 10, total: 10 });
  });

  it('asks again when articles have changed', async () => {
    const { asked, state, index } = background(1);
    index.start();
    await vi.advanceTimersByTimeAsync(0);
    state.needed = 2;
    state.change();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual([true, true, false]);
  });

  it('says that nobody answers where the background is silent, until it does', async () => {
    const { state, index } = background(1);
    let wake: () => void = () => {};
    state.sleep = new Promise<void>((resolve) => (wake = resolve));
    index.start();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(index.data.failure).toBe(null);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(index.data.failure).toBe('unreachable');
    wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(index.data).toEqual({ progress: { done: 10, total: 10 }, failure: null });
  });

  it('says what is wrong, and tries again later', async () => {
    const { asked, state, index } = background(1);
    state.failure = new MessageError('unavailable', 'no database');
    index.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(index.data.failure).toBe('unavailable');
    state.failure = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual([true, true]);
    expect(index.data).toEqual({ progress: { done: 10, total: 10 }, failure: null });
  });

  it('ends with the page', async () => {
    const { asked, state, index } = background(1);
    const stop = index.start();
    await vi.advanceTimersByTimeAsync(0);
    stop();
    state.change();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual([true]);
  });
});
