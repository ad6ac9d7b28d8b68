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

/** Goes from mark to mark until a card of a kind stands open that says `words`; its passage in the upper half of the window. */
async function openCard({ session, page }: Scene, kind: string, words: string): Promise<void> {
  const [shadow, worker, tab] = [session.shadow(page), await session.worker(), await session.tabId(page)];
  for (let step = 0; step < 100; step++) {
    await worker.evaluate(
      `chrome.tabs.get(${tab}).then((tab) => chrome.commands.onCommand.dispatch('next-mark', tab))`,
    );
    await shadow.waitFor('.card');
    const isKind = (await shadow.count(`.${kind}-card`)) > 0;
    if (isKind && (await shadow.text('.card')).includes(words)) {
      await page.waitForTimeout(REST_MS);
      return;
    }
  }
  throw new Error(`no card of a ${kind} says “${words}”`);
}

async function takeCards(scene: Scene): Promise<void> {
  const { page, session } = scene;
  await size(page, 840, 530);
  await openCard(scene, 'actor', 'Ilse Brandvold');
  await page.screenshot({ path: `${GUIDE}/actor-card.png` });
  await page.keyboard.press('Escape');
  await openCard(scene, 'claim', 'The first pilots go out');
  await page.screenshot({ path: `${GUIDE}/claim-card.png` });
  await page.keyboard.press('Escape');
  await size(page, 1000, 640);
  await openCard(scene, 'claim', 'The first pilots go out');
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

/** A page of the extension, as large as its picture, with the part that `shows` at its top. */
async function takeOwn(
  { session }: Scene,
  path: string,
  file: string,
  box: readonly [number, number],
  shows = 'h1',
) {
  const own = await session.context.newPage();
  await size(own, ...box);
  await own.goto(session.extensionUrl(path));
  await own.locator(shows).first().waitFor();
  await own.waitForTimeout(2 * REST_MS);
  if (shows !== 'h1')
    await own
      .locator(shows)
      .first()
      .evaluate((part) => part.scrollIntoView());
  await own.waitForTimeout(REST_MS);
  await own.screenshot({ path: file });
  await own.close();
}

async function takeSurfaces(scene: Scene): Promise<void> {
  const { session, site, page } = scene;
  const tab = await session.tabId(page);
  await takeOwn(scene, `popup.html?tab=${tab}`, `${GUIDE}/popup.png`, [395, 720]);
  await takeOwn(scene, `popup.html?tab=${tab}`, `${README}/popup-light.png`, [395, 760]);
  await takeOwn(scene, `sidepanel.html?tab=${tab}`, `${GUIDE}/panel.png`, [420, 700]);
  await takeOwn(scene, `sidepanel.html?tab=${tab}`, `${GUIDE}/figures.png`, [420, 700], '#network');
  await takeOwn(scene, 'options.html', `${GUIDE}/options.png`, [800, 700], '#storage');
  await takeOwn(scene, 'library.html#exchange', `${GUIDE}/export.png`, [800, 700]);
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
  await takeOwn(scene, 'library.html#claims', `${GUIDE}/library.png`, [800, 560], '.claim-rows li');
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
await takeOwn(right, `popup.html?tab=${tab}`, `${GUIDE}/popup-arabic.png`, [395, 720]);
await close(right);
await rm(arabic, { recursive: true });
