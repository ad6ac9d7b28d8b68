import { describe, expect, it } from 'vitest';
import { withoutWrong } from '../../../lib/claims/apply-corrections';
import type { Claim } from '../../../lib/model/claim';

const claim = (id: string, start: number, end: number): Claim => ({
  id,
  kind: 'indirect',
  modality: 'assertion',
  negated: false,
  start,
  end,
  segments: [[start, end]],
  source: null,
  cue: null,
  checkworthy: 0,
  score: 1,
  shown: true,
  why: [],
});
const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id);

describe('claims that the reader has called wrong', () => {
  const claims = [claim('c1', 0, 100), claim('c2', 20, 60), claim('c3', 200, 240)];

  it('go, also when the engine moves their edges a little; longer and shorter ones around them stay', () => {
    expect(ids(withoutWrong(claims, [{ start: 22, end: 60 }]))).toEqual(['c1', 'c3']);
    expect(ids(withoutWrong(claims, [{ start: 0, end: 90 }]))).toEqual(['c2', 'c3']);
  });

  it('stay where a correction means another passage', () => {
    expect(ids(withoutWrong(claims, [{ start: 100, end: 200 }]))).toEqual(['c1', 'c2', 'c3']);
    expect(withoutWrong(claims, [])).toBe(claims);
  });
});
