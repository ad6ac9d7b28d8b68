import { expect } from '@playwright/test';

/** When `expect.poll` looks again, in milliseconds; the last one holds from then on. Its own become a whole second. */
const INTERVALS = [50, 100, 150];

type Poll = typeof expect.poll;
type Options = Exclude<Parameters<Poll>[1], string>;

/** Has every `expect.poll` of this process look again soon: most of what is waited for comes within a moment. */
export function pollSoon(): void {
  const poll: Poll = expect.poll;
  const soon: Poll = (actual, messageOrOptions) => {
    const options: Options =
      typeof messageOrOptions === 'string' ? { message: messageOrOptions } : messageOrOptions;
    return poll(actual, { intervals: INTERVALS, ...options });
  };
  expect.poll = soon;
}
