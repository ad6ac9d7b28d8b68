import type { LinearWeights } from '../../lib/claims/linear-model';
import { worthFeatures } from '../../lib/claims/worth-features';
import type { RatedSentence } from './claims-data';
import { seededRandom, shuffled } from './crf-random';

const BITS = 17;
const RATE = 0.25;
const DROPOUT = 0.3;
const PULL = 2e-6;

/**
 * Trains the check-worthiness model: logistic regression over hashed n-grams, AdaGrad with feature dropout. The same sentences give the same weights.
 */
export function trainWorth(sentences: readonly RatedSentence[], epochs: number): LinearWeights {
  const features = sentences.map(({ text }) => worthFeatures(text));
  const weights = new Float64Array(2 ** BITS);
  const squares = new Float64Array(2 ** BITS).fill(1e-6);
  const random = seededRandom(20260103);
  let bias = -1;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = RATE * (1 - (0.8 * epoch) / epochs);
    for (const at of shuffled(sentences.length, random)) {
      const all = features[at]!;
      if (all.length === 0) continue;
      const kept = all.filter(() => random() >= DROPOUT);
      const norm = Math.sqrt(all.length);
      let sum = bias;
      for (const feature of kept) sum += weights[feature & (2 ** BITS - 1)]! / norm / (1 - DROPOUT);
      const gradient = 1 / (1 + Math.exp(-sum)) - sentences[at]!.label;
      bias -= 0.01 * rate * gradient;
      for (const feature of kept) {
        const row = feature & (2 ** BITS - 1);
        const g = gradient / norm + PULL * weights[row]!;
        squares[row] = squares[row]! + g * g;
        weights[row] = weights[row]! - (rate * g) / Math.sqrt(squares[row]!);
      }
    }
  }
  return quantise(weights, bias);
}

function quantise(weights: Float64Array, bias: number): LinearWeights {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
  const rows = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
  return { bits: BITS, scale, bias, rows };
}
