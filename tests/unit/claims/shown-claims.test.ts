import { describe, expect, it } from 'vitest';
import { CLAIM_STEPS, claimStep, shownClaims } from '../../../lib/claims/shown-claims';
import type { Claim } from '../../../lib/model/claim';

const claim = (score: number, shown: boolean): Claim => ({
  id: `c${score}`,
  kind: 'indirect',
  modality: 'assertion',
  negated: false,
  start: 0,
  end: 1,
  segments: [],
  source: null,
  cue: null,
  checkworthy: 0,
  score,
  shown,
  why: [],
});

describe('the dial between precise and complete', () => {
  const claims = [claim(0.97, true), claim(0.9, true), claim(0.6, false), claim(0.1, false)];
  const count = (from: number | null, density: 'off' | 'first' | 'everything' = 'first') =>
    shownClaims(claims, density, from).length;

  it('shows more with every step, all at the last, and the engine’s choice where nothing is set', () => {
    expect(CLAIM_STEPS.map((step) => count(step))).toEqual([1, 2, 2, 3, 3, 4]);
  });

  it('leaves all to the density `everything` until the reader turns the dial', () => {
    expect([count(null, 'everything'), count(0.95, 'everything'), count(0, 'off')]).toEqual([4, 1, 0]);
  });

  it('stands where the setting is', () => {
    CLAIM_STEPS.forEach((step, at) => {
      expect(claimStep(step, 'first')).toBe(at);
    });
    expect(claimStep(null, 'everything')).toBe(5);
    expect(claimStep(0.6, 'first')).toBe(3);
  });
});
