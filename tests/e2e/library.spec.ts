import { expect, test } from '@playwright/test';
import { launchChromium } from '../support/chromium';
import { annotate, english } from './library-steps';
import { openSite } from './site';

test('the library knows who says what in the kept articles, and leads back to the passage', async () => {
  const [session, site] = [await launchChromium(), await openSite()];
  const page = await session.context.newPage();
  for (const [path, passage] of [
    ['harbour-talks.html', 'the dismissals had been a mistake'],
    ['river-compact.html', 'no business of its neighbours'],
  ] as const) {
    await page.goto(site.url(path));
    await expect.poll(() => page.evaluate(() => CSS.highlights.size), { timeout: 15_000 }).toBeGreaterThan(0);
    await annotate(session, page, passage, `a note on ${path}`);
  }

  const library = await session.context.newPage();
  await library.goto(session.extensionUrl('library.html'));
  const rows = library.locator('.library-table tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(library.locator('.index-progress')).toHaveCount(0, { timeout: 20_000 });
  await rows.filter({ hasText: 'Port Amsel' }).locator('.number a').click();
  await expect(library).toHaveURL(/#claims\/of\//);
  await expect(library.locator('.claim-text').first()).toBeVisible();

  await library.getByRole('tab', { name: english('library_tab_claims') }).focus();
  await library.keyboard.press('ArrowLeft');
  await expect(library).toHaveURL(/#actors$/);
  await expect(rows.first()).toBeVisible();
  await library.goBack();
  await library.locator('.claim-text .speaker').last().click();
  await expect(library).toHaveURL(/#actors\/one\//);
  const claim = library.locator('section[aria-labelledby=said] .claim-rows li').last();
  const [opened] = await Promise.all([
    session.context.waitForEvent('page'),
    claim.getByRole('link', { name: new RegExp(`^${english('library_open_passage')}`) }).click(),
  ]);
  await expect.poll(() => opened.evaluate(() => scrollY)).toBeGreaterThan(0);

  await library.getByRole('tab', { name: english('library_tab_notes') }).click();
  await library
    .getByRole('link', { name: new RegExp(`^${english('note_history')}`) })
    .first()
    .click();
  await expect(library.locator('.history li')).toContainText('a note on river-compact.html');
  await site.close();
  // The one request is the link that the reader followed.
  const requests = (await session.close()).filter(({ byExtension }) => byExtension);
  expect(requests.map(({ url }) => url.split('#')[0])).toEqual([site.url('harbour-talks.html')]);
});
