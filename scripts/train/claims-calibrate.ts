import type { Attribution } from '../../lib/claims/attribution';
import type { Calibration } from '../../lib/claims/claim-model';
import type { Decoded } from '../../lib/claims/decode';
import type { Frame, Run } from '../../lib/claims/frame';
import type { GoldAttribution } from './claims-data';

/** One decoded attribution of a tuning document: its evidence, and whether content and source are right. */
export interface Judged {
  readonly evidence: readonly number[];
  readonly right: boolean;
}

/** Pairs attributions with annotated ones, best overlap first; right = content overlaps by half or more and the source touches. */
export function judge(
  frame: Frame,
  found: readonly Attribution[],
  golds: readonly GoldAttribution[],
): boolean[] {
  const isWord = (token: number): boolean => /[\p{L}\p{N}]/u.test(frame.lower[token]!);
  const wordsOf = (runs: readonly Run[]): Set<number> => {
    const words = new Set<number>();
    for (const run of runs) for (let i = run.first; i < run.last; i++) if (isWord(i)) words.add(i);
    return words;
  };
  const own = found.map(({ content }) => wordsOf(content));
  const theirs = golds.map(({ content }) => new Set([...content].filter(isWord)));
  const pairs: { overlap: number; i: number; j: number }[] = [];
  own.forEach((a, i) => {
    theirs.forEach((b, j) => {
      let both = 0;
      for (const word of a) if (b.has(word)) both++;
      const overlap = both / (a.size + b.size - both || 1);
      if (overlap >= 0.5) pairs.push({ overlap, i, j });
    });
  });
  pairs.sort((a, b) => b.overlap - a.overlap || a.i - b.i || a.j - b.j);
  const right = found.map(() => false);
  const taken = new Set<number>();
  const matched = new Set<number>();
  for (const { i, j } of pairs) {
    if (matched.has(i) || taken.has(j)) continue;
    matched.add(i);
    taken.add(j);
    const gold = golds[j]!.source;
    const { source } = found[i]!;
    right[i] = source
      ? [...gold].some((token) => token >= source.first && token < source.last)
      : gold.size === 0;
  }
  return right;
}

/** Joins what was decoded with the judgement. */
export function judged(frame: Frame, found: readonly Decoded[], golds: readonly GoldAttribution[]): Judged[] {
  const right = judge(frame, found, golds);
  return found.map(({ evidence }, index) => ({ evidence, right: right[index]! }));
}

/**
 * Fits the calibration on tuning documents: a logistic regression over the evidence (full-batch, so deterministic), the
 * threshold of the best linked F1 given `golds` annotated attributions, and the one from which 90 % are right.
 */
export function calibrate(cases: readonly Judged[], golds: number): Calibration {
  const weights = regress(cases);
  const scored = cases
    .map(({ evidence, right }) => ({ score: probability(evidence, weights), right }))
    .sort((a, b) => b.score - a.score);
  let right = 0;
  let best = { f1: 0, from: 0 };
  let shownFrom = 1;
  scored.forEach((one, index) => {
    if (one.right) right++;
    const f1 = (2 * right) / (index + 1 + golds);
    if (f1 > best.f1) best = { f1, from: one.score };
    if (index >= 50 && right / (index + 1) >= 0.9) shownFrom = one.score;
  });
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { weights: weights.map(round), shownFrom: round(shownFrom), keptFrom: round(best.from) };
}

function probability(evidence: readonly number[], weights: readonly number[]): number {
  const sum = evidence.reduce(
    (total, value, index) => total + value * weights[index]!,
    weights[evidence.length]!,
  );
  return 1 / (1 + Math.exp(-sum));
}

function regress(cases: readonly Judged[]): number[] {
  const size = cases[0]?.evidence.length ?? 0;
  const weights = new Array<number>(size + 1).fill(0);
  const speed = new Array<number>(size + 1).fill(0);
  for (let round = 0; round < 3000; round++) {
    const gradient = new Array<number>(size + 1).fill(0);
    for (const { evidence, right } of cases) {
      const error = probability(evidence, weights) - (right ? 1 : 0);
      for (let k = 0; k < size; k++) gradient[k]! += error * evidence[k]!;
      gradient[size]! += error;
    }
    for (let k = 0; k <= size; k++) {
      speed[k] = 0.9 * speed[k]! + gradient[k]! / Math.max(1, cases.length);
      weights[k] = weights[k]! - 0.02 * speed[k]!;
    }
  }
  return weights;
}
