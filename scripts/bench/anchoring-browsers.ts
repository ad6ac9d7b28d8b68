/**
 * `npm run bench -- anchoring-browsers [--browsers chromium,firefox]`: 500 notes on 100,000 characters found again by the
 * shipped code in the real browsers (`$PRESSMARK_DATA/../bench/anchoring` has the pages), after no, light and medium edits:
 * milliseconds until all are found, and the longest stretch in which nothing else could run.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { AnchoringInput, AnchoringMeasured } from '../../tests/bench/anchoring-in-page';
import { launchChromium } from '../../tests/support/chromium';
import { launchFirefox } from '../../tests/support/firefox';
import { serve } from '../../tests/support/serve';
import { until } from '../../tests/support/surfaces';
import { BENCH, EDITS, edited, hashOf, longText, NOTES, notesOn } from './many-notes';

const READ = "sessionStorage.getItem('measured')";
const parse = (kept: string | null) => (kept === null ? null : (JSON.parse(kept) as AnchoringMeasured[]));
const within = 80_000;

async function pageOf(): Promise<string> {
  const text = await longText();
  const texts = Object.entries(EDITS).map(([name, share]) => {
    const now = edited(text, share);
    return { name, text: now, hash: hashOf(now) };
  });
  const input: AnchoringInput = { made: { hash: hashOf(text), text }, targets: notesOn(text), texts };
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/anchoring-in-page.ts'],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
  });
  const data = JSON.stringify(input).replaceAll('<', '\\u003c');
  return `<!doctype html><meta charset="utf-8"><title>Notes</title><script id="data" type="application/json">${data}</script>
    <script>${outputFiles[0]!.text.replaceAll('</script', '<\\/script')}</script>`;
}

async function inChromium(url: string): Promise<AnchoringMeasured[]> {
  const session = await launchChromium();
  try {
    const tab = await session.context.newPage();
    await tab.goto(url);
    return await until('the notes', async () => parse(await tab.evaluate<string | null>(READ)), within);
  } finally {
    await session.close();
  }
}

async function inFirefox(url: string): Promise<AnchoringMeasured[]> {
  // Whole milliseconds, the clock that pages get, are too coarse for what is measured.
  const session = await launchFirefox({ preferences: { 'privacy.reduceTimerPrecision': false } });
  try {
    await session.openTab(url);
    return await until(
      'the notes',
      async () => parse(await session.run<string | null>(`return ${READ};`)),
      within,
    );
  } finally {
    await session.close();
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { browsers: { type: 'string', default: 'chromium,firefox' } } });
  if (!existsSync(BENCH)) {
    console.error(`No benchmark at ${BENCH}: set PRESSMARK_DATA to the folder with the development data.`);
    return 1;
  }
  const site = await serve({ pages: { '/notes.html': await pageOf() } });
  try {
    for (const browser of values.browsers.split(',')) {
      console.log(`\n== ${NOTES} notes in ${browser}, milliseconds`);
      const measured = await (browser === 'firefox' ? inFirefox : inChromium)(`${site.origin}/notes.html`);
      for (const { name, all, longest, found } of measured) {
        const [least, middle, most] = [0, 0.5, 1].map((share) => {
          const sorted = all.toSorted((a, b) => a - b);
          return sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(0).padStart(5);
        });
        console.log(
          `${name.padEnd(14)} least ${least}  p50 ${middle}  most ${most}   longest stretch ${longest.toFixed(0)}   found ${found}`,
        );
      }
    }
  } finally {
    await site.close();
  }
  return 0;
}

process.exitCode = await main();
