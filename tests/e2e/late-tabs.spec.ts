import { expect, type Page, test } from '@playwright/test';
import { chromiumShadow } from '../support/chromium-shadow';
import { highlights, selectText } from '../support/page-probes';
import { launchBareChromium } from './bare-chromium';
import { english } from './library-steps';
import { openSite } from './site';
import { ACROSS_LINK, ADDER_NOTE, oneBlank } from './steps';

const OUR_HOSTS =
  '[...document.documentElement.children].filter((child) => child.localName === "div").length';

const persons = async (page: Page) => (await highlights(page))['h1']?.length ?? 0;
const notes = async (page: Page) => ((await highlights(page))['h7'] ?? []).map(oneBlank);

async function beginNote(page: Page, passage: string) {
  const shadow = chromiumShadow(page);
  await selectText(page, passage);
  await shadow.click(ADDER_NOTE);
  await shadow.waitFor('.editor textarea');
  return shadow;
}

test('marks a tab that was open before the extension came, and says that its page could watch', async () => {
  const site = await openSite();
  const bare = await launchBareChromium();
  try {
    const page = bare.context.pages()[0]!;
    await page.goto(site.url('harbour-talks.html'));
    await bare.load();
    await expect.poll(() => persons(page), { timeout: 15_000 }).toBeGreaterThan(0);
    await page.bringToFront();
    const late = await beginNote(page, ACROSS_LINK);
    expect(await late.text('.editor .hint')).toContain('the page could watch your keys');

    await page.reload();
    await expect.poll(() => persons(page)).toBeGreaterThan(0);
    const early = await beginNote(page, ACROSS_LINK);
    expect(await early.count('.editor .hint'), 'after a reload it is written unseen').toBe(0);
    expect(bare.errors).toEqual([]);
  } finally {
    await bare.close();
    await site.close();
  }
});

test('goes on in an open tab after an update, with what was being typed and without a trace of its older self', async () => {
  const site = await openSite();
  const bare = await launchBareChromium();
  try {
    await bare.load();
    const page = await bare.context.newPage();
    await page.goto(site.url('harbour-talks.html'));
    await expect.poll(() => persons(page), { timeout: 15_000 }).toBeGreaterThan(0);
    await page.bringToFront();
    const before = await beginNote(page, ACROSS_LINK);
    await page.keyboard.type('Before the update');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => notes(page)).toEqual([ACROSS_LINK]);
    expect(await before.count('.editor')).toBe(0);
    const painted = await persons(page);
    const passage = 'Nobody got everything.';
    await beginNote(page, passage);
    await page.keyboard.type('Half of it before, ');
    await expect.poll(() => before.text('.editor .status')).toBe(english('editor_draft_kept'));

    await bare.load();
    await page.bringToFront();
    await page.evaluate(() => CSS.highlights.clear());
    await expect.poll(() => persons(page), { timeout: 15_000 }).toBe(painted);
    await expect.poll(() => page.evaluate(OUR_HOSTS), { message: 'one host' }).toBe(1);

    // What was being typed is given back, in the same tab.
    const after = chromiumShadow(page);
    await after.waitFor('.unfinished', 15_000);
    await after.click('.unfinished .button.primary');
    expect(await after.value('.editor textarea')).toBe('Half of it before, ');
    await page.keyboard.type('half after the update');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => notes(page)).toEqual([passage, ACROSS_LINK]);
    await page.reload();
    await expect.poll(() => notes(page)).toEqual([passage, ACROSS_LINK]);
    expect(bare.errors).toEqual([]);
  } finally {
    await bare.close();
    await site.close();
  }
});
