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

/** Linked F1 over documents: what was found in each, right or not, and how many attributions are annotated. */
export function linkedF1(
  documents: readonly { readonly right: readonly boolean[]; readonly golds: number }[],
): number {
  const found = documents.flatMap(({ right }) => right);
  const golds = documents.reduce((sum, one) => sum + one.golds, 0);
  return (2 * found.filter(Boolean).length) / (found.length + golds || 1);
}

/** Joins what was decoded with the judgement. */
export function judged(frame: Frame, found: readonly Decoded[], golds: readonly GoldAttribution[]): Judged[] {
  const right = judge(frame, found, golds);
  return found.map(({ evidence }, index) => ({ evidence, right: right[index]! }));
}

// The best linked F1 is flat: so little of it is given for several points of recall, and for words that are labelled right.
const GIVEN_FOR_RECALL = 0.006;
const SURE = 0.9;

/**
 * Fits the calibration on tuning documents, a list of cases for each domain: a logistic regression over the evidence of all
 * (full-batch, so deterministic); the threshold of nearly the best linked F1 given `golds` annotated attributions; and the
 * one from which 90 % are right in each of the first `promised` domains.
 */
export function calibrate(
  domains: readonly (readonly Judged[])[],
  promised: number,
  golds: number,
): Calibration {
  const weights = regress(domains.flat());
  const best = curveOf(domains.flat(), weights).map(({ score, right, seen }) => ({
    score,
    f1: (2 * right) / (seen + golds),
  }));
  const top = Math.max(...best.map(({ f1 }) => f1));
  const kept = best.findLast(({ f1 }) => f1 >= top - GIVEN_FOR_RECALL);
  const sure = domains.slice(0, promised).map((_, domain) => surelyFrom(unseenCurve(domains, domain)));
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    weights: weights.map(round),
    shownFrom: round(Math.max(...sure)),
    keptFrom: round(kept?.score ?? 0),
  };
}

interface Point {
  readonly score: number;
  /** How many of the `seen` ones down to this score are right. */
  readonly right: number;
  readonly seen: number;
}

function curveOf(cases: readonly Judged[], weights: readonly number[]): Point[] {
  return pointsOf(cases.map(({ evidence, right }) => ({ score: probability(evidence, weights), right })));
}

function pointsOf(scored: readonly { readonly score: number; readonly right: boolean }[]): Point[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  let right = 0;
  return sorted.map((one, index) => {
    if (one.right) right++;
    return { score: one.score, right, seen: index + 1 };
  });
}

const FOLDS = 8;

// What is promised must hold for texts that the regression has not seen: each part of a domain is scored by the other parts.
function unseenCurve(domains: readonly (readonly Judged[])[], domain: number): Point[] {
  const fold = (index: number, count: number): number => Math.floor((index * FOLDS) / count);
  const scored = Array.from({ length: FOLDS }, (_, held) => {
    const isHeld = (_case: Judged, index: number, all: readonly Judged[]): boolean =>
      fold(index, all.length) === held;
    const weights = regress(domains.flatMap((cases) => cases.filter((...one) => !isHeld(...one))));
    return domains[domain]!.filter(isHeld).map(({ evidence, right }) => ({
      score: probability(evidence, weights),
      right,
    }));
  });
  return pointsOf(scored.flat());
}

// Of fewer cases nothing can be said.
const ENOUGH = 50;

// More than promised, by as many standard errors as leave one chance in twenty: a share of few cases is a guess.
const CAUTION = 1.64;
function surelyFrom(curve: readonly Point[]): number {
  const isSure = ({ right, seen }: Point): boolean => {
    const share = right / seen;
    return seen >= ENOUGH && share - CAUTION * Math.sqrt((share * (1 - share)) / seen) >= SURE;
  };
  return curve.findLast(isSure)?.score ?? 1;
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
