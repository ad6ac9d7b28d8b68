import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { soon } from '../../../lib/service/soon';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a page that is told something', () => {
  it('is waited for as long as it answers soon, and leaves no clock running', async () => {
    expect(await soon(Promise.resolve('heard'))).toBe('heard');
    await expect(soon(Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is left alone where it is busy, and its late failure disturbs nobody', async () => {
    let fail = (_error: Error) => {};
    const busy = soon(new Promise((_, reject) => (fail = reject)));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await busy).toBe('late');
    fail(new Error('closed'));
    await vi.advanceTimersByTimeAsync(0);
  });
});
