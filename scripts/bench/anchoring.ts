/**
 * `npm run bench -- anchoring [--seeds 5-9] [--per N] [--pages N] [--engines pressmark,approx-string-match,first-exact]`: passages
 * of real pages found again after sixteen kinds of edits (`$PRESSMARK_DATA/../bench/anchoring`, development pages), own engine
 * beside the best approximate match and the first exact one; then 500 notes on 100,000 characters, and the size of a selector.
 * These are the pages that the engine was made with, and which seeds its settings were chosen on was not written down: read the
 * figures as those of development.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { anchorSteps, type IdentifiedTarget } from '../../lib/anchoring/find-targets';
import { PageIndex } from '../../lib/anchoring/page-index';
import { blocksOf } from '../../lib/text/blocks';
import { runLocal } from '../local-command';
import { BENCH, EDITS, edited, hashOf, longText, NOTES, notesOn } from './many-notes';

const MODULE = path.resolve('tests/bench/anchoring-baselines.mjs');

/** Milliseconds of CPU for all notes, the longest stretch without a break, and how many were found. */
function anchorAll(text: string, targets: readonly IdentifiedTarget[], made: string): string {
  const kept = [{ hash: hashOf(made), text: made, blocks: blocksOf(made) }];
  const cpu = process.cpuUsage();
  let since = performance.now();
  let longest = 0;
  const steps = anchorSteps(new PageIndex(text, blocksOf(text)), hashOf(text), targets, kept);
  for (;;) {
    const step = steps.next();
    longest = Math.max(longest, performance.now() - since);
    since = performance.now();
    if (!step.done) continue;
    const { user, system } = process.cpuUsage(cpu);
    const found = step.value.filter(({ state }) => state !== 'gone' && state !== 'uncertain').length;
    return `${((user + system) / 1000).toFixed(0).padStart(6)} ms of CPU, longest step ${longest.toFixed(0)} ms, ${found} of ${NOTES} found`;
  }
}

async function speed(): Promise<void> {
  const text = await longText();
  const targets = notesOn(text);
  console.log(`\n== ${NOTES} notes on ${text.length} characters`);
  anchorAll(edited(text, 0.01), targets, text);
  for (const [name, share] of Object.entries(EDITS)) {
    console.log(`${name.padEnd(14)}${anchorAll(edited(text, share), targets, text)}`);
  }
  const sizes = targets.map(({ target }) => JSON.stringify(target).length).sort((a, b) => a - b);
  console.log(`size of a selector: median ${sizes[NOTES / 2]} bytes of JSON`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '5-5' },
      per: { type: 'string' },
      pages: { type: 'string' },
      engines: { type: 'string', default: 'pressmark,approx-string-match,first-exact' },
    },
  });
  if (!existsSync(BENCH)) {
    console.error(`No benchmark at ${BENCH}: set PRESSMARK_DATA to the folder with the development data.`);
    return 1;
  }
  const options = [
    '--module',
    MODULE,
    '--adapters',
    values.engines,
    '--split',
    'dev',
    '--seeds',
    values.seeds,
  ];
  if (values.per) options.push('--per', values.per);
  if (values.pages) options.push('--pages', values.pages);
  const { code } = await runLocal('tsx', [BENCH, ...options], { show: true, minutes: 110 });
  if (code === 0) await speed();
  return code;
}

process.exitCode = await main();
