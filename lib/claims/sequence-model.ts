/**
 * A linear-chain CRF over hashed features: 8-bit rows of `labels` weights times `scale`, `2^bits` rows.
 * `transitions[a * labels + b]` is the score of going from label a to label b; the last `labels` numbers are those of beginning.
 */
export interface SequenceWeights {
  readonly bits: number;
  readonly labels: number;
  readonly scale: number;
  readonly transitions: Float64Array;
  readonly rows: Int8Array;
}

/** The scores of every label at every token: `length * labels` numbers. `features` holds `width` hashes a token. */
export function emissions(model: SequenceWeights, features: Uint32Array, width: number): Float64Array {
  const { labels, rows, scale } = model;
  const shift = 32 - model.bits;
  const length = features.length / width;
  const scores = new Float64Array(length * labels);
  for (let t = 0; t < length; t++) {
    const at = t * labels;
    for (let f = t * width; f < (t + 1) * width; f++) {
      const row = (features[f]! >>> shift) * labels;
      for (let y = 0; y < labels; y++) scores[at + y]! += rows[row + y]!;
    }
    for (let y = 0; y < labels; y++) scores[at + y]! *= scale;
  }
  return scores;
}

/** Probability of every label at every token, given the whole sequence (forward–backward, scaled). */
export function marginals(scores: Float64Array, labels: number, transitions: Float64Array): Float64Array {
  const length = scores.length / labels;
  const out = new Float64Array(scores.length);
  if (length === 0) return out;
  const moves = transitions.map((value) => Math.exp(value));
  const local = new Float64Array(scores.length);
  for (let t = 0; t < length; t++) {
    let top = -Infinity;
    for (let y = 0; y < labels; y++) top = Math.max(top, scores[t * labels + y]!);
    for (let y = 0; y < labels; y++) local[t * labels + y] = Math.exp(scores[t * labels + y]! - top);
  }
  const start = labels * labels;
  for (let y = 0; y < labels; y++) out[y] = local[y]! * moves[start + y]!;
  normalise(out, 0, labels);
  for (let t = 1; t < length; t++) {
    const at = t * labels;
    for (let y = 0; y < labels; y++) {
      let sum = 0;
      for (let x = 0; x < labels; x++) sum += out[at - labels + x]! * moves[x * labels + y]!;
      out[at + y] = sum * local[at + y]!;
    }
    normalise(out, at, labels);
  }
  const back = new Float64Array(labels).fill(1);
  const next = new Float64Array(labels);
  for (let t = length - 2; t >= 0; t--) {
    const at = t * labels;
    for (let x = 0; x < labels; x++) {
      let sum = 0;
      for (let y = 0; y < labels; y++) sum += moves[x * labels + y]! * local[at + labels + y]! * back[y]!;
      next[x] = sum;
    }
    normalise(next, 0, labels);
    back.set(next);
    for (let x = 0; x < labels; x++) out[at + x]! *= back[x]!;
    normalise(out, at, labels);
  }
  return out;
}

function normalise(values: Float64Array, at: number, labels: number): void {
  let sum = 0;
  for (let y = 0; y < labels; y++) sum += values[at + y]!;
  const factor = sum > 0 ? 1 / sum : 0;
  for (let y = 0; y < labels; y++) values[at + y]! *= factor;
}
