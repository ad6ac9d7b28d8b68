import { describe, expect, it } from 'vitest';
import { atOnce, STEPS } from '../../../scripts/test/steps';

describe('the steps of a test run', () => {
  it('run one after another, but for the checks of the sources and the two browsers', () => {
    const groups = atOnce(STEPS).map((group) => group.map(({ name }) => name));
    expect(groups.flat()).toEqual(STEPS.map(({ name }) => name));
    expect(groups.filter((group) => group.length > 1)).toEqual([
      ['format and lint', 'types', 'types of the pure folders', 'dependency rules', 'dead code'],
      ['end to end, chromium', 'end to end, firefox'],
    ]);
  });

  it('come after what they need', () => {
    for (const [at, { needs }] of STEPS.entries()) {
      const earlier = STEPS.slice(0, at).map(({ name }) => name);
      expect(needs.filter((name) => !earlier.includes(name))).toEqual([]);
    }
  });
});
