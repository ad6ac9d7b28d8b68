/**
 * `npm run bench -- surfaces [--notes 10,1000,10000,100000] [--opens 9] [--profiles FOLDER]`, after `npm run build`: how
 * long popup, side panel and library of the built extension take in real Chromium from being opened to their list, step by
 * step, as the notes grow: from the navigation of a tab to the frame after the one in which the step stands. `first` is the
 * first time in a browser that has just started. A folder keeps the filled profiles, so that measuring can be repeated.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { openSite } from '../../tests/e2e/site';
import { type ChromiumSession, launchChromium } from '../../tests/support/chromium';
import { storedNote } from '../../tests/support/many-records';
import { until } from '../../tests/support/surfaces';
import { seededRandom } from '../train/crf-random';

const { values } = parseArgs({
  options: {
    notes: { type: 'string', default: '10,1000,10000,100000' },
    opens: { type: 'string', default: '9' },
    profiles: { type: 'string' },
    fill: { type: 'boolean', default: false },
  },
});
const OPENS = Number(values.opens);
const AT_ONCE = 2_000;
const WORDS =
  'harbour council minister said region border talks report village winter budget weeks river trade company officials agreed strike market vote bridge union letter judge museum train doctor teacher police evening'.split(
    ' ',
  );

/** What each surface shows on its way; the last is what the reader came for. */
const SURFACES: readonly (readonly [name: string, path: string, steps: Readonly<Record<string, string>>])[] =
  [
    [
      'popup',
      'popup.html',
      {
        'first words': '.popup h1',
        'this page': '.verdict',
        'list of notes': '[aria-labelledby=notes-all] .note',
      },
    ],
    ['panel', 'sidepanel.html', { 'first words': '.panel h1', 'actors of the page': '.panel-actors li' }],
    [
      'library, notes',
      'library.html#notes',
      { 'first words': '.library h1', 'list of notes': '.library .note' },
    ],
  ];

async function noteAt(n: number, random: () => number) {
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
  return storedNote(n, {
    body: words(20),
    tags: n % 3 ? [] : [words(1)],
    target: {
      quote: { exact: words(12), prefix: words(8), suffix: words(8) },
      position: { start: 100, end: 180, version: 'a'.repeat(64), base: 'article' },
      structure: { path: 'p<div<article', block: 3, heading: '', simhash: '0123abcd' },
      history: [],
    },
  });
}

/** How many rows a table of the reader's database has, read past the extension's own code. Answered as text: see `WATCH`. */
function rowsIn(page: Page, table: string): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('pressmark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('${table}').objectStore('${table}').count();
      counting.onsuccess = () => (opening.result.close(), resolve(counting.result));
      counting.onerror = () => reject(counting.error);
    };
  })`);
}

async function fill(session: ChromiumSession, count: number): Promise<void> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('options.html'));
  await page.waitForSelector('h1');
  const random = seededRandom(10);
  for (let from = await rowsIn(page, 'annotations'); from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => from + n + 1);
    const annotations = await Promise.all(numbers.map((n) => noteAt(n, random)));
    await page.evaluate(
      (sent) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
        ).chrome.runtime.sendMessage(sent),
      { type: 'notes.merge', annotations, articles: [] },
    );
  }
  await until('the index of words', async () => (await rowsIn(page, 'pending')) === 0, 600_000);
  await page.close();
}

/** How the page tells what it has noted, without being asked: a question would put the test's own script into it. */
const TOLD = 'steps seen: ';

/**
 * Notes, in the page, when each step first stands in the document, and when the frame with it was drawn; once all are, in whatever
 * order, tells it all. As text: what compiles this file gives functions names by a helper that the page does not have.
 */
const WATCH = (steps: Readonly<Record<string, string>>) => `{
  const seen = {};
  const drawn = (step) => {
    seen[step + ', drawn'] = performance.now();
    const isOver = ${JSON.stringify(Object.keys(steps))}.every((name) => name + ', drawn' in seen);
    if (isOver) console.debug(${JSON.stringify(TOLD)} + JSON.stringify(seen));
  };
  const look = () => {
    for (const [step, selector] of Object.entries(${JSON.stringify(steps)})) {
      if (step in seen || !document.querySelector(selector)) continue;
      seen[step] = performance.now();
      // The first callback runs before the frame is drawn, the second after it.
      requestAnimationFrame(() => requestAnimationFrame(() => drawn(step)));
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
}`;

async function openOnce(
  session: ChromiumSession,
  url: string,
  steps: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, number>>> {
  const page = await session.context.newPage();
  await page.addInitScript(WATCH(steps));
  const told = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(TOLD),
    timeout: 60_000,
  });
  await page.goto(url);
  const times: unknown = JSON.parse((await told).text().slice(TOLD.length));
  await page.close();
  return times as Readonly<Record<string, number>>;
}

const ms = (value: number) => value.toFixed(0).padStart(5);

/** What the background does once after a browser has started, as the backup of the day, is over by then. */
const QUIET_MS = 6_000;

async function measure(session: ChromiumSession, origin: string, count: number): Promise<void> {
  const article = await session.context.newPage();
  await article.goto(`${origin}/harbour-talks.html`);
  await until('the marks', () => article.evaluate(() => CSS.highlights.size > 0), 20_000);
  const tab = await session.tabId(article);
  await new Promise((wake) => setTimeout(wake, QUIET_MS));
  for (const [name, path, steps] of SURFACES) {
    const [file, hash] = path.split('#');
    const url = session.extensionUrl(`${file}?tab=${tab}${hash ? `#${hash}` : ''}`);
    const opened: Readonly<Record<string, number>>[] = [];
    for (let n = 0; n < OPENS; n++) opened.push(await openOnce(session, url, steps));
    const parts = Object.keys(steps).flatMap((step, at, all) =>
      at < all.length - 1 ? [step] : [step, `${step}, drawn`],
    );
    for (const part of parts) {
      const [first, ...rest] = opened.map((times) => times[part] ?? Number.NaN);
      const sorted = rest.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
      console.log(
        `${String(count).padStart(7)}  ${name.padEnd(16)}${part.padEnd(26)}first ${ms(first!)}  p50 ${ms(at(0.5))}  most ${ms(at(1))}`,
      );
    }
  }
  await article.close();
}

const site = await openSite();
const folder = values.profiles ?? (await mkdtemp(join(tmpdir(), 'pressmark-surfaces-')));
console.log('  notes  surface         step                      milliseconds from navigation');
for (const count of values.notes.split(',').map(Number)) {
  const profile = join(folder, String(count));
  const filling = await launchChromium({ profile });
  await fill(filling, count);
  await filling.close();
  if (values.fill) continue;
  // A browser of its own, as on another day: what filling left in memory is gone.
  const session = await launchChromium({ profile });
  await measure(session, site.origin, count);
  await session.close();
}
await site.close();
if (!values.profiles) await rm(folder, { recursive: true, force: true });
