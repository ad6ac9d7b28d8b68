import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from '@playwright/test';
import { type Served, serve } from '../../tests/support/serve';
import { ensureBrowser } from '../browsers';
import { type DevPage, readDevFile } from '../train/article-data';
import { type MainThread, mainThreadOf, type TraceEvent } from './article-trace';

// The page's own scripts and what it would load from elsewhere are no part of the question.
const STILL = {
  'content-security-policy': "script-src 'none'; frame-src 'none'; img-src 'none'; style-src 'unsafe-inline'",
} as const;
const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const SETTLED_MS = 400;
const LARGE_SETTLED_MS = 20_000;
const INSTALLED_MS = 3_000;
const LARGE_NODES = 200_000;

/** A page to be opened: where it seems to stand, and its source. */
interface Opened {
  readonly id: string;
  readonly url: string;
  readonly source: string;
}

interface Cost extends MainThread {
  readonly id: string;
}

const NEAR_EMPTY: Opened = {
  id: 'near-empty',
  url: 'https://www.example.com/',
  source: `<!doctype html><html lang="en"><title>Example</title><h1>Example</h1><p>This name is for use in documents. <a href="/more">More</a></p>`,
};

/**
 * What the built extension costs a page that is no article, in real Chromium: thread time from the browser's own trace,
 * which other load does not disturb. Every page stands on a site of its own, so its process and all code are new. Beside it
 * the same pages without any extension, and with one that makes a shadow root on each page and does nothing else.
 */
export async function measureCost(pages: readonly DevPage[]): Promise<readonly string[]> {
  const opened = pages.map(({ id, url, file }) => ({ id, url, source: readDevFile(file) }));
  const site = await serve({ headers: STILL });
  const bare = await writeBareExtension();
  const own = resolve('.output/chrome-mv3');
  try {
    const costs = {
      none: await visitAll([NEAR_EMPTY, ...opened], site, null),
      bare: await visitAll([NEAR_EMPTY, ...opened], site, bare),
      own: await visitAll([NEAR_EMPTY, ...opened], site, own),
    };
    const large = await visitAll([largePage('article'), largePage('list')], site, own, LARGE_SETTLED_MS);
    return [...report(costs), ...large.flatMap(reportLarge)];
  } finally {
    await site.close();
    await rm(bare, { recursive: true });
  }
}

async function visitAll(
  pages: readonly Opened[],
  site: Served,
  extension: string | null,
  settled = SETTLED_MS,
): Promise<readonly Cost[]> {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-cost-'));
  const context = await launch(profile, extension);
  try {
    // At install the extension opens its welcome page and reads in its models.
    await new Promise((done) => setTimeout(done, INSTALLED_MS));
    await visit(context, site, { ...NEAR_EMPTY, url: 'https://first.example.com/' }, settled);
    const costs: Cost[] = [];
    for (const page of pages) costs.push({ id: page.id, ...(await visit(context, site, page, settled)) });
    return costs;
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

function launch(profile: string, extension: string | null): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium').path,
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP *.test 127.0.0.1, MAP * ~NOTFOUND',
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
  });
}

async function visit(
  context: BrowserContext,
  site: Served,
  page: Opened,
  settled: number,
): Promise<MainThread> {
  const { hostname, pathname } = new URL(page.url);
  site.set(pathname, page.source);
  const address = `http://${hostname}.test:${new URL(site.origin).port}${pathname}`;
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  const stop = await startTrace(cdp);
  await tab.goto(address, { waitUntil: 'load' });
  // The detector waits until the browser is idle. Nothing tells when it is through, which is the point of it.
  await new Promise((done) => setTimeout(done, settled));
  const events = await stop();
  await tab.close();
  return mainThreadOf(events, address);
}

async function startTrace(cdp: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories: CATEGORIES.join(',') });
  return async () => {
    const complete = new Promise<void>((done) => cdp.once('Tracing.tracingComplete', () => done()));
    await cdp.send('Tracing.end');
    await complete;
    return events;
  };
}

/** An extension that does no more than a shadow root of its own takes: the least that any of this kind costs. */
async function writeBareExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-bare-script-'));
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    content_scripts: [{ matches: ['http://*/*'], js: ['bare.js'], run_at: 'document_idle' }],
  };
  const script = `const host = document.createElement('div');
host.attachShadow({ mode: 'closed' }).append(document.createElement('p'));
document.documentElement.append(host);`;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'bare.js'), script);
  return folder;
}

/** A page of 200,000 nodes: one story of that length, or a list of as many short things. */
function largePage(kind: 'article' | 'list'): Opened {
  const sentence = 'The council said on Monday that the harbour would stay open until the talks have ended. ';
  const paragraph = `<p>${sentence.repeat(3)}<b>It</b> was <i>late</i>.</p>`;
  const item = '<li><a href="/x">Thing</a> <span>one</span></li>';
  const head =
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-01">';
  // Elements and texts: eight in a paragraph, six in an item.
  const body =
    kind === 'article'
      ? `<article><h1>Harbour talks go on for another week</h1>${paragraph.repeat(LARGE_NODES / 8)}</article>`
      : `<ul>${item.repeat(LARGE_NODES / 6)}</ul>`;
  return {
    id: `${LARGE_NODES} nodes, ${kind}`,
    url: `https://${kind}.example.com/news/harbour-talks-go-on-for-another-week`,
    source: `<!doctype html><html lang="en"><title>Harbour talks</title>${kind === 'article' ? head : ''}${body}`,
  };
}

function report(costs: Readonly<Record<'none' | 'bare' | 'own', readonly Cost[]>>): string[] {
  const line = (name: string, list: readonly number[]) => {
    const sorted = list.toSorted((a, b) => a - b);
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1);
    return `   ${name.padEnd(44)} p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}`;
  };
  const more = (key: 'bare' | 'own') => costs[key].map(({ all }, i) => all - costs.none[i]!.all).slice(1);
  const [tiny, ...own] = costs.own;
  const bare = costs.bare.slice(1);
  return [
    `== own, built, in Chromium: ${own.length} pages that are no article, each in a new process, thread ms by trace`,
    line(
      'our script in all',
      own.map(({ start, look }) => start + look),
    ),
    line(
      '   made and begun',
      own.map(({ start }) => start),
    ),
    line(
      '   the look',
      own.map(({ look }) => look),
    ),
    line(
      'a bare shadow root, its script',
      bare.map(({ start, look }) => start + look),
    ),
    line('the whole page, more than without: ours', more('own')),
    line('the whole page, more than without: a bare one', more('bare')),
    `   near-empty page: our script ${(tiny!.start + tiny!.look).toFixed(1)} (made and begun ${tiny!.start.toFixed(1)}), ` +
      `the whole page ${(tiny!.all - costs.none[0]!.all).toFixed(1)} more than without; a bare one ${(costs.bare[0]!.all - costs.none[0]!.all).toFixed(1)}`,
  ];
}

function reportLarge({ id, start, look, longest, isRead }: Cost): string[] {
  const what = isRead ? 'looked at and read' : 'looked at only';
  return [
    `   ${id}, ${what}: our scripts ${(start + look).toFixed(0)}, the longest call ${longest.toFixed(0)}`,
  ];
}
