import { expect } from '@playwright/test';
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
  const cdp = await session.context.newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  // The profile is of a time, not of a state: nothing could be waited for instead.
  await sleep(WATCHED_MS);
  const { profile } = await cdp.send('Profiler.stop');

  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  );
  const isOurs = (id: number | undefined): boolean => {
    if (id === undefined) return false;
    const url = nodes.get(id)?.callFrame.url ?? '';
    return url.startsWith(session.extensionUrl('')) || isOurs(parents.get(id));
  };
  const spent = (profile.samples ?? []).reduce(
    (sum, id, index) => sum + (isOurs(id) ? (profile.timeDeltas?.[index] ?? 0) : 0),
    0,
  );
  const whole = profile.endTime - profile.startTime;
  info.annotations.push({
    type: 'measured',
    description: `${(spent / 1000).toFixed(1)} ms of ${(whole / 1000).toFixed(0)} ms (${((100 * spent) / whole).toFixed(2)} %)`,
  });
  expect(spent / whole).toBeLessThan(MOST_SHARE);
  expect(whole).toBeGreaterThan(WATCHED_MS * 900);
});
