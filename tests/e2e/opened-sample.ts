import { expect, type Page } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { openSite, type Site } from './site';

/** The sample article in a Chromium of its own. */
export interface OpenedSample {
  readonly session: ChromiumSession;
  readonly site: Site;
  readonly page: Page;
  /** Ends all of it; the extension must not have asked for anything. */
  close(): Promise<void>;
}

/** Opens the sample and waits until it is marked. */
export async function openSample(): Promise<OpenedSample> {
  const session = await launchChromium();
  const site = await openSite();
  const page = await session.context.newPage();
  await page.goto(site.url('harbour-talks.html'));
  await expect.poll(() => page.evaluate(() => CSS.highlights.size), { timeout: 15_000 }).toBeGreaterThan(0);
  return {
    session,
    site,
    page,
    close: async () => {
      await site.close();
      expect((await session.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
    },
  };
}
