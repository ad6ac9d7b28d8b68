/**
 * Trains the block filter: `npx tsx scripts/train/article-blocks.ts`. Reads `$PRESSMARK_DATA/article`, writes
 * lib/article/block-weights.ts (the same bytes for the same data) and prints figures by cross-validation over domains.
 */
import fs from 'node:fs';
import { blockFeatures } from '../../lib/article/block-features';
import { surveyBlocks } from '../../lib/article/block-scene';
import { headlineBlock } from '../../lib/article/metadata';
import type { BlockFacts } from '../../lib/article/page-blocks';
import { overlap } from '../../lib/article/page-title';
import { surveyPage } from '../../lib/article/survey-page';
import { trimBlocks } from '../../lib/article/trim-blocks';
import { labelBlocks } from './article-block-labels';
import { devPages, readDevFile, visitPages } from './article-data';
import { domainOf, foldOf } from './article-regression';
import { boostedProbability, boostTrees, type Tree } from './article-trees';

const OUTPUT = new URL('../../lib/article/block-weights.ts', import.meta.url);
const OPTIONS = { trees: 60, depth: 4, rate: 0.15, minWeight: 0.5, penalty: 2 } as const;
const THRESHOLD = 0.4;
const FOLDS = 6;

interface PageRows {
  readonly id: string;
  readonly set: string;
  readonly group: string;
  readonly reference: string;
  readonly blocks: readonly BlockFacts[];
  readonly readable: readonly number[];
  /** Index of the headline's block, or −1. */
  readonly title: number;
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly weight: readonly number[];
}

async function main(): Promise<void> {
  const pages = devPages()?.filter((page) => page.isArticle && page.textFile);
  if (!pages) {
    console.error('No data: set PRESSMARK_DATA to the folder with article/manifest.json. Nothing trained.');
    return;
  }
  const rows: PageRows[] = [];
  await visitPages(pages, (document, page) => {
    const { survey, blocks } = surveyPage(document, page.url);
    const title = headlineBlock(survey);
    const readable = survey.blocks.map((block) => block.readable);
    const scene = surveyBlocks(survey.blocks, readable, title);
    const reference = readDevFile(page.textFile!);
    const size = words(reference).length;
    rows.push({
      id: page.id,
      set: page.set,
      group: domainOf(page.url),
      reference,
      blocks: survey.blocks,
      readable,
      title,
      x: blocks.map((_b, i) => blockFeatures(scene, i).map(([, value]) => Number(value.toFixed(4)))),
      y: labelBlocks(blocks, reference),
      // By words, and against the page's length, since every page counts the same in the end.
      weight: blocks.map((block) => Math.min(3, (60 * (words(block.text).length + 2)) / (size + 200))),
    });
  });
  if (!process.argv.includes('--no-validation')) validate(rows);
  fs.writeFileSync(OUTPUT, weightsModule(trainTrees(rows)));
  console.log(`${rows.length} pages, ${rows.reduce((sum, page) => sum + page.x.length, 0)} blocks`);
}

function trainTrees(pages: readonly PageRows[]): readonly Tree[] {
  return boostTrees(
    {
      x: pages.flatMap((page) => page.x),
      y: pages.flatMap((page) => page.y),
      weight: pages.flatMap((page) => page.weight),
    },
    OPTIONS,
  );
}

/** 4-gram F1 by set: each page is filtered by trees that saw no page of its domain, and trimmed by rule as in the extension. */
function validate(pages: readonly PageRows[]): void {
  const scores = new Map<string, { p: number; r: number; n: number; failed: string[] }>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = trainTrees(pages.filter((page) => foldOf(page.group, FOLDS) !== fold));
    for (const page of pages.filter((candidate) => foldOf(candidate.group, FOLDS) === fold)) {
      const likely = page.x.flatMap((row, i) =>
        i !== page.title && boostedProbability(trees, row) >= THRESHOLD ? [i] : [],
      );
      const text = trimBlocks(page.blocks, page.readable, likely, page.title)
        .map((i) => page.blocks[i]!.text)
        .join('\n');
      const { p, r } = compareGrams(page.reference, text);
      const set = scores.get(page.set) ?? { p: 0, r: 0, n: 0, failed: [] };
      const failed = wordAgreement(page.reference, text) < 0.5 ? [...set.failed, page.id] : set.failed;
      scores.set(page.set, { p: set.p + p, r: set.r + r, n: set.n + 1, failed });
    }
  }
  for (const [set, { p, r, n, failed }] of scores) {
    console.log(
      `${set}: cross-validated F1 ${((2 * p * r) / (p + r) / n).toFixed(4)}, P ${(p / n).toFixed(3)}, R ${(r / n).toFixed(3)}, n ${n}; ` +
        `less than half right: ${((100 * failed.length) / n).toFixed(1)} %${failed.length > 0 ? ` (${failed.join(' ')})` : ''}`,
    );
  }
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** F1 of the words of two texts, however they are ordered: half of a page is right from .5 on. */
function wordAgreement(reference: string, text: string): number {
  return overlap(words(reference.toLowerCase()), words(text.toLowerCase()));
}

function grams(text: string): Map<string, number> {
  const list = words(text);
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, list.length - 3); i++) {
    const gram = list.slice(i, i + 4).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function compareGrams(reference: string, text: string): { readonly p: number; readonly r: number } {
  const a = grams(reference);
  const b = grams(text);
  let common = 0;
  for (const [gram, count] of a) common += Math.min(count, b.get(gram) ?? 0);
  const size = (m: Map<string, number>) => [...m.values()].reduce((x, y) => x + y, 0);
  return { p: common / size(b), r: common / size(a) };
}

function flatten(tree: Tree, node = 0): readonly number[] {
  const feature = tree.feature[node]!;
  if (feature < 0) return [-1, Number(tree.value[node]!.toFixed(2))];
  return [feature, tree.threshold[node]!, ...flatten(tree, 2 * node + 1), ...flatten(tree, 2 * node + 2)];
}

function weightsModule(trees: readonly Tree[]): string {
  const lines = trees.map((tree) => `    [${flatten(tree).join(',')}],`).join('\n');
  return `/** Made by scripts/train/article-blocks.ts; do not edit. See assets/models/article-blocks.md. */
export const BLOCK_FILTER: {
  /** From this probability on a block belongs to the article. */
  readonly threshold: number;
  readonly trees: readonly (readonly number[])[];
} = {
  threshold: ${THRESHOLD},
  // biome-ignore format: data
  trees: [
${lines}
  ],
};
`;
}

await main();
