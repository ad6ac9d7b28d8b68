/**
 * `npm run bench -- actors [--model FILE] [--no-browser]`: on the held-back documents of every source, own engine beside
 * compromise and wink-nlp: F1 by type and of spans alone (the scorer's columns), grouping, milliseconds for 800 words, size,
 * and how long the model takes to load in the service worker of a real Chromium. FILE stands in for the shipped model.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadActorModel } from '../../lib/actors/actor-model';
import { runLocal } from '../local-command';
import { confidenceLines } from './actors-confidence';
import { loadTimes } from './model-load';

const DATA = process.env['PRESSMARK_DATA'] ?? '../shared/data';
const BENCH = path.join(DATA, '..', 'bench', 'actors');
const ENGINES: Readonly<Record<string, string>> = {
  own: 'tests/bench/actors-module.mjs',
  compromise: 'tests/bench/actors-compromise.mjs',
  wink: 'tests/bench/actors-wink.mjs',
};
const WORDS = 800;

interface Engine {
  tag(text: string): unknown;
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** Texts of about 800 words, put together from the documents of one folder. */
function longTexts(folder: string): string[] {
  const documents = readdirSync(folder)
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const texts: string[] = [];
  let text = '';
  for (const document of documents) {
    text = text === '' ? document : `${text}\n${document}`;
    if (text.split(/\s+/).length < WORDS) continue;
    texts.push(
      text
        .split(/(?<=\s)/)
        .slice(0, WORDS)
        .join(''),
    );
    text = '';
  }
  return texts;
}

async function time(name: string, module: string, texts: readonly string[]): Promise<void> {
  const engine = (await import(path.resolve(module))) as Engine;
  for (const text of texts.slice(0, 5)) engine.tag(text);
  const took = texts.map((text) => {
    const start = performance.now();
    engine.tag(text);
    return performance.now() - start;
  });
  took.sort((a, b) => a - b);
  const figures = [0.5, 0.95].map((part) => quantile(took, part).toFixed(1));
  console.log(
    `${name.padEnd(12)} ${WORDS} words, ${texts.length} texts: p50 ${figures[0]} ms, p95 ${figures[1]} ms`,
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { model: { type: 'string' }, 'no-browser': { type: 'boolean', default: false } },
  });
  if (!existsSync(path.join(BENCH, 'score.mjs'))) {
    console.error(`No scorer in ${BENCH}: set PRESSMARK_DATA to the folder with actors/.`);
    return 1;
  }
  if (values.model) process.env['PRESSMARK_ACTORS_MODEL'] = values.model;
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-actors-'));
  try {
    const run = (...args: string[]) => runLocal('tsx', args, { show: true, minutes: 30 });
    await runLocal('tsx', ['scripts/train/actors-held-out.ts', folder], { show: false, minutes: 5 });
    const report = path.join(folder, 'report');
    for (const [name, module] of Object.entries(ENGINES)) {
      console.log(`== ${name}${name === 'wink' ? ' (only the column of spans counts)' : ''}`);
      await run(path.join(BENCH, 'score.mjs'), module, '--data', report);
    }
    console.log('== grouping, own engine on the mentions that the set gives');
    await run(
      path.join(BENCH, 'score-grouping.mjs'),
      ENGINES['own'] ?? '',
      path.join(DATA, 'actors', 'gum_coref_train.jsonl'),
    );
    const model = readFileSync(values.model ?? 'assets/models/actors.bin');
    console.log('== confidence: mean distance to the share that is right (extent and class)');
    for (const line of confidenceLines(report, loadActorModel(model))) console.log(line);
    console.log('== speed');
    const texts = longTexts(report);
    for (const [name, module] of Object.entries(ENGINES)) await time(name, module, texts);
    console.log(`== size: model ${model.length} bytes, ${gzipSync(model, { level: 9 }).length} gzip`);
    if (!values['no-browser']) console.log(await loadTimes());
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
