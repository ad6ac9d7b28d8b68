import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimId } from '../../../lib/findings/claim-id';
import type { ClaimRow } from '../../../lib/store/findings-database';
import { type CountMet, MetElsewhere } from '../../../lib/surfaces/met-elsewhere';

const claims = (...numbers: readonly number[]) =>
  numbers.map((n) => ({ claim: { article: 'https://news.example/a', n } as ClaimRow }));

/** The counts of a list; `answer` is told each of them, `begun` has the claims that were asked for, `ended` counts the ends. */
function counting() {
  const begun: number[][] = [];
  let answer: Parameters<CountMet>[1] = () => {};
  let ended = 0;
  const changed = vi.fn();
  const met = new MetElsewhere((asked, onCount) => {
    begun.push(asked.map(({ n }) => n));
    answer = onCount;
    return () => {
      ended += 1;
    };
  }, changed);
  return {
    met,
    begun,
    changed,
    answer: (id: string, count: number) => answer(id, count),
    ended: () => ended,
  };
}

describe('where else a claim was met', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is asked for what stays on the screen, once', () => {
    const { met, begun, ended } = counting();
    met.follow([claims(1, 2)]);
    const stays = claims(3);
    met.follow([stays]);
    met.follow([stays]);
    vi.runAllTimers();
    expect(begun).toEqual([[3]]);
    met.follow([]);
    vi.runAllTimers();
    expect(begun).toEqual([[3]]);
    expect(ended()).toBe(1);
  });

  it('is drawn once for several counts that come together, and not for one that is known', () => {
    const { met, changed, answer } = counting();
    met.follow([claims(1, 2)]);
    vi.runAllTimers();
    const [one, two] = claims(1, 2).map(({ claim }) => claim);
    answer(claimId(one!), 2);
    answer(claimId(two!), 1);
    expect(changed).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledOnce();
    expect([met.of(one!), met.of(two!)]).toEqual([2, 1]);
    answer(claimId(one!), 2);
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledOnce();
  });
});
