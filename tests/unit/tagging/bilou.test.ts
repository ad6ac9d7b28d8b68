import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bilouLabels, decodeRuns, encodeRuns, mayFollow, type TaggedRun } from '../../../lib/tagging/bilou';

const labels = bilouLabels(['A', 'B']);
const gaps = fc.array(
  fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 4 }), type: fc.constantFrom('A', 'B') }),
);

function runsOf(list: { gap: number; length: number; type: string }[]): {
  runs: TaggedRun<string>[];
  length: number;
} {
  let at = 0;
  const runs = list.map(({ gap, length, type }) => {
    const from = at + gap;
    at = from + length;
    return { from, to: at, type };
  });
  return { runs, length: at + 1 };
}

describe('BILOU labels', () => {
  it('spell runs and read them back', () => {
    fc.assert(
      fc.property(gaps, (list) => {
        const { runs, length } = runsOf(list);
        expect(decodeRuns(labels, encodeRuns(labels, length, runs))).toEqual(runs);
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });

  it('permit every pair that runs can spell', () => {
    fc.assert(
      fc.property(gaps, (list) => {
        const { runs, length } = runsOf(list);
        const path = [...encodeRuns(labels, length, runs)].map((label) => labels[label] ?? null);
        path.forEach((label, at) => {
          expect(mayFollow(path[at - 1] ?? null, label)).toBe(true);
        });
        expect(mayFollow(path.at(-1) ?? null, null)).toBe(true);
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });

  it('forbid a run without a beginning, without an end, or of two types', () => {
    expect(mayFollow(null, 'I-A')).toBe(false);
    expect(mayFollow('O', 'L-A')).toBe(false);
    expect(mayFollow('B-A', 'O')).toBe(false);
    expect(mayFollow('B-A', 'L-B')).toBe(false);
    expect(mayFollow('I-A', null)).toBe(false);
    expect(mayFollow('U-A', 'B-B')).toBe(true);
  });
});
