/**
 * `npm run bench -- store [--sizes 1000,10000,100000,250000] [--firefox 100000]`: the store that ships, in real Chromium
 * (and Firefox), as it grows: fill, cold open, list of a page, search, save, export, size on disk, heap. Seeded.
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

/** Measures every size on the way to the largest one. */
async function measure(
  browser: string,
  run: Run,
  sizes: readonly number[],
  heap: () => Promise<number | null>,
) {
  let filled = 0;
  for (const size of sizes) {
    const fill = { import: 0, index: 0 };
    // In pieces: a browser's driver gives no script more than some minutes.
    for (let from = filled; from < size; from += PIECE) {
      const to = Math.min(size, from + PIECE);
      const piece = await run<typeof fill>(`${NAME}.fill(${from}, ${to}, ${SEED})`);
      fill.import += piece.import;
      fill.index += piece.index;
    }
    const added = size - filled;
    filled = size;
    const q = (name: string, args = '') => run<Quantiles>(`${NAME}.${name}(${args})`);
    const open = await run<number>(`${NAME}.coldOpen(${size})`);
    const [page, recent, search, save] = [
      await q('pageList', String(size)),
      await q('recentList'),
      await q('search'),
      await q('save', String(size)),
    ];
    const bare = await q('bareWrite');
    const exported = await run<{ ms: number; characters: number }>(`${NAME}.exportAll()`);
    const bytes = await run<number>(`${NAME}.used()`);
    const heapBytes = await heap();
    const two = ({ p50, p95 }: Quantiles) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
    console.log(
      [
        `${browser} ${size} notes`,
        `fill ${((1000 * fill.import) / added).toFixed(0)} ms and index ${((1000 * fill.index) / added).toFixed(0)} ms a thousand`,
        `cold open ${open.toFixed(0)} ms`,
        `page list ${two(page)}`,
        `recent 200 ${two(recent)}`,
        `search ${two(search)}`,
        `save ${two(save)} (one bare row ${two(bare)})`,
        `export ${exported.ms.toFixed(0)} ms, ${(exported.characters / 1e6).toFixed(1)} M characters`,
        `disk ${(bytes / 1e6).toFixed(1)} MB`,
        ...(heapBytes === null ? [] : [`heap ${(heapBytes / 1e6).toFixed(1)} MB`]),
      ].join(' · '),
    );
  }
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
    const heap = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
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

const script = await bundled();
await inChromium(script, numbers(options.sizes));
if (numbers(options.firefox).length > 0) await inFirefox(script, numbers(options.firefox));
