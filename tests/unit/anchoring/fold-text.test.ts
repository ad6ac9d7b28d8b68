import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../lib/anchoring/fold-text';

const folded = (text: string) => foldText(text).text;

describe('foldText', () => {
  it('makes one text of two renderings of the same words', () => {
    expect(folded('“It’s late” – he said…')).toBe(folded('"It\'s late" -- he said...'));
    expect(folded('a\u00a0b \t c')).toBe('a b c');
    expect(folded('cou\u00adncil\u200b meets')).toBe('council meets');
    expect(folded('wait—what')).toBe(folded('wait – what'));
  });

  it('keeps the boundary between two blocks', () => {
    expect(folded('one \n two')).toBe('one\n two'.replace('\n ', '\n'));
    expect(folded('one\n\ntwo')).toBe('one\ntwo');
  });

  it('knows where every unit came from', () => {
    const { text, from } = foldText('a…  b\u00ad—c');
    expect(text).toBe('a... b-c');
    expect([...from]).toEqual([0, 1, 1, 1, 2, 4, 6, 7]);
  });

  it('never runs backwards, never leaves the text, and changes nothing when done twice', () => {
    const strange = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '\n', '\u00ad', '—', '-', '…', '’', '\u200b', '😀', '語'),
    });
    fc.assert(
      fc.property(strange, (text) => {
        const { text: once, from } = foldText(text);
        expect(from.length).toBe(once.length);
        for (let i = 0; i < from.length; i++) {
          expect(from[i]!).toBeLessThan(text.length);
          if (i > 0) expect(from[i]!).toBeGreaterThanOrEqual(from[i - 1]!);
        }
        expect(folded(once)).toBe(once);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });
});
