import { expect } from '@playwright/test';
import { ownTimeOf } from '../support/own-time';
import { test } from './fixtures';
import { restlessPage } from './hostile-pages';
import { sleep } from './random';

const WATCHED_MS = 5000;
const MOST_SHARE = 0.05;

test('takes less than 5 % of the main thread of a page that never rests', async ({
  reader,
  session,
  site,
}, info) => {
  site.set('/restless.html', restlessPage());
  await reader.goto(site.url('restless.html'));
  await expect.poll(() => reader.run<number>('return window.rounds;')).toBeGreaterThan(0);
  const page = session.context.pages().find((open) => open.url() === site.url('restless.html'))!;
  // The profile is of a time, not of a state: nothing could be waited for instead.
  const { sum, whole } = await ownTimeOf(session.context, page, session.extensionUrl(''), () =>
    sleep(WATCHED_MS),
  );
  info.annotations.push({
    type: 'measured',
    description: `${sum.toFixed(1)} ms of ${whole.toFixed(0)} ms (${((100 * sum) / whole).toFixed(2)} %)`,
  });
  expect(sum / whole).toBeLessThan(MOST_SHARE);
  expect(whole).toBeGreaterThan(WATCHED_MS * 0.9);
});
