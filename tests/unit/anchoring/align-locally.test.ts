import { describe, expect, it } from 'vitest';
import { alignLocally } from '../../../lib/anchoring/align-locally';

const read = (pattern: string, text: string, from: number, band: number) =>
  [...alignLocally(pattern, text, from, band)].map((at) => (at < 0 ? '·' : text[at])).join('');

describe('alignLocally', () => {
  it('finds each unit of a pattern that stands in the text', () => {
    const text = 'the old market is to be closed in March';
    expect([...alignLocally('market', text, 4, 9)]).toEqual([8, 9, 10, 11, 12, 13]);
  });

  it('goes over what was put in and what was taken out', () => {
    expect(read('closed in March', 'will be closed perhaps in March', 0, 30)).toBe('closed in March');
    const text = 'closed early in March and in April';
    expect(read('closed early in the month of March and in April', text, -20, 30)).toBe(
      'closed early in············· March and in April',
    );
  });

  it('looks no further than its band', () => {
    expect(read('market', 'the old market', 0, 5)).toBe('······');
    expect(read('market', 'the old market', 0, 9)).toBe('market');
  });

  it('may begin before the text and end behind it', () => {
    expect(read('xxxx the old', 'the old', -6, 12)).toBe('·····the old');
    expect(read('market and more', 'the old market', 4, 9)).toBe('market·········');
    expect(read('market', '', -3, 6)).toBe('······');
  });
});
