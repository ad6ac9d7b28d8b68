import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPath, type Chain, expMoves, marginals, sumPaths } from '../../../lib/tagging/lattice';

const COUNT = 3;

/** All label sequences of a length, the slow and certain way. */
function allPaths(length: number): number[][] {
  if (length === 0) return [[]];
  return allPaths(length - 1).flatMap((path) => [0, 1, 2].map((label) => [...path, label]));
}

function pathScore(chain: Chain, scores: Float32Array, path: readonly number[]): number {
  let sum = chain.starts[path[0] ?? 0]! + chain.ends[path.at(-1) ?? 0]!;
  path.forEach((label, at) => {
    sum += scores[at * COUNT + label]!;
    if (at > 0) sum += chain.transitions[path[at - 1]! * COUNT + label]!;
  });
  return sum;
}

const number = fc.integer({ min: -30, max: 30 }).map((n) => n / 10);
const numbers = (length: number) =>
  fc.array(number, { minLength: length, maxLength: length }).map((list) => Float32Array.from(list));
const problem = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc.record({
    scores: numbers(length * COUNT),
    chain: fc.record({
      count: fc.constant(COUNT),
      transitions: numbers(COUNT * COUNT).map((values) =>
        values.map((value, at) => (at === 5 ? Number.NEGATIVE_INFINITY : value)),
      ),
      starts: numbers(COUNT),
      ends: numbers(COUNT),
    }),
  }),
);
const runs = { seed: 20260101, numRuns: 200 };

describe('the lattice of a linear chain', () => {
  it('finds the path that trying all of them finds', () => {
    fc.assert(
      fc.property(problem, ({ chain, scores }) => {
        const best = Math.max(
          ...allPaths(scores.length / COUNT).map((path) => pathScore(chain, scores, path)),
        );
        expect(pathScore(chain, scores, [...bestPath(chain, scores)])).toBeCloseTo(best, 4);
      }),
      runs,
    );
  });

  it('sums over all paths: log Z and the probability of every label', () => {
    fc.assert(
      fc.property(problem, ({ chain, scores }) => {
        const paths = allPaths(scores.length / COUNT);
        const weights = paths.map((path) => Math.exp(pathScore(chain, scores, path)));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const sums = sumPaths(chain, scores, expMoves(chain), null);
        expect(sums.logZ).toBeCloseTo(Math.log(total), 4);
        marginals(sums).forEach((probability, cell) => {
          const part = weights.filter(
            (_, index) => paths[index]?.[Math.floor(cell / COUNT)] === cell % COUNT,
          );
          expect(probability).toBeCloseTo(part.reduce((sum, weight) => sum + weight, 0) / total, 4);
        });
      }),
      runs,
    );
  });

  it('sums over the permitted labels alone where the annotation is partial', () => {
    fc.assert(
      fc.property(problem, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), ({ chain, scores }, sets) => {
        const length = scores.length / COUNT;
        const allowed = Uint32Array.from({ length }, () => sets.next().value ?? 7);
        const kept = allPaths(length).filter((path) =>
          path.every((label, at) => (allowed[at]! >> label) & 1),
        );
        const total = kept.reduce((sum, path) => sum + Math.exp(pathScore(chain, scores, path)), 0);
        fc.pre(total > 0);
        expect(sumPaths(chain, scores, expMoves(chain), allowed).logZ).toBeCloseTo(Math.log(total), 4);
      }),
      runs,
    );
  });

  it('answers an empty sequence with an empty path', () => {
    const chain = {
      count: COUNT,
      transitions: new Float32Array(9),
      starts: new Float32Array(3),
      ends: new Float32Array(3),
    };
    expect(bestPath(chain, new Float32Array(0))).toHaveLength(0);
  });
});
