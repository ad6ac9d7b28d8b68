import { type Chain, expMoves, type SequenceFeatures, type Sums, sumPaths } from '../../lib/tagging/lattice';
import type { TaggerModel } from '../../lib/tagging/model-format';
import { seededRandom, shuffled } from './crf-random';

/** A training sequence: its features, and per token the bit set of labels that the annotation permits. */
export interface TrainingSequence {
  readonly features: SequenceFeatures;
  readonly allowed: Uint32Array;
}

export interface CrfOptions {
  readonly task: string;
  readonly labels: readonly string[];
  readonly bits: number;
  readonly epochs: number;
  readonly dropout: number;
  readonly rate: number;
  /** How much gradient a weight needs at each of its updates to leave zero (lazy L1): keeps rare features out. */
  readonly sparsity: number;
  /** Steps a rounded weight may take on either side of zero, up to 127: fifteen lose nothing and halve the packed file. */
  readonly levels: number;
  /** Taken from every transition into the first label ("nothing here") after training: trades precision for recall. */
  readonly lean: number;
  readonly seed: number;
  readonly mayFollow: (label: string | null, next: string | null) => boolean;
}

interface Parameters {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly chain: Float64Array;
  readonly chainSquares: Float64Array;
}

// Gradients below this move nothing that survives rounding to int8; skipping them halves the time.
const SMALLEST = 2e-3;
const EPSILON = 1e-6;

function chainOf(options: CrfOptions, values: Float64Array): Chain {
  const count = options.labels.length;
  return {
    count,
    transitions: values.subarray(0, count * count),
    starts: values.subarray(count * count, count * (count + 1)),
    ends: values.subarray(count * (count + 1)),
  };
}

function forbid(options: CrfOptions): Float64Array {
  const { labels, mayFollow } = options;
  const values = new Float64Array(labels.length * (labels.length + 2));
  const mark = (at: number, fine: boolean): void => {
    if (!fine) values[at] = Number.NEGATIVE_INFINITY;
  };
  labels.forEach((label, row) => {
    labels.forEach((next, column) => {
      mark(row * labels.length + column, mayFollow(label, next));
    });
    mark(labels.length ** 2 + row, mayFollow(null, label));
    mark(labels.length ** 2 + labels.length + row, mayFollow(label, null));
  });
  return values;
}

/** Expected transitions of one sequence, added with the sign given. */
function countMoves(sums: Sums, count: number, sign: number, into: Float64Array): void {
  const { forward, backward, potentials, moves, scales } = sums;
  const tokens = scales.length;
  for (let token = 1; token < tokens; token += 1) {
    const base = token * count;
    for (let label = 0; label < count; label += 1) {
      const tail = (potentials[base + label]! * backward[base + label]!) / scales[token]!;
      if (tail === 0) continue;
      for (let from = 0; from < count; from += 1) {
        into[from * count + label] =
          into[from * count + label]! +
          sign * forward[base - count + from]! * moves[from * count + label]! * tail;
      }
    }
  }
  for (let label = 0; label < count; label += 1) {
    const starts = count * count + label;
    const ends = starts + count;
    into[starts] = into[starts]! + sign * forward[label]! * backward[label]!;
    const last = (tokens - 1) * count + label;
    into[ends] = into[ends]! + sign * forward[last]! * backward[last]!;
  }
}

/** The rows of a sequence's features that this step keeps: the rest are dropped at random. */
function keepRows(
  features: SequenceFeatures,
  mask: number,
  dropout: number,
  random: () => number,
): { rows: Uint32Array; offsets: Uint32Array } {
  const rows = new Uint32Array(features.hashes.length);
  const offsets = new Uint32Array(features.offsets.length);
  let size = 0;
  for (let token = 0; token + 1 < features.offsets.length; token += 1) {
    for (let at = features.offsets[token]!; at < features.offsets[token + 1]!; at += 1) {
      if (random() < dropout) continue;
      rows[size] = features.hashes[at]! & mask;
      size += 1;
    }
    offsets[token + 1] = size;
  }
  return { rows, offsets };
}

function score(
  weights: Float32Array,
  rows: Uint32Array,
  offsets: Uint32Array,
  count: number,
  boost: number,
): Float32Array {
  const tokens = offsets.length - 1;
  const scores = new Float32Array(tokens * count);
  for (let token = 0; token < tokens; token += 1) {
    const base = token * count;
    for (let at = offsets[token]!; at < offsets[token + 1]!; at += 1) {
      const row = rows[at]! * count;
      for (let label = 0; label < count; label += 1)
        scores[base + label] = scores[base + label]! + weights[row + label]!;
    }
    for (let label = 0; label < count; label += 1) scores[base + label] = scores[base + label]! * boost;
  }
  return scores;
}

/** One AdaGrad step on one sequence; returns its loss. */
function step(
  parameters: Parameters,
  options: CrfOptions,
  sequence: TrainingSequence,
  random: () => number,
): number {
  const count = options.labels.length;
  const { rows, offsets } = keepRows(sequence.features, 2 ** options.bits - 1, options.dropout, random);
  const scores = score(parameters.weights, rows, offsets, count, 1 / (1 - options.dropout));
  const chain = chainOf(options, parameters.chain);
  const moves = expMoves(chain);
  const free = sumPaths(chain, scores, moves, null);
  const gold = sumPaths(chain, scores, moves, sequence.allowed);
  const { weights, squares } = parameters;
  const { rate, sparsity } = options;
  const live = new Int32Array(count);
  const steps = new Float64Array(count);
  for (let token = 0; token + 1 < offsets.length; token += 1) {
    let found = 0;
    for (let label = 0; label < count; label += 1) {
      const at = token * count + label;
      const gradient = free.forward[at]! * free.backward[at]! - gold.forward[at]! * gold.backward[at]!;
      if (gradient > SMALLEST || gradient < -SMALLEST) {
        live[found] = label;
        steps[found] = gradient;
        found += 1;
      }
    }
    if (found === 0) continue;
    for (let at = offsets[token]!; at < offsets[token + 1]!; at += 1) {
      const row = rows[at]! * count;
      for (let index = 0; index < found; index += 1) {
        const cell = row + live[index]!;
        const square = squares[cell]! + steps[index]! * steps[index]!;
        squares[cell] = square;
        const pace = rate / Math.sqrt(square + EPSILON);
        const moved = weights[cell]! - pace * steps[index]!;
        const limit = pace * sparsity;
        weights[cell] = moved > limit ? moved - limit : moved < -limit ? moved + limit : 0;
      }
    }
  }
  stepChain(parameters, options, free, gold);
  return free.logZ - gold.logZ;
}

function stepChain(parameters: Parameters, options: CrfOptions, free: Sums, gold: Sums): void {
  const { chain, chainSquares } = parameters;
  const gradients = new Float64Array(chain.length);
  countMoves(free, options.labels.length, 1, gradients);
  countMoves(gold, options.labels.length, -1, gradients);
  for (let at = 0; at < chain.length; at += 1) {
    const gradient = gradients[at]!;
    if (gradient === 0 || chain[at] === Number.NEGATIVE_INFINITY) continue;
    chainSquares[at] = chainSquares[at]! + gradient * gradient;
    chain[at] = chain[at]! - (options.rate * gradient) / Math.sqrt(chainSquares[at]! + EPSILON);
  }
}

/** Rounds to int8: the scale fits all but the largest weights, which are cut off at 127 steps. */
function quantise(weights: Float32Array, levels: number): { weights: Int8Array; scale: number } {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const scale = (sizes[Math.floor(sizes.length * 0.9998)] ?? 1) / levels;
  return {
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
    scale,
  };
}

/** Trains a linear-chain CRF. The same sequences, options and seed give the same model, bit for bit. */
export function trainCrf(
  sequences: readonly TrainingSequence[],
  options: CrfOptions,
  extra: ReadonlyMap<string, Uint8Array>,
  log: (line: string) => void,
): Omit<TaggerModel, 'version'> {
  const cells = 2 ** options.bits * options.labels.length;
  const chain = forbid(options);
  const parameters: Parameters = {
    weights: new Float32Array(cells),
    squares: new Float32Array(cells),
    chain,
    chainSquares: new Float64Array(chain.length),
  };
  const random = seededRandom(options.seed);
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    const started = performance.now();
    let loss = 0;
    const settled = { ...options, rate: options.rate * (1 - (0.8 * (epoch - 1)) / options.epochs) };
    for (const at of shuffled(sequences.length, random))
      loss += step(parameters, settled, sequences[at]!, random);
    log(
      `epoch ${epoch}: loss ${(loss / sequences.length).toFixed(4)}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  }
  const { weights, scale } = quantise(parameters.weights, options.levels);
  const { transitions, starts, ends } = chainOf(options, chain);
  const count = options.labels.length;
  const leaning = (score: number, at: number): number => (at % count === 0 ? score - options.lean : score);
  return {
    task: options.task,
    labels: options.labels,
    bits: options.bits,
    scale,
    weights,
    transitions: Float32Array.from(transitions).map(leaning),
    starts: Float32Array.from(starts).map(leaning),
    ends: Float32Array.from(ends),
    extra,
  };
}
