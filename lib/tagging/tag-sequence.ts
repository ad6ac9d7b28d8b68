import {
  bestPath,
  type Chain,
  expMoves,
  marginals,
  type SequenceFeatures,
  scoreTokens,
  sumPaths,
} from './lattice';
import type { TaggerModel } from './model-format';

/** The best labels of a sequence, and the probability of each label of each token (token-major). */
export interface Tagging {
  readonly path: Int32Array;
  readonly probabilities: Float64Array;
}

const moves = new WeakMap<TaggerModel, Float64Array>();

function chainOf(model: TaggerModel): Chain {
  return {
    count: model.labels.length,
    transitions: model.transitions,
    starts: model.starts,
    ends: model.ends,
  };
}

/** Label scores of a sequence, token-major; `added` are scores of another model, summed with the features' own. */
export function scoreSequence(
  model: TaggerModel,
  features: SequenceFeatures,
  added: Float32Array | null = null,
): Float32Array {
  const own = scoreTokens(model, features);
  return added ? own.map((score, at) => score + (added[at] ?? 0)) : own;
}

/** The best path through label scores, and what each label's probability is. No scores give empty lists. */
export function tagScores(model: TaggerModel, scores: Float32Array): Tagging {
  if (scores.length === 0) return { path: new Int32Array(0), probabilities: new Float64Array(0) };
  const chain = chainOf(model);
  let known = moves.get(model);
  if (!known) {
    known = expMoves(chain);
    moves.set(model, known);
  }
  return { path: bestPath(chain, scores), probabilities: marginals(sumPaths(chain, scores, known, null)) };
}

/** Tags one sequence by its features, and `added` scores. An empty sequence gives empty lists. */
export const tagSequence = (
  model: TaggerModel,
  features: SequenceFeatures,
  added: Float32Array | null = null,
): Tagging => tagScores(model, scoreSequence(model, features, added));
