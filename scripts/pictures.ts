/**
 * `npm run pictures`, after `npm run build`: takes all pictures of README and user guide anew, from the built extension in real
 * Chromium on the bundled sample article. Look at each before it is committed.
 */
import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { annotate, choose, openLibrary } from '../tests/e2e/library-steps';
import { openSite, type Site, sample } from '../tests/e2e/site';
import { type ChromiumSession, launchChromium } from '../tests/support/chromium';
import { pressmarkFile, storedNote } from '../tests/support/many-records';
import { selectText } from '../tests/support/page-probes';
import { speaking } from '../tests/support/speaking';
import { until } from '../tests/support/surfaces';

const GUIDE = 'docs/guide/pictures';
const README = 'docs/pictures';
const NOTES = [
  ['a victory for ordinary people', 'Who pays for the bread?', 'economy'],
  ['41-day closure', 'Compare with the 2019 dispute: then it took 12 days.', 'harbour, to check'],
] as const;
/** Until pages stand and what moves has come to rest. */
const REST_MS = 1200;
/** Longer than a message over the page is shown. */
const TOAST_MS = 7000;

interface Scene {
  readonly session: ChromiumSession;
  readonly site: Site;
  readonly page: Page;
}

async function size(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.waitForTimeout(REST_MS);
}

/** The sample article with two notes on it, whose messages have gone. */
async function openScene(extension?: string): Promise<Scene> {
  const session = await launchChromium(extension === undefined ? {} : { extension });
  const site = await openSite();
  const page = await session.context.newPage();
  await size(page, 1000, 640);
  await page.goto(site.url('harbour-talks.html'));
  await until('the marks', () => page.evaluate(() => CSS.highlights.size > 0));
  const shadow = session.shadow(page);
  for (const [passage, words, tags] of NOTES) {
    await selectText(page, passage);
    await shadow.click('.adder .button.primary');
    await shadow.waitFor('.editor textarea');
    await page.keyboard.type(words);
    await shadow.type('.tags-field', tags);
    await page.keyboard.press('Control+Enter');
    await until('the note to be saved', async () => (await shadow.count('.editor')) === 0);
  }
  await page.waitForTimeout(TOAST_MS);
  return { session, site, page };
}

/** Goes from mark to mark until a card of a kind stands open whose `part` says `words`. */
async function openCard({ session, page }: Scene, kind: string, part: string, words: string): Promise<void> {
  const [shadow, worker, tab] = [session.shadow(page), await session.worker(), await session.tabId(page)];
  for (let step = 0; step < 100; step++) {
    await worker.evaluate(
      `chrome.tabs.get(${tab}).then((tab) => chrome.commands.onCommand.dispatch('next-mark', tab))`,
    );
    await shadow.waitFor('.card');
    const isKind = (await shadow.count(`.${kind}-card`)) > 0;
    if (isKind && (await shadow.text(`.card ${part}`)).includes(words)) {
      await page.waitForTimeout(REST_MS);
      return;
    }
  }
  throw new Error(`no card of a ${kind} says “${words}”`);
}

async function takeCards(scene: Scene): Promise<void> {
  const { page, session } = scene;
  await size(page, 840, 530);
  await openCard(scene, 'actor', 'h2', 'Ilse Brandvold');
  await page.screenshot({ path: `${GUIDE}/actor-card.png` });
  await page.keyboard.press('Escape');
  await openCard(scene, 'claim', 'dl', 'The first pilots go out');
  await page.screenshot({ path: `${GUIDE}/claim-card.png` });
  await page.keyboard.press('Escape');
  await size(page, 1000, 640);
  await openCard(scene, 'claim', 'dl', 'The first pilots go out');
  await page.screenshot({ path: `${README}/claim-light.png` });
  await page.keyboard.press('Escape');

  await page.emulateMedia({ colorScheme: 'dark' });
  const shadow = session.shadow(page);
  for (const [path, width, height] of [
    [`${GUIDE}/editor-dark.png`, 760, 480],
    [`${README}/editor-dark.png`, 860, 520],
  ] as const) {
    await size(page, width, height);
    await selectText(page, 'the dismissals had been a mistake');
    await shadow.click('.adder .button.primary');
    await shadow.waitFor('.editor textarea');
    await page.keyboard.type('She says so herself. Who decided it at the time?');
    await shadow.type('.tags-field', 'harbour, to check');
    await page.waitForTimeout(REST_MS);
    await page.screenshot({ path });
    await page.keyboard.press('Escape');
    await shadow.click('.unfinished .button.quiet');
    await page.waitForTimeout(REST_MS);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

interface Taking {
  readonly path: string;
  readonly file: string;
  readonly box: readonly [width: number, height: number];
  /** What stands at the top of the picture, by default that of the page. */
  readonly from?: string;
  /** What is waited for before the picture is taken. */
  readonly until?: string;
}

/** A page of the extension, as large as its picture. */
async function takeOwn({ session }: Scene, { path, file, box, from, until: shown = 'h1' }: Taking) {
  const own = await session.context.newPage();
  await size(own, ...box);
  await own.goto(session.extensionUrl(path));
  await own.locator(shown).first().waitFor();
  // What is above it may still come, and push it down.
  for (let rest = 0; rest < 3; rest++) {
    await own.waitForTimeout(REST_MS);
    if (from)
      await own
        .locator(from)
        .first()
        .evaluate((part) => part.scrollIntoView());
  }
  await own.screenshot({ path: file });
  await own.close();
}

async function takeSurfaces(scene: Scene): Promise<void> {
  const { session, site, page } = scene;
  const tab = await session.tabId(page);
  await takeOwn(scene, { path: `popup.html?tab=${tab}`, file: `${GUIDE}/popup.png`, box: [395, 720] });
  await takeOwn(scene, { path: `popup.html?tab=${tab}`, file: `${README}/popup-light.png`, box: [395, 760] });
  await takeOwn(scene, { path: `sidepanel.html?tab=${tab}`, file: `${GUIDE}/panel.png`, box: [420, 700] });
  await takeOwn(scene, {
    path: `sidepanel.html?tab=${tab}`,
    file: `${GUIDE}/figures.png`,
    box: [420, 700],
    from: '#network',
  });
  await takeOwn(scene, {
    path: 'options.html',
    file: `${GUIDE}/options.png`,
    box: [800, 700],
    from: '#storage',
  });
  await takeOwn(scene, { path: 'library.html#exchange', file: `${GUIDE}/export.png`, box: [800, 700] });
  // The story in another outlet's words: some of its claims are met again.
  site.set(
    '/port-to-open.html',
    sample().replaceAll('agree to reopen Port Amsel after night of talks', 'open the port'),
  );
  const other = await session.context.newPage();
  await other.goto(site.url('port-to-open.html'));
  await until('the marks', () => other.evaluate(() => CSS.highlights.size > 0));
  await annotate(session, other, 'Nobody got everything', 'Her words?');
  await other.close();
  await takeOwn(scene, {
    path: 'library.html#claims',
    file: `${GUIDE}/library.png`,
    box: [800, 560],
    // Claims are looked for in other articles one by one.
    until: '.claim-rows li:nth-child(3) a[href*="#claims/one"]',
  });
  const library = await openLibrary(session);
  await size(library, 800, 700);
  const note = await storedNote(1, { body: 'See the report of the harbour office.' });
  await choose(library, 'from-maya.jsonld', pressmarkFile([note]));
  await library.locator('.plan').waitFor();
  await library.locator('.plan').evaluate((plan) => plan.scrollIntoView({ block: 'end' }));
  await library.mouse.wheel(0, 400);
  await library.waitForTimeout(REST_MS);
  await library.screenshot({ path: `${GUIDE}/import-plan.png` });
  await library.close();
}

async function close({ session, site }: Scene): Promise<void> {
  await site.close();
  await session.close();
}

const scene = await openScene();
await takeCards(scene);
await takeSurfaces(scene);
await close(scene);
const arabic = await speaking('ar');
const right = await openScene(arabic);
const tab = await right.session.tabId(right.page);
await takeOwn(right, { path: `popup.html?tab=${tab}`, file: `${GUIDE}/popup-arabic.png`, box: [395, 720] });
await close(right);
await rm(arabic, { recursive: true });
