import { test as base, expect } from '@playwright/test';
import { type Given, giveReader } from '../e2e/fixtures';
import type { Reader } from '../e2e/reader';
import { openSite } from '../e2e/site';
import { type FirefoxSession, firefoxMissing, launchFirefox } from '../support/firefox';
import { firefoxReader } from './firefox-reader';

interface FirefoxWorker {
  readonly session: FirefoxSession;
  readonly standing: Reader;
}

/** Tests in real Firefox. One browser serves them all; each test has a tab and a site of its own. */
export const test = base.extend<Given, FirefoxWorker>({
  session: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const missing = firefoxMissing();
      test.skip(missing !== null, missing ?? '');
      const session = await launchFirefox();
      await use(session);
      const requests = await session.requests();
      expect(requests.filter(({ byExtension }) => byExtension)).toEqual([]);
      await session.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  standing: [
    async ({ session }, use) => {
      const reader = firefoxReader(session);
      await reader.turnToActive(session.extensionUrl('welcome.html'));
      await use(reader);
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    await site.close();
  },
  reader: async ({ standing }, use) => giveReader(standing, use),
});
