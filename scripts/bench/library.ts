/**
 * `npm run bench -- library [--articles 5000] [--profile FOLDER [--fill]] [--only met]`, after `npm run build`: the library of the built
 * extension in real Chromium. How soon all articles are listed, how long finding what is in them takes, what opening, searching
 * and turning the pages of each list costs, and the longest task meanwhile. A profile that was filled with `--fill` (all found)
 * can be measured again and again.
 */
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { blockPrints } from '../../lib/anchoring/block-prints';
import type { ArticleRecord } from '../../lib/model/article';
import { articleRecord } from '../../lib/notes/article-record';
import { sha256 } from '../../lib/team/version-hash';
import { blocksOf } from '../../lib/text/blocks';
import { type ChromiumSession, launchChromium } from '../../tests/support/chromium';
import { seededRandom } from '../train/crf-random';
import { FIRST, LAST, NEWS, SUBJECTS } from './invented-news';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '5000' },
    profile: { type: 'string' },
    fill: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const COUNT = Number(values.articles);
const AT_ONCE = 1_000;
const QUIET_MS = 10_000;

const MADE = ['', 'son', 'ova', 'ez', 'ides'];
const DOUBLE = [
  '',
  '-Brook',
  '-Vale',
  '-Stone',
  '-Field',
  '-Ford',
  '-Hill',
  '-Lake',
  '-Marsh',
  '-Wood',
  '-Bay',
];

/** A short article of two claims; names and subjects return, as they do in the news. */
async function article(n: number): Promise<ArticleRecord> {
  const random = seededRandom(Math.imul(n + 1, 0x9e3779b1));
  const any = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  const pick = (from: readonly string[], step: number) => from[(n * step + (n >> 3)) % from.length]!;
  const name = () => `${any(FIRST)} ${any(LAST)}${any(MADE)}${any(DOUBLE)}`;
  const [speaker, other] = [name(), name()];
  const text = [
    `The ${pick(SUBJECTS, 1)} of district ${n} ${pick(NEWS, 1)}, ${speaker} said on Monday after the talks.`,
    `${other} said that ${speaker} had not read the report on the ${pick(SUBJECTS, 5)}.`,
  ].join('\n');
  const blocks = blocksOf(text);
  const day = new Date(Date.UTC(2020, 0, 1) + n * 3_600_000).toISOString();
  const extracted = {
    url: `https://news.example/${n}`,
    text,
    blocks,
    title: `Story ${n}: the ${pick(SUBJECTS, 1)}`,
    authors: [],
    siteName: `Paper ${n % 30}`,
    publishedTime: day,
    modifiedTime: null,
    section: null,
    lang: 'en',
    canonicalUrl: null,
    provenance: {},
  };
  return articleRecord(extracted, day, { hash: await sha256(text), skeleton: blockPrints(text, blocks) });
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const start = performance.now();
  await work();
  return `${Math.round(performance.now() - start)} ms`;
}

/** Asks the background from a page of the extension. */
async function ask<T>(page: Page, message: object): Promise<T> {
  const answer = await page.evaluate(
    (sent) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(sent),
    message,
  );
  return (answer as { value: T }).value;
}

async function fill(session: ChromiumSession): Promise<void> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('options.html'));
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, COUNT - from) }, (_, n) => from + n);
    const message = {
      type: 'notes.merge',
      annotations: [],
      articles: await Promise.all(numbers.map(article)),
    };
    await ask(page, message);
  }
  await page.close();
}

const ROWS = '.library-table tbody tr, .claim-rows li';
const NEXT = '.pages button:last-of-type';

/** In the page: the longest task of its main thread so far, by its own clock. As text: see surfaces.ts. */
const WATCH_TASKS = `{
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}`;

const MET = '.claim-place a[href*="#claims/one"]';

/** In the page: when the first rows stood, when the first of them was said to be met elsewhere, and when the last. */
const WATCH_MET = `{
  const met = (globalThis.met = [0, 0, 0]);
  let count = 0;
  new MutationObserver(() => {
    met[0] ||= document.querySelector('${ROWS}') ? performance.now() : 0;
    const now = document.querySelectorAll('${MET}').length;
    if (now === count) return;
    count = now;
    met[1] ||= performance.now();
    met[2] = performance.now();
  }).observe(document, { subtree: true, childList: true });
}`;

async function openTab(session: ChromiumSession, tab: string): Promise<Page> {
  const page = await session.context.newPage();
  await page.addInitScript(WATCH_TASKS);
  await page.goto(session.extensionUrl(`library.html#${tab}`));
  return page;
}

async function measureList(session: ChromiumSession, tab: string, query: string): Promise<void> {
  const page = await session.context.newPage();
  await page.addInitScript(WATCH_TASKS);
  const opened = await timed(async () => {
    await page.goto(session.extensionUrl(`library.html#${tab}`));
    await page.waitForSelector(ROWS);
  });
  const turned = await timed(async () => {
    const first = await page.locator(ROWS).first().textContent();
    await page.click(NEXT);
    await page.waitForFunction(([rows, text]) => document.querySelector(rows)?.textContent !== text, [
      ROWS,
      first,
    ] as const);
  });
  const before = await page.locator(ROWS).count();
  const searched = await timed(async () => {
    await page.fill('input[type=search]', query);
    await page.waitForFunction(([rows, count]) => document.querySelectorAll(rows).length < count, [
      ROWS,
      before,
    ] as const);
  });
  const longest = await page.evaluate<number>('globalThis.longest');
  console.log(
    `${tab}: opened in ${opened}, next page in ${turned}, searched for “${query}” in ${searched}; longest task ${longest.toFixed(0)} ms`,
  );
  await page.close();
}

async function measureOne(session: ChromiumSession, tab: string, link: string, shown: string): Promise<void> {
  const page = await openTab(session, tab);
  await page.waitForSelector(link);
  const opened = await timed(async () => {
    await page.locator(link).first().click();
    await page.waitForSelector(shown);
  });
  const longest = await page.evaluate<number>('globalThis.longest');
  console.log(`one of ${tab}: opened in ${opened}; longest task ${longest.toFixed(0)} ms`);
  await page.close();
}

/** How soon all claims of the first piece have been looked for in other articles, and what that costs the page. */
async function measureMet(session: ChromiumSession): Promise<void> {
  const page = await session.context.newPage();
  await page.addInitScript(WATCH_TASKS);
  await page.addInitScript(WATCH_MET);
  await page.goto(session.extensionUrl('library.html#claims'));
  const links = page.locator(MET);
  await links.first().waitFor({ timeout: 120_000 });
  for (let [before, now] = [-1, 0]; now !== before; ) {
    before = now;
    await page.waitForTimeout(2_000);
    now = await links.count();
  }
  const [rows, first, last] = await page.evaluate<number[]>('globalThis.met');
  const longest = await page.evaluate<number>('globalThis.longest');
  console.log(
    `where else: ${await links.count()} of a piece, the first ${(first! - rows!).toFixed(0)} ms after its rows, the last ${(last! - rows!).toFixed(0)} ms; longest task ${longest.toFixed(0)} ms`,
  );
  await page.close();
}

async function findEverything(session: ChromiumSession): Promise<void> {
  const library = await session.context.newPage();
  const listed = timed(async () => {
    await library.goto(session.extensionUrl('library.html#articles'));
    await library.waitForFunction(
      (count) => document.querySelector('.pages .status')?.textContent?.replace(/\D/g, '').endsWith(count),
      String(COUNT),
      { timeout: 600_000 },
    );
  });
  console.log(`${COUNT} articles: all listed after ${await listed}`);
  const found = await timed(async () => {
    // Asked as the library itself asks: what it shows of the progress comes only after the first answer.
    for (let left = 1; left > 0; ) {
      const { done, total } = await ask<{ done: number; total: number }>(library, {
        type: 'library.index',
        looksAnew: false,
      });
      left = total - done;
    }
  });
  console.log(`findings complete after another ${found}`);
  await library.close();
}

const session = await launchChromium(values.profile === undefined ? {} : { profile: values.profile });
if (values.fill || values.profile === undefined) {
  await fill(session);
  await findEverything(session);
}
if (values.only === 'met') {
  // What the background does once after a start, and the library's first look at all articles, are over by then.
  const before = await openTab(session, 'articles');
  await before.waitForTimeout(QUIET_MS);
  await before.close();
  await measureMet(session);
} else if (!values.fill) {
  await measureList(session, 'articles', `story ${COUNT - 7}`);
  await measureList(session, 'actors', 'quis kof');
  await measureList(session, 'claims', `district ${COUNT - 7}`);
  await measureOne(session, 'actors', '.library-table a.title', '.claim-rows li');
  await measureMet(session);
  await measureOne(session, 'claims', '.claim-place a[href*="#claims/one"]', '.side-by-side');
}
await session.close();
