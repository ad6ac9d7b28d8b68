/**
 * `npm run bench -- claims [--model FILE] [--engines own,rules,compromise]`: on texts that no weights saw (PolNeAR's
 * development part, the half of GUM that is not trained on, the test and the fresh part of the project's corpus; CheckThat! 2024 and the
 * corpus' sentences for check-worthiness), own engine beside its rules alone and a baseline of quotes and verbs with
 * compromise; the human ceiling; the precision of what is shown by default; time and growth; size.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type CorpusPart, readParts } from '../corpus/read-corpus';
import { runLocal } from '../local-command';
import { shownTable } from './claims-shown';
import { traitsRow } from './claims-traits';

const DATA = path.resolve(process.env['PRESSMARK_DATA'] ?? '../shared/data');
const SCORER = path.join(DATA, '..', 'bench', 'claims', 'score.mjs');
const MODEL = 'assets/models/claims.bin';
const ENGINES: Readonly<Record<string, { module: string; env: Readonly<Record<string, string>> }>> = {
  own: { module: 'tests/bench/claims-module.mjs', env: {} },
  rules: { module: 'tests/bench/claims-module.mjs', env: { PRESSMARK_RULES: '1' } },
  compromise: { module: 'tests/bench/claims-compromise.mjs', env: {} },
};
/** The scorer knows its sets by the names of their files; each part stands in for them in a folder of its own. */
const PARTS = {
  polnear: 'PolNeAR development, CheckThat! 2024',
  gum: 'GUM, other half',
  corpus: 'corpus, test part',
  fresh: 'corpus, fresh part',
};

const lines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** Lays out the held-back texts. */
function layOut(folder: string): void {
  const claims = path.join(DATA, 'claims');
  for (const part of Object.keys(PARTS)) mkdirSync(path.join(folder, part), { recursive: true });
  for (const name of ['polnear_dev.jsonl', 'checkworthy_ct24_dev.jsonl'])
    symlinkSync(path.join(claims, name), path.join(folder, 'polnear', name));
  const gum = readFileSync(path.join(claims, 'gum_attribution.jsonl'), 'utf8').trim().split('\n');
  const other = gum.filter((_, index) => index % 2 === 1);
  writeFileSync(path.join(folder, 'gum', 'gum_attribution.jsonl'), `${other.join('\n')}\n`);
  layOutCorpus(path.join(folder, 'corpus'), 'test');
  layOutCorpus(path.join(folder, 'fresh'), 'fresh');
}

/** Lays out a part of the corpus as the scorer reads it: attributions under the name of PolNeAR's, sentences under CheckThat!'s. */
function layOutCorpus(folder: string, part: CorpusPart): void {
  const articles = readParts([part]);
  const attributed = articles.map(({ id, text, claims: own }) => ({
    id,
    text,
    attributions: own.map(({ source, cue, content }) => ({ source, cue, content })),
  }));
  writeFileSync(path.join(folder, 'polnear_dev.jsonl'), lines(attributed));
  const rated = articles.flatMap(({ id, text, sentences, blocks }) =>
    sentences
      .filter(({ start }) => !blocks.some((b) => b.kind === 'furniture' && start >= b.start && start < b.end))
      .map(({ start, end, checkworthy }) => ({
        file: id,
        text: text.slice(start, end),
        label: checkworthy ? 1 : 0,
      })),
  );
  writeFileSync(path.join(folder, 'checkworthy_ct24_dev.jsonl'), lines(rated));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      model: { type: 'string' },
      engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    },
  });
  if (!existsSync(SCORER)) {
    console.error(`No scorer at ${SCORER}: set PRESSMARK_DATA to the folder with claims/.`);
    return 1;
  }
  const model = path.resolve(values.model ?? MODEL);
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-claims-'));
  try {
    layOut(folder);
    const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      runLocal('tsx', args, {
        show: true,
        minutes: 30,
        env: { ...process.env, PRESSMARK_CLAIMS: model, ...env },
      });
    for (const name of values.engines.split(',')) {
      const engine = ENGINES[name];
      if (!engine) throw new Error(`there is no engine ${name}`);
      for (const [part, title] of Object.entries(PARTS)) {
        console.log(`== ${name}: ${title}`);
        if (part === 'fresh' && readParts(['fresh']).length === 0) {
          console.log('no articles');
          continue;
        }
        const sets = part === 'gum' ? 'gum_dev' : 'polnear_dev,ct24_dev';
        await run([SCORER, engine.module, '--sets', sets, '--dir', path.join(folder, part)], engine.env);
      }
    }
    console.log('== people: a second annotator against the first, on PolNeAR');
    await run([SCORER, '--human', '--dir', path.join(DATA, 'claims')]);
    console.log('== what is shown, own engine');
    for (const line of shownTable(folder, model)) console.log(line);
    for (const part of ['test', 'fresh'] as const) {
      console.log(`== kind, modality and negation of annotated claims: corpus, ${part} part`);
      console.log(traitsRow(part));
    }
    console.log('== growth, own engine');
    await run(['tests/bench/claims-growth.mjs']);
    const bytes = readFileSync(model);
    console.log(`== size: ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzip`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
