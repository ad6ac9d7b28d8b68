import { describe, expect, it } from 'vitest';
import { endApart, isRightToLeft, runsLeft, setApart, setInto } from '../../../lib/text/direction';

describe('the direction of a line', () => {
  it('is that of its first letter, but for parts that are set apart', () => {
    expect(isRightToLeft('“رُسم” by Pressmark')).toBe(true);
    expect(isRightToLeft('12 Pressmark رُسم')).toBe(false);
    expect(isRightToLeft(`${setApart('Mina Castellan')}. رُسم`)).toBe(true);
    expect(isRightToLeft('2026')).toBe(false);
  });

  it('is kept by a part of the other direction, and a part of the same stays as it is', () => {
    expect(setInto(true, 'Quay Courier')).toBe('\u2068Quay Courier\u2069');
    expect(setInto(false, 'Quay Courier')).toBe('Quay Courier');
    expect(setInto(true, 'رُسم')).toBe('رُسم');
  });

  it('is kept by a part that goes on over the end of a line', () => {
    const [first, second, third] = endApart(['رُسم \u2068Ferry talks', 'end without', 'a deal\u2069. رُسم']);
    expect([first, second, third]).toEqual([
      'رُسم \u2068Ferry talks\u2069',
      '\u2068end without\u2069',
      '\u2068a deal\u2069. رُسم',
    ]);
    expect(runsLeft('رُسم')).toBe('\u2067رُسم\u2069');
  });
});
