import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followClock, tickClock } from '../../../lib/team/hybrid-clock';

const NOON = Date.UTC(2026, 2, 1, 12);

describe('the hybrid clock', () => {
  it('reads the wall clock', () => {
    expect(tickClock(null, NOON)).toBe('2026-03-01T12:00:00.000Z-0000');
  });

  it('goes on when the wall clock stands still or goes back', () => {
    const first = tickClock(null, NOON);
    expect(tickClock(first, NOON)).toBe('2026-03-01T12:00:00.000Z-0001');
    expect(tickClock(first, NOON - 3_600_000)).toBe('2026-03-01T12:00:00.000Z-0001');
  });

  it('carries into the time when the counter is full', () => {
    expect(tickClock('2026-03-01T12:00:00.000Z-ffff', NOON)).toBe('2026-03-01T12:00:00.001Z-0000');
  });

  it('starts anew where the last reading is garbage', () => {
    expect(tickClock('yesterday', NOON)).toBe('2026-03-01T12:00:00.000Z-0000');
    expect(tickClock(null, Number.NaN)).toBe('1970-01-01T00:00:00.000Z-0000');
  });

  it('only moves forward, as text too', () => {
    const times = fc.array(fc.integer({ min: 0, max: 4_102_444_800_000 }), { minLength: 2, maxLength: 40 });
    const property = fc.property(times, (walls) => {
      let last: string | null = null;
      for (const wall of walls) {
        const next: string = tickClock(last, wall);
        if (last !== null) expect(next > last).toBe(true);
        last = next;
      }
    });
    fc.assert(property, { seed: 20260101, numRuns: 1000 });
  });

  it('follows a later remote reading, so that an answer is dated after its question', () => {
    const remote = '2026-03-01T12:05:00.000Z-0003';
    const followed = followClock(tickClock(null, NOON), remote, NOON);
    expect(followed).toBe(remote);
    expect(tickClock(followed, NOON) > remote).toBe(true);
  });

  it('does not follow a clock that is far ahead, an earlier one, or garbage', () => {
    const own = tickClock(null, NOON);
    expect(followClock(own, '2031-01-01T00:00:00.000Z-0000', NOON)).toBe(own);
    expect(followClock(own, '2020-01-01T00:00:00.000Z-0000', NOON)).toBe(own);
    expect(followClock(own, 'zzzz', NOON)).toBe(own);
    expect(followClock(null, 'zzzz', NOON)).toBeNull();
  });
});
