/**
 * `npm run bench -- store [--sizes 1000,10000,100000,250000] [--firefox 100000]`: the store that ships, in real Chromium
 * (and Firefox), as it grows: fill, cold open, list of a page, search, save, export, size on disk, heap. Seeded.
 * `--restore 250000 --import 60000`: instead of that, a backup of so many notes restored and a file of so many imported by the
 * built extension in Chromium (`npm run build` first).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { launchFirefox } from '../../tests/support/firefox';
import { serve } from '../../tests/support/serve';
import { ensureBrowser } from '../browsers';
import { takeIn } from './store-take-in';

const NAME = 'storeBench';
const SEED = 20261127;
const PIECE = 5000;

/** Evaluates an expression in the page; promises are waited for. */
type Run = <T>(expression: string) => Promise<T>;

interface Quantiles {
  readonly p50: number;
  readonly p95: number;
}

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,250000' },
    firefox: { type: 'string', default: '100000' },
    restore: { type: 'string', default: '' },
    import: { type: 'string', default: '' },
  },
});
const numbers = (list: string): number[] => list.split(',').filter(Boolean).map(Number);

async function bundled(): Promise<string> {
  const bundle = await build({
    entryPoints: ['tests/bench/store-in-page.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: NAME,
  });
  return bundle.outputFiles[0]!.text;
}

/** What the memory of the page's scripts holds, bytes; null where the browser does not say. */
type Heap = (isCollected: boolean) => Promise<number | null>;

/** Name of a figure → what it is at one size, as text. */
type Figures = Readonly<Record<string, string>>;

/** The most that memory holds while something goes on, garbage included. */
async function watched<T>(work: Promise<T>, heap: Heap): Promise<{ value: T; peak: number | null }> {
  const state = { isOver: false };
  let peak: number | null = null;
  const watching = (async () => {
    while (!state.isOver) {
      const now = await heap(false);
      if (now !== null) peak = Math.max(peak ?? 0, now);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  const value = await work.finally(() => {
    state.isOver = true;
  });
  await watching;
  return { value, peak };
}

async function fill(run: Run, from: number, to: number): Promise<Figures> {
  const sum = { import: 0, index: 0 };
  // In pieces: a browser's driver gives no script more than some minutes.
  for (let start = from; start < to; start += PIECE) {
    const end = Math.min(to, start + PIECE);
    const piece = await run<typeof sum>(`${NAME}.fill(${start}, ${end}, ${SEED})`);
    sum.import += piece.import;
    sum.index += piece.index;
  }
  const each = (all: number) => ((1000 * all) / (to - from)).toFixed(0);
  return { 'fill / index, ms a thousand': `${each(sum.import)} / ${each(sum.index)}` };
}

async function ask(run: Run, size: number): Promise<Figures> {
  const open = await run<number>(`${NAME}.coldOpen(${size})`);
  const q = async (name: string, args = '') => {
    const { p50, p95 } = await run<Quantiles>(`${NAME}.${name}(${args})`);
    return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
  };
  return {
    'cold open, ms': open.toFixed(0),
    'list of a page, p50 / p95 ms': await q('pageList', String(size)),
    'last 200 notes': await q('recentList'),
    search: await q('search'),
    save: await q('save', String(size)),
    'one bare row': await q('bareWrite'),
  };
}

const MB = (bytes: number | null) => (bytes === null ? '–' : (bytes / 1e6).toFixed(1));

/** Measures every size on the way to the largest one. */
async function measure(browser: string, run: Run, sizes: readonly number[], heap: Heap): Promise<void> {
  const columns: Figures[] = [];
  let filled = 0;
  for (const size of sizes) {
    const filling = await fill(run, filled, size);
    filled = size;
    const answers = await ask(run, size);
    const atRest = await heap(true);
    const exporting = run<{ read: number; write: number; bytes: number }>(`${NAME}.exportAll()`);
    const { value: file, peak } = await watched(exporting, heap);
    const figures: Figures = {
      ...filling,
      ...answers,
      'export: read / write, s': `${(file.read / 1000).toFixed(1)} / ${(file.write / 1000).toFixed(1)}`,
      'export: file, MB': MB(file.bytes),
      'export: peak of the heap, MB': MB(peak),
      'heap at rest, MB': MB(atRest),
      'on the disk, MB': MB(await run<number>(`${NAME}.used()`)),
    };
    columns.push(figures);
    const said = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
    console.log(`${browser} ${size} notes · ${said.join(' · ')}`);
  }
  console.log(`\n| ${browser}, notes | ${sizes.join(' | ')} |\n|${' --- |'.repeat(sizes.length + 1)}`);
  for (const name of Object.keys(columns[0] ?? {}))
    console.log(`| ${name} | ${columns.map((column) => column[name]).join(' | ')} |`);
}

async function inChromium(script: string, sizes: readonly number[]): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-store-'));
  const site = await serve();
  site.set('/store.html', '<!doctype html><title>Store</title>');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium').path,
    headless: false,
    args: ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/store.html`);
    await page.evaluate(`${script}; globalThis.${NAME} = ${NAME}; 0`);
    const cdp = await context.newCDPSession(page);
    const heap: Heap = async (isCollected) => {
      if (isCollected) await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    };
    await measure('Chromium', (expression) => page.evaluate(expression), sizes, heap);
  } finally {
    await context.close();
    await site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inFirefox(script: string, sizes: readonly number[]): Promise<void> {
  const site = await serve();
  site.set('/store.html', `<!doctype html><title>Store</title><script>${script}</script>`);
  const firefox = await launchFirefox();
  try {
    await firefox.marionette.send('WebDriver:SetTimeouts', { script: 1_200_000 });
    await firefox.goto(`${site.origin}/store.html`);
    const run: Run = async <T>(expression: string): Promise<T> => {
      const { value } = await firefox.marionette.send<{ value: { ok?: T; error?: string } }>(
        'WebDriver:ExecuteAsyncScript',
        {
          script: `const done = arguments[0]; const bench = window.wrappedJSObject ?? window;
            Promise.resolve(bench.eval(${JSON.stringify(expression)})).then((ok) => done({ ok }), (e) => done({ error: String(e) }));`,
          args: [],
          newSandbox: true,
          sandbox: null,
        },
      );
      if (value.error) throw new Error(value.error);
      return value.ok as T;
    };
    await measure('Firefox', run, sizes, async () => null);
  } finally {
    await firefox.close();
    await site.close();
  }
}

async function measureGrowth(): Promise<void> {
  const script = await bundled();
  if (numbers(options.sizes).length > 0) await inChromium(script, numbers(options.sizes));
  if (numbers(options.firefox).length > 0) await inFirefox(script, numbers(options.firefox));
}

if (options.restore || options.import) {
  await takeIn(numbers(options.restore), numbers(options.import));
} else await measureGrowth();
