/**
 * Trains the article detector: `npx tsx scripts/train/article.ts`. Reads `$PRESSMARK_DATA/article`, writes
 * lib/article/detector-weights.ts (the same bytes for the same data) and prints figures by cross-validation over domains.
 */
import fs from 'node:fs';
import { readSignals } from '../../lib/article/page-signals';
import { devPages, visitPages } from './article-data';
import { crossValidate, domainOf, type Example, fitRegression, foldOf } from './article-regression';

const OUTPUT = new URL('../../lib/article/detector-weights.ts', import.meta.url);
const FOLDS = 10;
const PENALTY = Number(process.env['PENALTY'] ?? 8);
const ARTICLE = 0.5;
const MAYBE = 0.2;

interface Labelled extends Example {
  readonly kind: string;
  readonly id: string;
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
  await visitPages(labelled, (document, page) => {
    const signals = readSignals(document, page.url);
    names = Object.keys(signals);
    examples.push({
      features: Object.values(signals),
      label: page.isArticle ? 1 : 0,
      weight: 1,
      group: domainOf(page.url),
      kind: `${page.set} ${page.type}`,
      id: page.id,
    });
  });
  if (process.env['DUMP']) fs.writeFileSync(process.env['DUMP'], JSON.stringify({ names, examples }));
  report(examples, crossValidate(examples, FOLDS, PENALTY));
  const model = fitRegression(examples, PENALTY);
  fs.writeFileSync(OUTPUT, weightsModule(names, model));
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

function weightsModule(names: readonly string[], model: ReturnType<typeof fitRegression>): string {
  const table = (values: readonly number[]) =>
    names.map((name, i) => `    '${name}': ${Number(values[i]!.toFixed(2))},`).join('\n');
  return `/** Made by scripts/train/article.ts; do not edit. See assets/models/article-detector.md. */
export const DETECTOR: {
  readonly bias: number;
  /** From this score on a page is an article, from the lower one on it may be. */
  readonly article: number;
  readonly maybe: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Mean of each signal over the training pages. */
  readonly means: Readonly<Record<string, number>>;
} = {
  bias: ${Number(model.bias.toFixed(3))},
  article: ${ARTICLE},
  maybe: ${MAYBE},
  weights: {
${table(model.weights)}
  },
  means: {
${table(model.means)}
  },
};
`;
}

await main();
