/** A logistic regression over hashed features: 8-bit rows of weight `scale` each, `2^bits` of them. */
export interface LinearWeights {
  readonly bits: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: Int8Array;
}

/** Probability 0…1 for a set of features (32-bit hashes). Features weigh by the root of their number, so length does not. */
export function linearScore(model: LinearWeights, features: Uint32Array): number {
  const mask = 2 ** model.bits - 1;
  let sum = 0;
  for (const feature of features) sum += model.rows[feature & mask]!;
  const norm = features.length > 0 ? Math.sqrt(features.length) : 1;
  return 1 / (1 + Math.exp(-(model.bias + (sum * model.scale) / norm)));
}
