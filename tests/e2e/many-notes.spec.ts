import { expect, test } from '@playwright/test';
import { launchChromium } from '../support/chromium';
import { annotate, english } from './library-steps';
import { openSite } from './site';

test('several notes are tagged and deleted at once, by keys and taken back; what the reader corrects of an article stays', async () => {
  const [session, site] = [await launchChromium(), await openSite()];
  const page = await session.context.newPage();
  await page.goto(site.url('harbour-talks.html'));
  await expect.poll(() => page.evaluate(() => CSS.highlights.size), { timeout: 15_000 }).toBeGreaterThan(0);
  await annotate(session, page, 'ending a 41-day closure', 'How many days?');
  await annotate(session, page, 'the dismissals had been a mistake', 'Who says so?');

  const popup = await session.openPopup(page);
  const about = popup.locator('.about');
  await about.locator('summary').first().click();
  await about.getByRole('button', { name: english('about_correct') }).click();
  await about.getByLabel(english('facts_title')).fill('<b>Port</b> to open');
  await popup.keyboard.press('Enter');
  await expect(about).toContainText('<b>Port</b> to open');
  await page.reload();
  await popup.reload();
  await expect(about).toContainText('<b>Port</b> to open');
  await expect(about).toContainText(english('facts_from_reader'));
  await popup.close();

  const library = await session.context.newPage();
  await library.goto(session.extensionUrl('library.html#notes'));
  const notes = library.locator('.select-note input');
  await expect(notes).toHaveCount(2);
  await library.getByLabel(english('select_shown')).focus();
  await library.keyboard.press('Space');
  // Past “Select none”.
  await library.keyboard.press('Tab');
  await library.keyboard.press('Tab');
  await library.keyboard.type('numbers, later');
  await library.keyboard.press('Enter');
  await expect(library.getByText('#numbers #later')).toHaveCount(2);
  const deleteAll = library.getByRole('button', { name: english('select_delete') });
  await expect(deleteAll).toBeEnabled();
  await deleteAll.press('Enter');
  await expect(notes).toHaveCount(0);
  await library.getByRole('button', { name: english('toast_undo') }).press('Enter');
  await expect(notes).toHaveCount(2);
  await expect(library.getByText('#numbers #later')).toHaveCount(2);

  await library.goto(session.extensionUrl('library.html#articles'));
  await expect(library.locator('.library-table')).toContainText('<b>Port</b> to open');
  expect((await session.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
  await site.close();
});
