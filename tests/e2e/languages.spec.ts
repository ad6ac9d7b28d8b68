import { rm } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { selectText } from '../support/page-probes';
import { speaking } from '../support/speaking';
import { openSite, type Site } from './site';

const written = (page: Page) =>
  page.evaluate(() => {
    const { lang, dir, scrollWidth, clientWidth } = document.documentElement;
    return { lang, dir, isCut: scrollWidth > clientWidth };
  });

test.describe('in Arabic', () => {
  let extension: string;
  let session: ChromiumSession;
  let site: Site;

  test.beforeAll(async () => {
    extension = await speaking('ar');
    session = await launchChromium({ extension });
    site = await openSite();
  });
  test.afterAll(async () => {
    await session.close();
    await site.close();
    await rm(extension, { recursive: true });
  });

  test('pages of the extension and cards in a page run from right to left, and what is quoted does not', async () => {
    const page = await session.context.newPage();
    await page.goto(site.url('harbour-talks.html'));
    const shadow = session.shadow(page);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await selectText(page, 'settled the pilots’ dispute');
    await shadow.click('.adder .button.primary');
    await shadow.waitFor('.editor textarea');
    expect(await shadow.attribute('.cards', 'lang')).toBe('ar');
    expect(await shadow.attribute('.cards', 'dir')).toBe('rtl');
    expect(await shadow.evaluate('.editor', '(element) => getComputedStyle(element).direction')).toBe('rtl');
    expect(await shadow.evaluate('.quote', '(element) => getComputedStyle(element).unicodeBidi')).toBe(
      'plaintext',
    );

    const popup = await session.openPopup(page);
    await popup.setViewportSize({ width: 400, height: 700 });
    await expect(popup.getByRole('heading', { name: 'كل الملاحظات' })).toBeVisible();
    expect(await written(popup)).toEqual({ lang: 'ar', dir: 'rtl', isCut: false });
    for (const name of ['options.html', 'library.html', 'welcome.html']) {
      const own = await session.context.newPage();
      await own.goto(session.extensionUrl(name));
      await expect(own.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await written(own), name).toEqual({ lang: 'ar', dir: 'rtl', isCut: false });
      await own.close();
    }
  });
});
