import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import type { ChromiumSession } from '../support/chromium';
import { annotate, english } from './library-steps';
import { type OpenedSample, openSample } from './opened-sample';

const TITLE = 'Tarvia and Meridon agree to reopen Port Amsel after night of talks';

let sample: OpenedSample;
let session: ChromiumSession;
let page: Page;

test.beforeAll(async () => {
  sample = await openSample();
  ({ session, page } = sample);
});
test.afterAll(() => sample.close());

test('the side panel opens from the popup, follows the tab, and leads to the passages of the page', async () => {
  const popup = await session.openActionPopup(page);
  // The popup is filled and at rest, so that the press of the mouse meets the button.
  let [height, last] = [0, -1];
  await expect
    .poll(
      async () => {
        last = height;
        height = await popup.evaluate<number>(
          "document.querySelector('.about') ? document.documentElement.scrollHeight : Math.random()",
        );
        return height === last;
      },
      { intervals: [400] },
    )
    .toBe(true);
  await popup.click('footer .button');
  const panel = await session.sidePanel();
  const title = () => panel.evaluate<string>("document.querySelector('h1')?.textContent ?? ''");
  const count = (selector: string) =>
    panel.evaluate<number>(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
  await expect.poll(title).toBe(TITLE);
  expect(await count('.panel-claims li')).toBeGreaterThan(10);
  expect(await count('.panel-actors li')).toBeGreaterThan(10);

  await annotate(session, page, 'ending a 41-day closure', 'seen in the panel');
  await expect.poll(() => count('.note-group .note')).toBe(1);

  await page.evaluate(() => window.scrollTo(0, 0));
  await panel.evaluate("document.querySelector('.panel-claims li:last-child button').click()");
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);

  const other = await session.context.newPage();
  await other.goto(sample.site.url('no-article.html'));
  await expect.poll(title).toBe(english('panel_title'));
  expect(await count('.panel-claims li')).toBe(0);
  await other.close();
  await page.bringToFront();
  await expect.poll(title).toBe(TITLE);
});

test('a figure is saved with its citation, as SVG and as PNG', async () => {
  const id = await session.tabId(page);
  const panel = await session.context.newPage();
  await panel.goto(session.extensionUrl(`sidepanel.html?tab=${id}`));
  const save = async (key: string) => {
    const [download] = await Promise.all([
      panel.waitForEvent('download'),
      panel
        .locator('#network')
        .getByRole('button', { name: english(key) })
        .click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const svg = await save('figure_save_svg');
  expect(svg.name).toMatch(/^pressmark-tarvia-and-meridon.*-network\.svg$/);
  expect(svg.bytes.toString()).toContain('The Strait Courier');
  const png = await save('figure_save_png');
  expect(png.name).toMatch(/-network\.png$/);
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16), 'twice as wide as on the screen').toBe(768);
  await panel.close();
});
