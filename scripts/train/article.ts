/**
 * Trains the article detector: `npx tsx scripts/train/article.ts`. Reads `$PRESSMARK_DATA/article`, writes
 * lib/article/detector-weights.ts (the same bytes for the same data) and prints figures by cross-validation over domains.
 */
import fs from 'node:fs';
import { isTold } from '../../lib/article/detect-article';
import { readSignals } from '../../lib/article/page-signals';
import type { Signals } from '../../lib/article/signal';
import { devPages, visitPages } from './article-data';
import {
  crossValidate,
  domainOf,
  type Example,
  fitRegression,
  foldOf,
  type Regression,
} from './article-regression';

const OUTPUT = new URL('../../lib/article/detector-weights.ts', import.meta.url);
const FOLDS = 10;
const PENALTY = Number(process.env['PENALTY'] ?? 8);
const ARTICLE = 0.5;
const MAYBE = 0.2;
/** Below this score after each step, a page is looked at no further; after the last there is nothing left. */
const NO = [0.05, 0.08, 0.15, 0];

interface Labelled extends Example {
  readonly kind: string;
  readonly id: string;
  readonly signals: Signals;
}

async function main(): Promise<void> {
  const pages = devPages();
  if (!pages) {
    console.error('No data: set PRESSMARK_DATA to the folder with article/manifest.json. Nothing trained.');
    return;
  }
  const labelled = pages.filter((page) => page.isArticle !== null);
  const examples: Labelled[] = [];
  let names: readonly string[] = [];
  let steps: readonly number[] = [];
  await visitPages(labelled, (document, page) => {
    const sizes: number[] = [];
    let all: Signals = {};
    for (const signals of readSignals(document, page.url)) {
      all = signals;
      sizes.push(Object.keys(signals).length);
    }
    names = Object.keys(all);
    steps = sizes;
    examples.push({
      features: Object.values(all),
      signals: all,
      label: page.isArticle ? 1 : 0,
      weight: 1,
      group: domainOf(page.url),
      kind: `${page.set} ${page.type}`,
      id: page.id,
    });
  });
  if (process.env['DUMP']) fs.writeFileSync(process.env['DUMP'], JSON.stringify({ names, steps, examples }));
  // The signals of the earlier steps come first.
  const looks = steps.map((size) => examples.map((e) => ({ ...e, features: e.features.slice(0, size) })));
  const scores = looks.map((seen) => crossValidate(seen, FOLDS, PENALTY));
  const lookOf = examples.map((e, i) =>
    scores.findIndex((score, k) => isLast(k) || isTold(k + 1, score[i]!, NO[k]!, e.signals)),
  );
  report(
    examples,
    lookOf.map((k, i) => scores[k]![i]!),
  );
  for (const step of NO.keys()) {
    if (isLast(step)) break;
    const left = examples.filter((e, i) => lookOf[i] === step && !e.label).length;
    const lost = examples.filter(
      (e, i) => lookOf[i] === step && e.label && scores.at(-1)![i]! >= MAYBE,
    ).length;
    console.log(
      `step ${step + 1} is enough for ${left} pages that are no article; ${lost} articles are lost by it`,
    );
  }
  const models = looks.map((seen) => fitRegression(seen, PENALTY));
  fs.writeFileSync(OUTPUT, weightsModule(names, models));
  console.log(
    `${examples.length} pages, ${new Set(examples.map((e) => e.group)).size} domains, ${names.length} signals`,
  );
}

function report(examples: readonly Labelled[], scores: readonly number[]): void {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  const kinds = new Map<string, [right: number, all: number, maybe: number]>();
  examples.forEach((example, i) => {
    const isArticle = scores[i]! >= ARTICLE;
    if (isArticle && example.label) tp++;
    else if (isArticle) fp++;
    else if (example.label) fn++;
    const kind = kinds.get(example.kind) ?? [0, 0, 0];
    if (isArticle === Boolean(example.label)) kind[0]++;
    kind[1]++;
    if (scores[i]! >= MAYBE && scores[i]! < ARTICLE) kind[2]++;
    kinds.set(example.kind, kind);
    if (process.env['VERBOSE'] && isArticle !== Boolean(example.label)) {
      console.log(
        scores[i]!.toFixed(2),
        example.kind,
        example.id,
        example.group,
        foldOf(example.group, FOLDS),
      );
    }
  });
  console.log(
    `cross-validated F1 ${((2 * tp) / (2 * tp + fp + fn)).toFixed(4)} (tp ${tp}, fp ${fp}, fn ${fn})`,
  );
  for (const [kind, [right, all, maybe]] of [...kinds].sort()) {
    console.log(`  ${kind.padEnd(26)} right ${right}/${all}, maybe ${maybe}`);
  }
}

function isLast(step: number): boolean {
  return step === NO.length - 1;
}

function weightsModule(names: readonly string[], models: readonly Regression[]): string {
  const list = (values: readonly number[]) => values.map((value) => Number(value.toFixed(2))).join(', ');
  const look = ({ bias, weights }: Regression, i: number) =>
    `  { bias: ${Number(bias.toFixed(3))}, no: ${NO[i]}, weights: [${list(weights)}] },`;
  return `/** Made by scripts/train/article.ts; do not edit. See assets/models/article-detector.md. */
export interface Weighing {
  readonly bias: number;
  /** Below it a page need not be looked at further. */
  readonly no: number;
  /** In the order of the names; those that are missing at the end are not asked. */
  readonly weights: readonly number[];
}

/** The signals, in the order in which they are read. */
// biome-ignore format: data
export const NAMES: readonly string[] =
  '${names.join(' ')}'.split(' ');

/** Mean of each signal over the training pages. */
// biome-ignore format: data
export const MEANS: readonly number[] = [${list(models.at(-1)!.means)}];

/** From \`ARTICLE\` on a page is an article, from \`MAYBE\` on it may be. */
export const ARTICLE = ${ARTICLE};
export const MAYBE = ${MAYBE};

/** What is made of the signals after each step. */
// biome-ignore format: data
export const LOOKS: readonly Weighing[] = [
${models.map(look).join('\n')}
];
`;
}

await main();
