import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../lib/text/blocks';

describe('blocksOf', () => {
  it('makes one paragraph of each line that is not blank', () => {
    const text = 'One.\n\n  Two. \r\nThree.';
    expect(blocksOf(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'Two.'],
      ['paragraph', 'Three.'],
    ]);
  });

  it('gives no block for a text without words', () => {
    expect(blocksOf(' \n\n\t')).toEqual([]);
  });

  it('keeps the blocks of any text in order and inside it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let before = 0;
        for (const block of blocksOf(text)) {
          expect(block.start).toBeGreaterThanOrEqual(before);
          expect(block.end).toBeGreaterThan(block.start);
          before = block.end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
      { seed: 20260101, numRuns: 200 },
    );
  });
});
