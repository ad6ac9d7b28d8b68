/**
 * `npm run bench -- page [--visits 7] [--words 1000,10000,100000]`, after `npm run build`: what the built extension costs an
 * article in real Chromium. How soon marks stand after the page has loaded, with a warm and a cold background; CPU of the page's main
 * thread with and without the extension (trace, `tdur`), and what its own scripts take of it (the browser's profile); layout shift; and, as articles grow, the longest task while the
 * reader scrolls, points, walks from mark to mark and turns the dials.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../../tests/support/chromium';
import { ownTimeOf } from '../../tests/support/own-time';
import { serve } from '../../tests/support/serve';
import { until } from '../../tests/support/surfaces';
import { ensureBrowser } from '../browsers';
import { longStory } from './long-story';
import { longestTask, type TaskTimes, tasksOfPage } from './trace-tasks';

const { values } = parseArgs({
  options: {
    visits: { type: 'string', default: '7' },
    words: { type: 'string', default: '1000,10000,100000' },
  },
});
const VISITS = Number(values.visits);
/** Everything that a page of 800 words sets going is over by then. */
const WATCHED_MS = 2_500;
const LONG_MS = 300_000;

/** In the page: when it had loaded, when the first mark stood, and by how much its boxes were moved. As text: see surfaces.ts. */
const WATCH = `{
  const seen = (globalThis.pageSeen = { loaded: null, marked: null, shift: 0 });
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) seen.shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
  addEventListener('load', () => (seen.loaded = performance.now()));
  const look = () => {
    if (CSS.highlights.size > 0) seen.marked = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

interface Seen {
  readonly loaded: number;
  readonly marked: number;
  readonly shift: number;
}

const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

async function visit(
  context: BrowserContext,
  url: string,
  waitsForMarks: boolean,
): Promise<Seen & { tasks: TaskTimes }> {
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const { tasks } = await tasksOfPage(context, page, async () => {
    await page.goto(url);
    await wait(WATCHED_MS);
    if (waitsForMarks)
      await page.waitForFunction('globalThis.pageSeen.marked !== null', null, { timeout: 20_000 });
  });
  const seen = await page.evaluate<Seen>('globalThis.pageSeen');
  await page.close();
  return { ...seen, tasks };
}

function line(name: string, numbers: readonly number[], digits = 0): void {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(digits);
  console.log(`   ${name.padEnd(46)} p50 ${at(0.5).padStart(6)}  most ${at(1).padStart(6)}`);
}

async function visits(context: BrowserContext, url: string, waitsForMarks: boolean, before = async () => {}) {
  const all: Awaited<ReturnType<typeof visit>>[] = [];
  for (let n = 0; n < VISITS; n++) {
    await before();
    all.push(await visit(context, url, waitsForMarks));
  }
  return all;
}

async function measureVisits(session: ChromiumSession, url: string): Promise<void> {
  await visit(session.context, url, true);
  const warm = await visits(session.context, url, true);
  const cold = await visits(session.context, url, true, session.stopWorker);
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-page-'));
  const bare = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium').path,
    headless: false,
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  await visit(bare, url, false);
  const without = await visits(bare, url, false);
  await bare.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  console.log(`the sample article, ${VISITS} visits each, milliseconds`);
  line(
    'loaded → marks drawn, warm background',
    warm.map(({ loaded, marked }) => marked - loaded),
  );
  line(
    'loaded → marks drawn, cold background',
    cold.map(({ loaded, marked }) => marked - loaded),
  );
  line(
    'CPU of the page’s main thread, with',
    warm.map(({ tasks }) => tasks.sum),
    1,
  );
  line(
    'CPU of the page’s main thread, without',
    without.map(({ tasks }) => tasks.sum),
    1,
  );
  line(
    'longest task, with',
    warm.map(({ tasks }) => tasks.longest),
    1,
  );
  line(
    'longest task, without',
    without.map(({ tasks }) => tasks.longest),
    1,
  );
  line(
    'layout shift, with',
    warm.map(({ shift }) => shift),
    4,
  );
  line(
    'layout shift, without',
    without.map(({ shift }) => shift),
    4,
  );
}

/** What our own scripts take, by a profile: smaller than what two visits differ by, it cannot be read off their sums. */
async function measureOwn(session: ChromiumSession, url: string): Promise<void> {
  const page = await session.context.newPage();
  // A process of the site's own, which the next visit stays in: the profile is of one process.
  await page.goto(url);
  const all: Awaited<ReturnType<typeof ownTimeOf>>[] = [];
  for (let n = 0; n < VISITS; n++) {
    all.push(
      await ownTimeOf(session.context, page, session.extensionUrl(''), async () => {
        await page.reload();
        await wait(WATCHED_MS);
      }),
    );
  }
  await page.close();
  const of = (script: string) => all.map(({ byScript }) => byScript.get(script) ?? 0);
  line(
    'own scripts, in all',
    all.map(({ sum }) => sum),
    1,
  );
  line(
    'own scripts, the one task of reading',
    all.map(({ longest }) => longest),
    1,
  );
  line(
    'own scripts, besides that task',
    all.map(({ sum, longest }) => sum - longest),
    1,
  );
  line('of these detect.js', of('detect.js'), 1);
  line('of these article.js', of('article.js'), 1);
}

/** Asks the background from a page of the extension. */
function ask(own: Page, message: object): Promise<unknown> {
  return own.evaluate(
    (sent) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(sent),
    message,
  );
}

const marksOn = (page: Page) =>
  page.evaluate<number>('[...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0)');

/** Waits until the number of marks is other than before and stays; milliseconds until it was last changed. */
async function settled(page: Page, before: number): Promise<{ readonly marks: number; readonly ms: number }> {
  const start = performance.now();
  let [last, since, changed] = [before, start, start];
  await until(
    'the marks',
    async () => {
      const marks = await marksOn(page);
      const now = performance.now();
      if (marks !== last) [last, since, changed] = [marks, now, now];
      return last !== before && now - since > 1500;
    },
    LONG_MS,
  );
  return { marks: last, ms: changed - start };
}

async function measureGrowth(session: ChromiumSession, url: string, words: number): Promise<void> {
  const own = await session.context.newPage();
  await own.goto(session.extensionUrl('options.html'));
  await ask(own, { type: 'settings.change', change: { density: 'everything', claimsFrom: 0 } });
  const page = await session.context.newPage();
  const reading = await tasksOfPage(session.context, page, async () => {
    await page.goto(url);
    return settled(page, 0);
  });
  const { marks, ms } = reading.value;
  console.log(
    `${words} words, ${marks} marks: drawn ${ms.toFixed(0)} ms after loading, longest task of the page ${reading.tasks.longest.toFixed(0)} ms`,
  );
  await page.bringToFront();
  const step = async (name: string, work: () => Promise<unknown>) => {
    const { tasks } = await tasksOfPage(session.context, page, work);
    console.log(`   ${name.padEnd(46)} ${longestTask(tasks)}`);
  };
  await step('scrolling through', async () => {
    for (let at = 0; at < 40; at++) {
      await page.mouse.wheel(0, 1500);
      await wait(50);
    }
  });
  await step('pointing along the lines', async () => {
    for (let at = 0; at < 40; at++) {
      await page.mouse.move(300 + at * 8, 200 + at * 12, { steps: 3 });
      await wait(30);
    }
    await wait(800);
  });
  const tab = await session.tabId(page);
  await step('ten marks on, by key', async () => {
    const worker = await session.worker();
    for (let n = 0; n < 10; n++) {
      await worker.evaluate(
        (id) =>
          (
            globalThis as unknown as {
              chrome: { tabs: { sendMessage(id: number, m: object): Promise<unknown> } };
            }
          ).chrome.tabs.sendMessage(id, { type: 'mark.walk', step: 1 }),
        tab,
      );
      await wait(150);
    }
  });
  for (const [name, change] of [
    ['the dial of marks to “main”', { density: 'main' }],
    ['the dial of marks to “everything”', { density: 'everything' }],
    ['the dial of claims to precise', { claimsFrom: 0.9 }],
    ['marks off', { marksOn: false }],
    ['marks on', { marksOn: true }],
  ] as const) {
    await step(name, async () => {
      await ask(own, { type: 'settings.change', change });
      await wait(1500);
    });
  }
  await page.close();
  await own.close();
}

const site = await serve();
const session = await launchChromium();
site.set('/story.html', await readFile('assets/samples/harbour-talks.html', 'utf8'));
await measureVisits(session, `${site.origin}/story.html`);
await measureOwn(session, `${site.origin}/story.html`);
for (const words of values.words.split(',').filter(Boolean).map(Number)) {
  site.set(`/${words}.html`, longStory(words));
  await measureGrowth(session, `${site.origin}/${words}.html`, words);
}
await session.close();
await site.close();
