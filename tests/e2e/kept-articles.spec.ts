import { expect, type Page, test } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { english } from './library-steps';
import { openSite } from './site';

const TALKS = 'Tarvia and Meridon agree to reopen Port Amsel after night of talks';

async function read(session: ChromiumSession, address: string): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(address);
  await expect.poll(() => page.evaluate(() => CSS.highlights.size), { timeout: 15_000 }).toBeGreaterThan(0);
  return page;
}

test('an article is kept without a note where the reader asks, and every one while the reading history is on', async () => {
  const [session, site] = [await launchChromium(), await openSite()];
  const press = (page: Page, key: string) =>
    page.getByRole('button', { name: english(key), exact: true }).click();
  const talks = await read(session, site.url('harbour-talks.html'));
  const library = await session.context.newPage();
  await library.goto(session.extensionUrl('library.html'));
  const rows = library.locator('.library-table tbody tr');
  await expect(library.locator('.empty-hint')).toBeVisible();

  const popup = await session.openPopup(talks);
  await press(popup, 'popup_keep');
  await expect(popup.getByText(english('popup_is_kept'))).toBeVisible();
  await expect(rows).toHaveText([new RegExp(TALKS)]);
  await library.getByRole('button', { name: english('library_drop_article', TALKS) }).click();
  await expect(rows).toHaveCount(0);
  await press(library, 'toast_undo');
  await expect(rows).toHaveText([new RegExp(TALKS)]);

  const options = await session.context.newPage();
  await options.goto(session.extensionUrl('options.html#storage'));
  await options.getByLabel(english('storage_history_on')).check();
  await read(session, site.url('river-compact.html'));
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: english('library_only_read') })).toHaveCount(1);
  await press(options, 'storage_history_empty');
  await expect(options.locator('#storage')).toContainText(english('storage_history_emptied', 1));
  await expect(rows).toHaveText([new RegExp(TALKS)]);
  await site.close();
  expect((await session.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
});
