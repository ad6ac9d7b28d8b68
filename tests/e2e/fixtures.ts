import { test as base, expect, type TestType } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { chromiumReader } from './chromium-reader';
import type { Reader } from './reader';
import { openSite, type Site } from './site';

/** What every shared test is given, in either browser. */
export interface Given {
  readonly reader: Reader;
  readonly site: Site;
}

export type ReaderTest = TestType<Given, object>;

interface ChromiumWorker {
  readonly session: ChromiumSession;
  readonly standing: Reader;
}

/** Tests in real Chromium. One browser serves them all; each test has a tab and a site of its own. */
export const test = base.extend<Given, ChromiumWorker>({
  session: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const session = await launchChromium();
      await use(session);
      const requests = await session.close();
      expect(requests.filter(({ byExtension }) => byExtension)).toEqual([]);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  standing: [
    async ({ session }, use) => {
      const reader = await chromiumReader(session);
      // The page that greets after the installation; each test closes the tab that stood before it.
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

/** Gives a test the browser with one fresh tab, and holds it to the promises that every test shares. */
export async function giveReader(standing: Reader, use: (reader: Reader) => Promise<void>): Promise<void> {
  const before = await standing.tab();
  const own = await standing.openTab('about:blank');
  await before.close();
  await own.toFront();
  await standing.takeErrors();
  await use(standing);
  expect(await standing.takeErrors(), 'uncaught errors').toEqual([]);
  expect(await standing.extensionRequests(), 'requests by the extension').toEqual([]);
}
