import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { ensureBrowser } from '../../scripts/browsers';
import { chromiumShadow } from '../support/chromium-shadow';
import { highlights, selectText } from '../support/page-probes';
import { openSite } from './site';
import { ACROSS_LINK, ADDER_NOTE } from './steps';

test('marks a tab that was open before the extension came, and says that its page could watch', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-late-'));
  const site = await openSite();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium').path,
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--enable-unsafe-extension-debugging',
    ],
  });
  try {
    const page = context.pages()[0]!;
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(error.error().message));
    await page.goto(site.url('harbour-talks.html'));
    const browser = await context.browser()!.newBrowserCDPSession();
    // The protocol's own command for "Load unpacked"; Playwright's types do not know it.
    const loadUnpacked = browser.send as unknown as (method: string, params: object) => Promise<unknown>;
    await loadUnpacked.call(browser, 'Extensions.loadUnpacked', { path: resolve('.output/chrome-mv3') });

    await expect
      .poll(async () => (await highlights(page))['h1']?.length ?? 0, { timeout: 15_000 })
      .toBeGreaterThan(0);
    await page.bringToFront();
    await selectText(page, ACROSS_LINK);
    const shadow = chromiumShadow(page);
    await shadow.click(ADDER_NOTE);
    expect(await shadow.text('.editor .hint')).toContain('the page could watch your keys');

    await page.reload();
    await expect.poll(async () => (await highlights(page))['h1']?.length ?? 0).toBeGreaterThan(0);
    await selectText(page, ACROSS_LINK);
    await shadow.click(ADDER_NOTE);
    await shadow.waitFor('.editor textarea');
    expect(await shadow.count('.editor .hint'), 'after a reload it is written unseen').toBe(0);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
