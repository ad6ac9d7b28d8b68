import { expect, type Page, test } from '@playwright/test';
import { claimId } from '../../lib/findings/claim-id';
import { articleKey } from '../../lib/notes/article-key';
import { hashOf } from '../../lib/notes/library-route';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { hostileArticle, hostileNotes, hostileWords, VECTORS } from '../support/hostile-set';
import { pressmarkFile } from '../support/many-records';
import type { Shadow } from '../support/surfaces';
import { annotate, choose, english, importFile, openLibrary } from './library-steps';
import { openSite, type Site, sample } from './site';
import { MISFITS, misfits, violations } from './surface-checks';

// Half of a window of 640 × 960: what is left at 200 %, and as narrow as pages must still fit into.
const NARROW = { width: 320, height: 480 };

let session: ChromiumSession;
let site: Site;
let article: Page;
const refused: string[] = [];

test.beforeAll(async () => {
  session = await launchChromium();
  site = await openSite();
  site.set('/hostile.html', hostileArticle(sample()));
  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
    });
    page.on('dialog', (dialog) => refused.push(`a dialog: ${dialog.message()}`));
  };
  session.context.on('page', listen);
  article = await session.context.newPage();
});
test.afterAll(async () => {
  await site.close();
  expect((await session.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
});

async function open(path: string, shows: string, width = NARROW.width): Promise<Page> {
  const tab = /popup|sidepanel/.test(path) ? `?tab=${await session.tabId(article)}` : '';
  const surface = await session.context.newPage();
  await surface.setViewportSize({ ...NARROW, width });
  const [page, hash = ''] = path.split('#');
  await surface.goto(session.extensionUrl(`${page}${tab}${hash && `#${hash}`}`));
  await expect(surface.locator(shows).first()).toBeVisible({ timeout: 15_000 });
  return surface;
}

/** Holds a surface as it stands to what is promised of all; colours in every look are `access.spec.ts`'s. */
async function judge(surface: Page, name: string): Promise<void> {
  expect.soft(await misfits(surface), `${name}: what does not fit`).toEqual([]);
  expect.soft(await violations(surface), `${name}: accessibility rules`).toEqual([]);
  expect.soft(await surface.evaluate('globalThis.ran ?? null'), `${name}: script has run`).toBeNull();
}

const unfold = (surface: Page) =>
  surface.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** The hostile article, marked, with a note on it; a test that runs alone finds the same as one that runs after others. */
async function openHostile(): Promise<void> {
  const url = site.url('hostile.html');
  if (article.url() === url) return;
  await article.goto(url);
  await expect
    .poll(() => article.evaluate(() => CSS.highlights.size), { timeout: 15_000 })
    .toBeGreaterThan(0);
  await annotate(session, article, 'ending a 41-day closure', VECTORS[0]!);
}

const PARTS = ['articles', 'actors', 'claims', 'notes', 'exchange'] as const;

test('surfaces that have nothing to show yet fit into 320 px and break no accessibility rule', async () => {
  await article.goto(site.url('no-article.html'));
  for (const part of PARTS) {
    const library = await open(`library.html#${part}`, '#library-panel :is(.empty-hint, .empty, input, p)');
    await judge(library, `empty-library-${part}`);
    await library.close();
  }
  for (const [path, width] of [
    ['popup.html', 400],
    ['sidepanel.html', 320],
    ['options.html', 320],
    ['welcome.html', 320],
  ] as const) {
    const surface = await open(path, 'h1', width);
    await judge(surface, `empty-${path}`);
    await surface.close();
  }
});

test('texts that mean script, names of 300 characters, 30 scripts and notes of 60 kB are text in every part of every surface', async () => {
  test.setTimeout(120_000);
  await openHostile();
  const notes = await hostileNotes(article.url());
  const importing = await openLibrary(session);
  await importFile(importing, pressmarkFile(notes), [notes.length, 0, 0, 0]);
  await importing.setViewportSize(NARROW);
  await choose(importing, `${VECTORS[0]!.replaceAll('/', '')}.jsonld`, '{"no": "annotations"}');
  await judge(importing, 'exchange');
  await importing.close();

  const popup = await open('popup.html', '.notes .note', 400);
  await unfold(popup);
  await popup.getByRole('button', { name: english('finder_filter') }).click();
  await popup.getByRole('combobox', { name: english('filter_tag') }).selectOption({ index: 1 });
  await popup.getByRole('combobox', { name: english('filter_author') }).selectOption({ index: 1 });
  await expect(popup.locator('.chip')).toHaveCount(2);
  await judge(popup, 'popup-filtered');
  await popup.getByRole('button', { name: english('about_correct') }).click();
  await judge(popup, 'popup-correcting');
  await popup.keyboard.press('Escape');
  await popup.close();

  const panel = await open('sidepanel.html', '.panel-claims li');
  await unfold(panel);
  await judge(panel, 'panel');
  await panel.close();

  const library = await open('library.html#articles', '.library-table tbody tr');
  await expect(library.locator('.index-progress')).toHaveCount(0, { timeout: 20_000 });
  await judge(library, 'articles');
  await library.locator('.number a').first().click();
  await expect(library.locator('.claim-rows li').first()).toBeVisible();
  await judge(library, 'claims-of');
  const claim = claimId({ article: articleKey(article.url()) ?? '', n: 0 });
  await library.goto(session.extensionUrl(`library.html${hashOf('claims', 'one', claim)}`));
  await expect(library.locator('.claim-card')).toBeVisible();
  await judge(library, 'claim');
  await library.goto(session.extensionUrl('library.html#actors'));
  await expect(library.locator('.library-table tbody tr').first()).toBeVisible();
  await judge(library, 'actors');
  await library.locator('.library-table a').first().click();
  await expect(library.locator('.actor-title')).toBeVisible();
  await judge(library, 'actor');
  await library.goto(session.extensionUrl('library.html#notes'));
  // The first few notes stand before the others, and “all shown” means those that are there.
  await expect(library.locator('.notes .note').nth(8)).toBeVisible();
  await library.getByLabel(english('select_shown')).check();
  await expect(library.locator('.change-all')).toBeVisible();
  await judge(library, 'notes-selected');
  await library.keyboard.press('Tab');
  await library.keyboard.press('Shift+Tab');
  await library.keyboard.press('?');
  await expect(library.locator('dialog')).toBeVisible();
  await judge(library, 'help');
  await library.keyboard.press('Escape');
  await library
    .getByRole('link', { name: new RegExp(`^${english('note_history')}`) })
    .first()
    .click();
  await expect(library.locator('.history li')).toHaveCount(1);
  await judge(library, 'history');
  await library.close();

  const options = await open('options.html', '#keys');
  await options
    .locator('.file input')
    .first()
    .setInputFiles({
      name: 'words.json',
      mimeType: 'application/json',
      buffer: Buffer.from(hostileWords()),
    });
  await expect(options.locator('.taught li')).toHaveCount(4);
  await judge(options, 'options');
  await options.close();
  expect(refused).toEqual([]);
});

test('the cards stand within a window of 320 × 480, whole, and break no rule', async () => {
  await openHostile();
  const shadow: Shadow = session.shadow(article);
  await article.bringToFront();
  await article.setViewportSize(NARROW);
  const tab = await session.tabId(article);
  const worker = await session.worker();
  for (const kind of ['actor', 'claim', 'note'] as const) {
    for (let step = 0; step < 40; step++) {
      await worker.evaluate(
        `chrome.tabs.get(${tab}).then((tab) => chrome.commands.onCommand.dispatch('next-mark', tab))`,
      );
      await shadow.waitFor('.card');
      if ((await shadow.count(`.${kind}-card`)) > 0) break;
    }
    await shadow.evaluate(
      '.card',
      '(e) => { for (const d of e.querySelectorAll("details")) d.open = true; }',
    );
    await article.waitForTimeout(200);
    const box = await shadow.evaluate<{ left: number; right: number; top: number; bottom: number }>(
      '.card',
      '(e) => { const { left, right, top, bottom } = e.getBoundingClientRect(); return { left, right, top, bottom }; }',
    );
    expect.soft(box.left, kind).toBeGreaterThanOrEqual(0);
    // Beside the scroll bars of the page, not under them.
    const room = await article.evaluate(() => [
      document.documentElement.clientWidth,
      document.documentElement.clientHeight,
    ]);
    expect.soft(box.right, kind).toBeLessThanOrEqual(room[0]!);
    expect.soft(box.top, kind).toBeGreaterThanOrEqual(0);
    expect.soft(box.bottom, kind).toBeLessThanOrEqual(room[1]!);
    expect.soft(await shadow.evaluate('.card', `(e) => (${MISFITS})(e.getRootNode())`), kind).toEqual([]);
    await article.keyboard.press('Escape');
  }
  expect(await article.evaluate('globalThis.ran ?? null')).toBeNull();
});
