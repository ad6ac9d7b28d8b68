import { expect, type Page, test } from '@playwright/test';
import type { ChromiumSession } from '../support/chromium';
import { annotate, english } from './library-steps';
import { type OpenedSample, openSample } from './opened-sample';
import { LOOKS, misfits, violations } from './surface-checks';

const PASSAGE = 'Tarvia and Meridon agreed early on Tuesday';

let sample: OpenedSample;
let session: ChromiumSession;
let page: Page;

test.beforeAll(async () => {
  sample = await openSample();
  ({ session, page } = sample);
  await annotate(session, page, PASSAGE, 'a note with **words**');
});
test.afterAll(() => sample.close());

const SURFACES = ['popup', 'sidepanel', 'library', 'options', 'welcome'] as const;
/** A surface in a tab of its own; popup and side panel are told that they are for the article. */
async function open(name: (typeof SURFACES)[number]): Promise<Page> {
  if (name === 'popup') return session.openPopup(page);
  const tab = name === 'sidepanel' ? `?tab=${await session.tabId(page)}` : '';
  const surface = await session.context.newPage();
  await surface.goto(session.extensionUrl(`${name}.html${tab}`));
  return surface;
}

for (const name of SURFACES) {
  test(`the ${name} breaks no accessibility rule, light, dark or in forced colours`, async () => {
    const surface = await open(name);
    await expect(surface.getByRole('heading', { level: 1 })).toBeVisible();
    for (const look of LOOKS) {
      await surface.emulateMedia(look);
      await surface.waitForTimeout(200);
      await surface.screenshot({ path: `artifacts/${name}-${look.colorScheme}-${look.forcedColors}.png` });
      expect(await violations(surface), JSON.stringify(look)).toEqual([]);
    }
    await surface.close();
  });
}

test('at a zoom of 200 % nothing of a surface is cut off, and cards stand within the window', async () => {
  const worker = await session.worker();
  const zoom = (tab: number, factor: number) =>
    worker.evaluate(
      `chrome.tabs.setZoomSettings(${tab}, { scope: 'per-tab' }).then(() => chrome.tabs.setZoom(${tab}, ${factor}))`,
    );
  for (const name of SURFACES) {
    const surface = await open(name);
    await surface.setViewportSize({ width: 800, height: 900 });
    await zoom(await session.tabId(surface), 2);
    await expect.poll(() => surface.evaluate(() => innerWidth)).toBe(400);
    await expect(surface.getByRole('heading', { level: 1 })).toBeVisible();
    expect.soft(await misfits(surface), name).toEqual([]);
    await surface.close();
  }
  const tab = await session.tabId(page);
  await zoom(tab, 2);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  const shadow = session.shadow(page);
  for (const [command, shown] of [
    ['next-mark', '.card h2, .card dl'],
    ['write-note', '.editor textarea'],
  ] as const) {
    await worker.evaluate(
      `chrome.tabs.get(${tab}).then((tab) => chrome.commands.onCommand.dispatch('${command}', tab))`,
    );
    await shadow.waitFor(shown);
    const away = await shadow.evaluate<number>(
      '.card',
      `(card) => { const { left, right, top, bottom } = card.getBoundingClientRect();
        return Math.min(left, top, innerWidth - right, innerHeight - bottom); }`,
    );
    expect(away, command).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => shadow.count('.card')).toBe(0);
  }
  await zoom(tab, 1);
});

test('the welcome page shows the sample marked and ready to annotate', async () => {
  const welcome = await session.context.newPage();
  await welcome.goto(session.extensionUrl('welcome.html'));
  const frame = welcome.frameLocator('iframe');
  await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
  const sample = welcome.frames().find((candidate) => candidate.url().endsWith('sample.html'));
  await expect
    .poll(() => sample?.evaluate(() => [...(CSS.highlights.get('h1') ?? [])].length), { timeout: 10_000 })
    .toBeGreaterThan(3);
  await welcome.close();
});

test('the options take effect: kinds, rules per site, the name on notes', async () => {
  const options = await session.context.newPage();
  await options.goto(session.extensionUrl('options.html'));
  const sizeOf = (name: string) => page.evaluate((n) => CSS.highlights.get(n)?.size ?? 0, name);
  expect(await sizeOf('h1')).toBeGreaterThan(0);
  await options.getByRole('checkbox', { name: english('actor_person') }).uncheck();
  await expect.poll(() => sizeOf('h1')).toBe(0);
  await options.getByRole('checkbox', { name: english('actor_person') }).check();
  await expect.poll(() => sizeOf('h1')).toBeGreaterThan(0);

  await options.getByLabel(english('options_author')).fill('Mai Lund');
  await options.getByLabel(english('options_author')).blur();
  await expect(options.getByText(english('options_saved'), { exact: true })).toBeVisible();
  await annotate(session, page, 'the dismissals had been a mistake', 'signed');
  const popup = await session.openPopup(page);
  await expect(popup.getByText(english('popup_by', 'Mai Lund')).first()).toBeVisible();
  await popup.close();

  await options.getByLabel(english('options_site'), { exact: true }).fill('127.0.0.1');
  await options.getByRole('button', { name: english('options_add_site'), exact: true }).click();
  await expect(options.getByText(english('options_saved'), { exact: true })).toBeVisible();
  await page.reload();
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await options.getByRole('button', { name: `${english('options_remove')}: 127.0.0.1` }).click();
  await page.reload();
  await expect.poll(() => sizeOf('h1'), { timeout: 10_000 }).toBeGreaterThan(0);
  await options.close();
});

test('the card of an actor opens on resting, stays while pointed at, covers no line, and leaves with Esc', async () => {
  await page.bringToFront();
  const shadow = session.shadow(page);
  const line = await page.evaluate(() => {
    const [part] = [...(CSS.highlights.get('h1') ?? [])];
    const range = document.createRange();
    range.setStart(part!.startContainer, part!.startOffset);
    range.setEnd(part!.endContainer, part!.endOffset);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const { left, top, bottom, width } = range.getBoundingClientRect();
    return { x: left + width / 2, top, bottom };
  });
  await page.mouse.move(line.x - 40, line.top - 60);
  await page.mouse.move(line.x, (line.top + line.bottom) / 2, { steps: 4 });
  await shadow.waitFor('.actor-card');
  const card = await shadow.evaluate<{ top: number; bottom: number }>(
    '.card',
    '(e) => { const { top, bottom } = e.getBoundingClientRect(); return { top, bottom }; }',
  );
  expect(card.top >= line.bottom || card.bottom <= line.top).toBe(true);
  await shadow.hover('.actor-card h2');
  await page.waitForTimeout(900);
  expect(await shadow.count('.actor-card')).toBe(1);
  await page.mouse.move(5, 5);
  await expect.poll(() => shadow.count('.actor-card')).toBe(0);
});

test('a key goes from mark to mark; the card takes the focus and Esc gives it back', async () => {
  await page.bringToFront();
  const worker = await session.worker();
  const tab = await session.tabId(page);
  const shadow = session.shadow(page);
  const walk = () =>
    worker.evaluate(
      (id) =>
        (
          globalThis as unknown as {
            chrome: { tabs: { sendMessage(id: number, m: object): Promise<unknown> } };
          }
        ).chrome.tabs.sendMessage(id, { type: 'mark.walk', step: 1 }),
      tab,
    );
  await walk();
  await shadow.waitFor('.card');
  const first = await shadow.text('.card');
  await walk();
  await expect.poll(() => shadow.text('.card')).not.toBe(first);
  await page.keyboard.press('Escape');
  await expect.poll(() => shadow.count('.card')).toBe(0);
});

test('the suggested keys are really given', async () => {
  const options = await session.context.newPage();
  await options.goto(session.extensionUrl('options.html'));
  await expect(options.locator('#keys dl kbd')).toHaveCount(4);
  await options.close();
});
