/**
 * Trains the article detector: `npx tsx scripts/train/article.ts`. Reads `$PRESSMARK_DATA/article`, writes
 * lib/article/detector-weights.ts (the same bytes for the same data) and prints figures by cross-validation over domains.
 */
import fs from 'node:fs';
import { readSignals } from '../../lib/article/page-signals';
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
/** Below this score at a glance, a page is looked at no further. */
const NO = 0.06;

interface Labelled extends Example {
  readonly kind: string;
  readonly id: string;
  readonly isDeclared: boolean;
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
  let glanced = 0;
  await visitPages(labelled, (document, page) => {
    const signals = readSignals(document, page.url);
    const all = signals.all();
    names = Object.keys(all);
    glanced = Object.keys(signals.glance).length;
    examples.push({
      features: Object.values(all),
      isDeclared: signals.isDeclared(),
      label: page.isArticle ? 1 : 0,
      weight: 1,
      group: domainOf(page.url),
      kind: `${page.set} ${page.type}`,
      id: page.id,
    });
  });
  if (process.env['DUMP']) fs.writeFileSync(process.env['DUMP'], JSON.stringify({ names, examples }));
  // The signals of the glance come first.
  const atGlance = examples.map((e) => ({ ...e, features: e.features.slice(0, glanced) }));
  const seen = crossValidate(atGlance, FOLDS, PENALTY);
  const full = crossValidate(examples, FOLDS, PENALTY);
  const isLeft = (i: number) => seen[i]! < NO && !examples[i]!.isDeclared;
  const scores = full.map((score, i) => (isLeft(i) ? seen[i]! : score));
  report(examples, scores);
  const left = examples.filter((e, i) => isLeft(i) && !e.label).length;
  const lost = examples.filter((e, i) => isLeft(i) && e.label && full[i]! >= MAYBE).length;
  console.log(`a glance is enough for ${left} pages that are no article; ${lost} articles are lost by it`);
  fs.writeFileSync(
    OUTPUT,
    weightsModule(names, fitRegression(examples, PENALTY), fitRegression(atGlance, PENALTY)),
  );
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

function weightsModule(names: readonly string[], model: Regression, glance: Regression): string {
  const list = (values: readonly number[]) => values.map((value) => Number(value.toFixed(2))).join(', ');
  return `/** Made by scripts/train/article.ts; do not edit. See assets/models/article-detector.md. */
export interface Weighing {
  readonly bias: number;
  /** In the order of the names; those that are missing at the end are not asked. */
  readonly weights: readonly number[];
}

/** The signals; those of the glance come first. */
// biome-ignore format: data
export const NAMES: readonly string[] =
  '${names.join(' ')}'.split(' ');

/** Mean of each signal over the training pages. */
// biome-ignore format: data
export const MEANS: readonly number[] = [${list(model.means)}];

/** From \`article\` on a page is an article, from \`maybe\` on it may be. */
// biome-ignore format: data
export const DETECTOR: Weighing & { readonly article: number; readonly maybe: number } = {
  bias: ${Number(model.bias.toFixed(3))},
  article: ${ARTICLE},
  maybe: ${MAYBE},
  weights: [${list(model.weights)}],
};

/** Below \`no\` a page need not be looked at further. */
// biome-ignore format: data
export const GLANCE: Weighing & { readonly no: number } = {
  bias: ${Number(glance.bias.toFixed(3))},
  no: ${NO},
  weights: [${list(glance.weights)}],
};
`;
}

await main();
