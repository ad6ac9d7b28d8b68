import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePointIndex } from '../../../lib/exchange/code-points';
import { jsonLd } from '../../../lib/exchange/json-ld';
import { words } from './random-set';
import { exportOf, passage, writeNote } from './sample-set';

describe('a position in code points', () => {
  it('is what counting them one by one gives, at every offset', () => {
    fc.assert(
      fc.property(words(8), (text) => {
        const index = new CodePointIndex(text);
        let [offset, points] = [0, 0];
        for (const character of text) {
          expect(index.before(offset)).toBe(points);
          // Between the halves of a pair: the character has not been passed.
          if (character.length === 2) expect(index.before(offset + 1)).toBe(points);
          offset += character.length;
          points += 1;
        }
        expect(index.before(text.length)).toBe(points);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });

  it('is none outside the text', () => {
    const index = new CodePointIndex('ab');
    for (const offset of [-1, 3, 0.5, Number.NaN]) expect(index.before(offset)).toBeNull();
  });

  it('selects in the W3C file the very words of the quote', async () => {
    const target = await passage(7, 14);
    const set = await exportOf([await writeNote(1, { target })]);
    const [item] = JSON.parse([...jsonLd.write(set)].join('')).first.items;
    const [quote, position] = item.target.selector;
    const text = [...set.articles[0]!.versions[0]!.text];
    expect(text.slice(position.start, position.end).join('')).toBe(quote.exact);
    expect([position.start, position.end]).toEqual([6, 13]);
  });

  it('is left out where the text it counts in is not in the file', async () => {
    const target = await passage(7, 14);
    const set = await exportOf([await writeNote(1, { target })]);
    const [item] = JSON.parse([...jsonLd.write({ ...set, articles: [] })].join('')).first.items;
    expect(item.target.selector).toMatchObject({ type: 'TextQuoteSelector', exact: 'harbour' });
  });
});
