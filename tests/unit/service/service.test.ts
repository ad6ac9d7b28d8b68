import { describe, expect, it } from 'vitest';
import { once } from '../../../lib/service/service';

describe('opening once', () => {
  it('shares one opening among all who ask', async () => {
    let made = 0;
    const open = once(async () => ++made);
    expect(await Promise.all([open(), open(), open()])).toEqual([1, 1, 1]);
  });

  it('tries again after a failed opening', async () => {
    let tries = 0;
    const open = once(async () => {
      tries += 1;
      if (tries === 1) throw new Error('locked');
      return 'open';
    });
    await expect(open()).rejects.toThrow('locked');
    expect(await open()).toBe('open');
  });

  it('makes anew what is no longer good, once for all who ask', async () => {
    let made = 0;
    const good = new Set<number>();
    const get = once(
      async () => {
        good.add(++made);
        return made;
      },
      (value) => good.has(value),
    );
    expect(await get()).toBe(1);
    good.delete(1);
    expect(await Promise.all([get(), get(), get()])).toEqual([2, 2, 2]);
    expect(await get()).toBe(2);
  });
});
