import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT, describeTarget } from '../../../lib/anchoring/describe-target';
import { pageOf, STORY, spanOf } from './sample-page';

const { text, blocks } = pageOf(STORY);

describe('describeTarget', () => {
  it('keeps the words with their context on both sides', () => {
    const { quote } = describeTarget(text, blocks, spanOf(text, 'nine thousand residents'), 'v1', 'article');
    expect(quote.exact).toBe('nine thousand residents');
    expect(quote.prefix.endsWith('petition, signed by ')).toBe(true);
    expect(quote.suffix.startsWith(', asks the council')).toBe(true);
    expect([quote.prefix.length, quote.suffix.length]).toEqual([CONTEXT, CONTEXT]);
  });

  it('keeps block boundaries, inside the quote and around it', () => {
    const start = spanOf(text, 'on the quay.').start;
    const { quote } = describeTarget(text, blocks, { start, end: start + 19 }, 'v1', 'article');
    expect(quote.exact).toBe('on the quay.\nA mark');
    expect(quote.suffix).toContain('\n');
  });

  it('says where the passage stood', () => {
    const { structure, position } = describeTarget(text, blocks, spanOf(text, 'Demolition'), 'v1', 'article');
    expect(structure).toMatchObject({ block: 6, heading: 'What comes next', path: 'p' });
    expect(position).toEqual({ ...spanOf(text, 'Demolition'), version: 'v1', base: 'article' });
  });

  it("takes the page's own path where the block knows it", () => {
    const placed = blocks.map((block) => ({ ...block, path: 'p<div<article' }));
    expect(describeTarget(text, placed, spanOf(text, 'Demolition'), null, 'article').structure?.path).toBe(
      'p<div<article',
    );
  });

  it('leaves out white space at the edges of a selection', () => {
    const { start, end } = spanOf(text, ' premature. ');
    expect(describeTarget(text, blocks, { start, end }, null, 'article').quote.exact).toBe('premature.');
  });

  it('has no structure where there are no blocks', () => {
    expect(describeTarget(text, [], spanOf(text, 'market'), null, 'document').structure).toBeNull();
  });

  it('fits into 600 bytes for a sentence', () => {
    const target = describeTarget(
      text,
      blocks,
      spanOf(text, STORY[4]!.slice(0, 38)),
      'f'.repeat(64),
      'article',
    );
    expect(JSON.stringify(target).length).toBeLessThanOrEqual(600);
  });

  it('never cuts a character in two, whatever span it gets', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '😀', '語', '𝒳');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 260 }), fc.integer(), fc.integer(), (page, start, end) => {
        const { quote, position } = describeTarget(page, [], { start, end }, null, 'document');
        for (const part of Object.values(quote)) expect(part.isWellFormed()).toBe(true);
        expect(page.slice(position.start, position.end)).toBe(quote.exact);
        expect(page.slice(0, position.start).endsWith(quote.prefix)).toBe(true);
        expect(page.slice(position.end).startsWith(quote.suffix)).toBe(true);
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });
});
