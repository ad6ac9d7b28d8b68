/**
 * `npm run bench -- marks [--browsers chromium,firefox]`: what marks cost on a page of 60,000 characters, in the real
 * browsers: painting and taking away 500 and 2,000 of them (the shipped code as a content script of an extension of its
 * own), looking one up, changes of the page outside of our host, and layout shift. Fails where the page was changed, moved,
 * or a look-up was wrong.
 */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { MarksMeasured, PageSaw } from '../../tests/bench/marks-measured';
import { launchChromium } from '../../tests/support/chromium';
import { firefoxMissing, launchFirefox } from '../../tests/support/firefox';
import { serve } from '../../tests/support/serve';
import { until } from '../../tests/support/surfaces';
import { seededRandom } from '../train/crf-random';

const COUNTS = [500, 2000];
const PARAGRAPHS = 150;
const RESULT = 'bench-result';
const FIREFOX_ID = 'bench-marks@pressmark.invalid';
const WORDS =
  'harbour council minister said region border talks report village winter budget weeks river trade company officials agreed strike market vote bridge union letter judge museum train doctor teacher police border evening'.split(
    ' ',
  );

/** The page's own half: it watches itself, and keeps what it saw where both drivers can read it. */
const WATCH = `
  const records = [];
  const changes = new MutationObserver((some) => records.push(...some));
  let shift = null, displaced = 0, before = '';
  const places = () => [...document.querySelectorAll('h1, p')].map((each) => {
    const box = each.getBoundingClientRect();
    return [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round).join(' ');
  });
  const compare = () => { const now = places(); displaced += now.filter((place, i) => place !== before[i]).length; };
  addEventListener('bench-ready', () => {
    before = places();
    changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      shift = 0;
      new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: 'layout-shift' });
    }
    const detail = new URLSearchParams(location.search).get('marks');
    dispatchEvent(new CustomEvent('bench-begin', { detail }));
  });
  addEventListener('bench-painted', compare);
  addEventListener('bench-done', ({ detail }) => {
    compare();
    const isHost = ({ target, type, addedNodes, removedNodes }) => type === 'childList' &&
      target === document.documentElement && removedNodes.length === 0 && addedNodes.length === 1 && addedNodes[0].localName === 'div';
    records.push(...changes.takeRecords());
    const hosts = records.filter(isHost).length;
    const found = { measured: JSON.parse(detail), mutations: records.length - hosts, hosts, shift, displaced };
    setTimeout(() => sessionStorage.setItem('${RESULT}', JSON.stringify({ ...found, shift })), 300);
  });
`;

function pageOf(random: () => number): string {
  const word = () => WORDS[Math.floor(random() * WORDS.length)]!;
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => {
    const text = Array.from({ length: 60 }, word).join(' ');
    return `<p>${text[0]!.toUpperCase()}${text.slice(1)}.</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Marks</title>
    <style>body { max-width: 40em; margin: 2em auto; font: 17px/1.6 serif }</style>
    <h1>A page to be marked</h1>${paragraphs.join('\n')}<script>${WATCH}</script></html>`;
}

/** An extension of one content script: the marks as they are shipped, and what calls and times them. */
async function makeExtension(folder: string): Promise<void> {
  await mkdir(folder);
  await build({
    entryPoints: ['tests/bench/marks-in-page.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    outfile: join(folder, 'content.js'),
  });
  await copyFile('entrypoints/marks.css', join(folder, 'marks.css'));
  await writeFile(join(folder, 'background.js'), '');
  const manifest = {
    manifest_version: 3,
    name: 'Bench of marks',
    version: '1',
    background: { service_worker: 'background.js', scripts: ['background.js'] },
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'], css: ['marks.css'] }],
    browser_specific_settings: { gecko: { id: FIREFOX_ID } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

/** A browser with that extension: goes to an address and answers what the page has kept there. */
interface Driven {
  readonly name: string;
  measure(url: string): Promise<PageSaw>;
  close(): Promise<unknown>;
}

const READ = `sessionStorage.getItem('${RESULT}')`;
const parse = (kept: string | null) => (kept === null ? null : (JSON.parse(kept) as PageSaw));

async function driveChromium(extension: string): Promise<Driven> {
  const session = await launchChromium({ extension });
  return {
    name: `Chromium ${session.context.browser()?.version() ?? ''}`,
    measure: async (url) => {
      const tab = await session.context.newPage();
      await tab.goto(url);
      const saw = await until(
        'the marks',
        async () => parse(await tab.evaluate<string | null>(READ)),
        60_000,
      );
      await tab.close();
      return saw;
    },
    close: session.close,
  };
}

async function driveFirefox(extension: string): Promise<Driven> {
  // Whole milliseconds, the clock that pages get, are too coarse for what is measured.
  const session = await launchFirefox({ extension, preferences: { 'privacy.reduceTimerPrecision': false } });
  const version = await session.chrome<string>('arguments[arguments.length - 1](Services.appinfo.version);');
  return {
    name: `Firefox ${version}`,
    measure: async (url) => {
      await session.openTab(url);
      return until(
        'the marks',
        async () => parse(await session.run<string | null>(`return ${READ};`)),
        60_000,
      );
    },
    close: session.close,
  };
}

function line(name: string, values: readonly number[], digits = 1): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(digits);
  const part = (word: string, share: number) => `${word} ${at(share).padStart(6)}`;
  return `   ${name.padEnd(34)} ${part('least', 0)}  ${part('p50', 0.5)}  ${part('p95', 0.95)}`;
}

function report({ count, took, queries, wrong }: MarksMeasured, saw: PageSaw): string[] {
  return [
    `   ${count} marks, ${took.paint.length} rounds, milliseconds`,
    line('live ranges of the marks', took.ranges),
    line('paint what is in view', took.paint),
    line('   with the frame it is drawn in', took.paintFrame),
    line('   a frame without change', took.emptyFrame),
    line('paint the rest, after that', took.rest),
    line('   the longest stretch of it', took.longest),
    line('paint over what is there', took.again),
    line('take away', took.unpaint),
    line('   with the frame', took.unpaintFrame),
    line('what is under the pointer, a query', took.hit, 3),
    `   of ${queries} queries wrong ${wrong}; mutations outside the host ${saw.mutations} (hosts added ${saw.hosts}); layout shift ${saw.shift ?? 'not reported'}; boxes displaced ${saw.displaced}`,
  ];
}

async function measureIn({ name, measure, close }: Driven, origin: string): Promise<boolean> {
  let isClean = true;
  try {
    console.log(`\n== ${name}`);
    for (const count of COUNTS) {
      const saw = await measure(`${origin}/page.html?marks=${count}`);
      if ('error' in saw.measured) throw new Error(saw.measured.error);
      console.log(report(saw.measured, saw).join('\n'));
      isClean &&= saw.mutations + saw.displaced + (saw.shift ?? 0) + saw.measured.wrong === 0;
    }
  } finally {
    await close();
  }
  return isClean;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { browsers: { type: 'string', default: 'chromium,firefox' } } });
  const scratch = await mkdtemp(join(tmpdir(), 'pressmark-marks-'));
  const extension = join(scratch, 'extension');
  const page = pageOf(seededRandom(20261127));
  const site = await serve({ pages: { '/page.html': page } });
  let isClean = true;
  try {
    await makeExtension(extension);
    if (values.browsers.includes('chromium')) {
      isClean = await measureIn(await driveChromium(extension), site.origin);
    }
    if (values.browsers.includes('firefox')) {
      const missing = firefoxMissing();
      if (missing) console.log(`\n== Firefox skipped: ${missing}`);
      else isClean = (await measureIn(await driveFirefox(extension), site.origin)) && isClean;
    }
  } finally {
    await site.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
  return isClean ? 0 : 1;
}

process.exitCode = await main();
