import type { TaggerModel } from './model-format';

/** Features of a sequence: `offsets[i]`…`offsets[i + 1]` are the hashes of token i in `hashes`. */
export interface SequenceFeatures {
  readonly hashes: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Label scores of every token, token-major: what the features alone say. */
export function scoreTokens(model: TaggerModel, features: SequenceFeatures): Float32Array {
  const { weights, scale } = model;
  const count = model.labels.length;
  const mask = 2 ** model.bits - 1;
  const tokens = features.offsets.length - 1;
  const scores = new Float32Array(tokens * count);
  const sums = new Int32Array(count);
  for (let token = 0; token < tokens; token += 1) {
    sums.fill(0);
    const end = features.offsets[token + 1]!;
    for (let at = features.offsets[token]!; at < end; at += 1) {
      const row = (features.hashes[at]! & mask) * count;
      for (let label = 0; label < count; label += 1) sums[label] = sums[label]! + weights[row + label]!;
    }
    for (let label = 0; label < count; label += 1) scores[token * count + label] = sums[label]! * scale;
  }
  return scores;
}

/** The transition part of a chain: `-Infinity` forbids a pair. */
export interface Chain {
  readonly count: number;
  readonly transitions: Float32Array | Float64Array;
  readonly starts: Float32Array | Float64Array;
  readonly ends: Float32Array | Float64Array;
}

/** The best path of labels (Viterbi). */
export function bestPath(chain: Chain, scores: Float32Array): Int32Array {
  const { count, transitions, starts, ends } = chain;
  const tokens = scores.length / count;
  const path = new Int32Array(tokens);
  if (tokens === 0) return path;
  const back = new Uint8Array(tokens * count);
  let best = Float64Array.from({ length: count }, (_, label) => scores[label]! + starts[label]!);
  for (let token = 1; token < tokens; token += 1) {
    const next = new Float64Array(count);
    for (let label = 0; label < count; label += 1) {
      let highest = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (let before = 0; before < count; before += 1) {
        const score = best[before]! + transitions[before * count + label]!;
        if (score > highest) {
          highest = score;
          from = before;
        }
      }
      next[label] = highest + scores[token * count + label]!;
      back[token * count + label] = from;
    }
    best = next;
  }
  let last = 0;
  for (let label = 1; label < count; label += 1)
    if (best[label]! + ends[label]! > best[last]! + ends[last]!) last = label;
  for (let token = tokens - 1; token >= 0; token -= 1) {
    path[token] = last;
    last = back[token * count + last]!;
  }
  return path;
}

/** Log-sums of all paths up to (`forward`) and after (`backward`) each label of each token, scaled per token, and log Z. */
export interface Sums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly scales: Float64Array;
  readonly potentials: Float64Array;
  readonly moves: Float64Array;
  readonly logZ: number;
}

/** Exponentials of the transitions, row = label before; computed once for many sequences. */
export function expMoves(chain: Chain): Float64Array {
  return Float64Array.from(chain.transitions, (score) => Math.exp(score));
}

/**
 * Forward–backward in probability space with scaling. `allowed`, where given, holds a bit set of permitted labels per token.
 */
export function sumPaths(
  chain: Chain,
  scores: Float32Array,
  moves: Float64Array,
  allowed: Uint32Array | null,
): Sums {
  const { count, starts, ends } = chain;
  const tokens = scores.length / count;
  const forward = new Float64Array(tokens * count);
  const backward = new Float64Array(tokens * count);
  const potentials = new Float64Array(tokens * count);
  const scales = new Float64Array(tokens);
  let logZ = 0;
  for (let token = 0; token < tokens; token += 1) {
    const base = token * count;
    let highest = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < count; label += 1) highest = Math.max(highest, scores[base + label]!);
    let sum = 0;
    for (let label = 0; label < count; label += 1) {
      const permitted = !allowed || (allowed[token]! >>> label) & 1;
      let potential = permitted ? Math.exp(scores[base + label]! - highest) : 0;
      if (token === 0) potential *= Math.exp(starts[label]!);
      if (token === tokens - 1) potential *= Math.exp(ends[label]!);
      potentials[base + label] = potential;
      let before = token === 0 ? 1 : 0;
      if (token > 0 && potential > 0) {
        for (let from = 0; from < count; from += 1)
          before += forward[base - count + from]! * moves[from * count + label]!;
      }
      forward[base + label] = before * potential;
      sum += before * potential;
    }
    scales[token] = sum > 0 ? sum : Number.MIN_VALUE;
    for (let label = 0; label < count; label += 1)
      forward[base + label] = forward[base + label]! / scales[token]!;
    logZ += Math.log(scales[token]!) + highest;
  }
  for (let label = 0; label < count; label += 1) backward[(tokens - 1) * count + label] = 1;
  for (let token = tokens - 2; token >= 0; token -= 1) {
    const base = token * count;
    for (let from = 0; from < count; from += 1) {
      let sum = 0;
      for (let label = 0; label < count; label += 1) {
        sum +=
          moves[from * count + label]! * potentials[base + count + label]! * backward[base + count + label]!;
      }
      backward[base + from] = sum / scales[token + 1]!;
    }
  }
  return { forward, backward, scales, potentials, moves, logZ };
}

/** P(label) of every token, token-major. */
export function marginals(sums: Sums): Float64Array {
  return sums.forward.map((value, at) => value * sums.backward[at]!);
}
