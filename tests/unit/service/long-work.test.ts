import { describe, expect, it } from 'vitest';
import { LongWork } from '../../../lib/service/long-work';

/** Work that ends when the test says so, and pauses that are over at once or never. */
function working(isPatient: boolean) {
  let begun = 0;
  let end = (_value: number) => {};
  let fail = (_error: Error) => {};
  const work = new LongWork<number>(() => (isPatient ? new Promise(() => {}) : Promise.resolve()));
  const ask = (name = 'a') =>
    work.ask(name, () => {
      begun += 1;
      return new Promise<number>((resolve, reject) => {
        end = resolve;
        fail = reject;
      });
    });
  return { ask, begun: () => begun, end: (value: number) => end(value), fail: (error: Error) => fail(error) };
}

describe('work that takes long', () => {
  it('is begun once, however often it is asked for, and then tells its result', async () => {
    const { ask, begun, end } = working(false);
    expect([await ask(), await ask(), await ask()]).toEqual([null, null, null]);
    end(7);
    expect(await ask()).toBe(7);
    expect(await ask()).toBe(7);
    expect(begun()).toBe(1);
  });

  it('is other work under another id', async () => {
    const { ask, begun, end } = working(true);
    const first = ask('a');
    end(1);
    expect(await first).toBe(1);
    const second = ask('b');
    end(2);
    expect(await second).toBe(2);
    expect(begun()).toBe(2);
  });

  it('tells its failure', async () => {
    const { ask, fail } = working(true);
    const first = ask();
    fail(new Error('the disk is full'));
    await expect(first).rejects.toThrow('the disk is full');
  });
});
