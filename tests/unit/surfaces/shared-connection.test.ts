import { describe, expect, it } from 'vitest';
import { SharedConnection } from '../../../lib/surfaces/shared-connection';

interface Line {
  readonly n: number;
  isOpen: boolean;
}

function lines(opening: (n: number) => Promise<void> = async () => {}) {
  const made: Line[] = [];
  const shared = new SharedConnection<Line, string>({
    open: async () => {
      const line = { n: made.length + 1, isOpen: true };
      made.push(line);
      await opening(line.n);
      return { connection: line, failure: null };
    },
    isOpen: (line) => line.isOpen,
    close: (line) => {
      line.isOpen = false;
    },
  });
  return { made, shared };
}

const settle = () => new Promise((wake) => setTimeout(wake));

describe('a shared connection', () => {
  it('is opened once for all who take it, and closed when the last has left', async () => {
    const { made, shared } = lines();
    const [first, second] = [shared.take(), shared.take()];
    expect((await first.opened).connection).toBe((await second.opened).connection);
    first.leave();
    await settle();
    expect(made.map(({ isOpen }) => isOpen)).toEqual([true]);
    second.leave();
    await settle();
    expect(made.map(({ isOpen }) => isOpen)).toEqual([false]);
  });

  it('is opened anew for those who come after it was closed', async () => {
    const { made, shared } = lines();
    const first = shared.take();
    await first.opened;
    first.leave();
    await settle();
    expect((await shared.take().opened).connection.n).toBe(2);
    expect(made.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('closes what was still being opened when everybody had left', async () => {
    let open = () => {};
    const { made, shared } = lines(() => new Promise((resolve) => (open = resolve)));
    shared.take().leave();
    open();
    await settle();
    expect(made[0]?.isOpen).toBe(false);
  });

  it('leaves a connection that the browser has closed to those who have it', async () => {
    const { made, shared } = lines();
    const first = shared.take();
    (await first.opened).connection.isOpen = false;
    await shared.take().opened;
    expect((await shared.take().opened).connection.n).toBe(2);
    first.leave();
    await settle();
    expect(made.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('tells each who waits that it cannot be opened, and tries again for the next', async () => {
    let isBroken = true;
    const { shared } = lines(async () => {
      if (isBroken) throw new Error('no disk');
    });
    const [first, second] = [shared.take(), shared.take()];
    await expect(first.opened).rejects.toThrow('no disk');
    await expect(second.opened).rejects.toThrow('no disk');
    first.leave();
    second.leave();
    isBroken = false;
    expect((await shared.take().opened).connection.isOpen).toBe(true);
  });
});
