import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import type { Mapped } from '../../tests/bench/article-in-page';
import { bundleArticleEngine } from '../../tests/support/article-engine';
import { serve } from '../../tests/support/serve';
import { ensureBrowser } from '../browsers';
import { type DevPage, readDevFile } from '../train/article-data';

const NAME = 'articleBench';

// The page's own scripts must not run (they would ask other servers), but scripting must be on, as it is for readers.
const NO_SCRIPTS = { 'content-security-policy': "script-src 'none'; frame-src 'none'" } as const;

/** What one page cost and gave. Milliseconds are of the page's main thread: `wall` by the clock, `cpu` without other load. */
interface Measured {
  readonly id: string;
  /** Making the script that all of this is in; in the extension it is two, and the smaller one is made on every page. */
  readonly made: Cost;
  /** A step that does nothing: what the browser needs to be asked. Taken off all others. */
  readonly nothing: Cost;
  readonly detect: Cost;
  /** The same once more, with warm code. */
  readonly detectAgain: Cost;
  /** Reading the page off and mapping the article to it. */
  readonly extract: Cost;
  /** Deciding, in the background, whose code is warm. */
  readonly decide: Cost;
  readonly mapped: Mapped;
  readonly retried: Mapped;
}

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/**
 * Runs the engine in real Chromium over `pages`, in an isolated world as content scripts do, each page just loaded and
 * its code cold; another tab decides for all of them, as the background does. Answers the lines of a report.
 */
export async function measureInChromium(pages: readonly DevPage[]): Promise<readonly string[]> {
  const script = await bundleArticleEngine(NAME);
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-bench-'));
  const site = await serve({ headers: NO_SCRIPTS });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium').path,
    headless: false,
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  try {
    const rows: Measured[] = [];
    site.set('/background.html', '<!doctype html><title>Background</title>');
    const background = await openWorld(await context.newPage(), `${site.origin}/background.html`, script);
    for (const [index, page] of pages.entries()) {
      const path = `/${index}.html`;
      site.set(path, readDevFile(page.file));
      const tab = await context.newPage();
      const world = await openWorld(tab, site.origin + path, script);
      rows.push(await measurePage(world, background, page));
      await tab.close();
    }
    return report(rows);
  } finally {
    await context.close();
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A page's isolated world with the engine in it. */
interface World {
  readonly made: Cost;
  /** @throws Error with what the page's code threw. */
  run(expression: string): Promise<unknown>;
  cost(step: string): Promise<Cost>;
}

async function openWorld(tab: Page, address: string, script: string): Promise<World> {
  await tab.goto(address, { waitUntil: 'domcontentloaded' });
  const cdp = await tab.context().newCDPSession(tab);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = async (expression: string): Promise<unknown> => {
    const answer = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  };
  const cost = async (step: string): Promise<Cost> => {
    const before = await threadTime(cdp);
    const timed = `(() => { const start = performance.now(); ${step}; return performance.now() - start; })()`;
    const wall = (await run(timed)) as number;
    return { wall, cpu: (await threadTime(cdp)) - before };
  };
  const before = { wall: performance.now(), cpu: await threadTime(cdp) };
  await run(`${script}; globalThis.${NAME} = ${NAME}; 0`);
  const made = { wall: performance.now() - before.wall, cpu: (await threadTime(cdp)) - before.cpu };
  return { made, run, cost };
}

async function measurePage(page: World, background: World, { id, url }: DevPage): Promise<Measured> {
  const address = JSON.stringify(url);
  // The first question of all takes the browser longer.
  await page.cost('');
  const nothing = await page.cost('');
  const cost = async (world: World, step: string): Promise<Cost> => {
    const { wall, cpu } = await world.cost(step);
    return { wall, cpu: Math.max(0, cpu - nothing.cpu) };
  };
  const detect = await cost(page, `${NAME}.verdict(${address})`);
  const detectAgain = await cost(page, `${NAME}.verdict(${address})`);
  const look = await cost(page, `${NAME}.look(${address})`);
  await background.run(`globalThis.message = ${String(await page.run(`${NAME}.sent()`))}; 0`);
  const decide = await cost(background, `globalThis.decision = ${NAME}.decide(message)`);
  await page.run(`globalThis.decision = ${String(await background.run('decision'))}; 0`);
  const assemble = await cost(page, `${NAME}.assemble(decision, ${address})`);
  return {
    id,
    made: page.made,
    nothing,
    detect,
    detectAgain,
    extract: { wall: look.wall + assemble.wall, cpu: look.cpu + assemble.cpu },
    decide,
    mapped: (await page.run(`${NAME}.mapped()`)) as Mapped,
    retried: (await page.run(`${NAME}.retried()`)) as Mapped,
  };
}

/** CPU time of the page's main thread so far, in milliseconds. */
async function threadTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
}

function report(rows: readonly Measured[]): string[] {
  const line = (name: string, costOf: (row: Measured) => Cost) => {
    const part = (key: keyof Cost) => {
      const sorted = rows.map((row) => costOf(row)[key]).sort((a, b) => a - b);
      const at = (share: number) =>
        (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
      return `p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)}`;
    };
    return `   ${name.padEnd(26)} cpu ms ${part('cpu')}   by the clock ${part('wall')}`;
  };
  const both = ({ detect, extract, decide }: Measured): Cost => ({
    wall: detect.wall + extract.wall + decide.wall,
    cpu: detect.cpu + extract.cpu + decide.cpu,
  });
  const slowest = rows.toSorted((a, b) => both(b).cpu - both(a).cpu).slice(0, 3);
  return [
    `== own, in Chromium, ${rows.length} pages, code cold`,
    line('detect', (row) => row.detect),
    line('   again, code warm', (row) => row.detectAgain),
    line('extract + map, in the page', (row) => row.extract),
    line('decide, in the background', (row) => row.decide),
    line('detect + extract + map', both),
    line('the whole script, made', (row) => row.made),
    line('taken off: the question', (row) => row.nothing),
    `   slowest: ${slowest.map((row) => `${row.id} ${both(row).cpu.toFixed(0)}`).join('  ')}`,
    share('article in live nodes', rows, (row) => row.mapped),
    share('region, all retries made', rows, (row) => row.retried),
  ];
}

function share(name: string, rows: readonly Measured[], of: (row: Measured) => Mapped): string {
  const all = rows.reduce((sum, row) => sum + of(row).all, 0);
  const live = rows.reduce((sum, row) => sum + of(row).live, 0);
  const torn = rows.filter((row) => of(row).live < of(row).all).map((row) => row.id);
  const which = torn.length > 0 ? `: ${torn.slice(0, 5).join(' ')}` : '';
  return `   ${name.padEnd(26)} ${((100 * live) / all).toFixed(3)} % of ${all} characters; not whole on ${torn.length} pages${which}`;
}
