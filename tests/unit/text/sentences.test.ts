import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../lib/text/sentences';

const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('splits at full stops, question and exclamation marks', () => {
    expect(sentences('It rained. Did it stop? It did! Good.')).toEqual([
      'It rained.',
      'Did it stop?',
      'It did!',
      'Good.',
    ]);
  });

  it('does not split after titles, initials and abbreviations', () => {
    expect(sentences('Mr. Kato met Sen. J. Ruiz at St. Mary in Jan. 2020. They spoke.')).toEqual([
      'Mr. Kato met Sen. J. Ruiz at St. Mary in Jan. 2020.',
      'They spoke.',
    ]);
  });

  it('keeps a closing quotation mark with its sentence', () => {
    expect(sentences('She said “we go.” They stayed.')).toEqual(['She said “we go.”', 'They stayed.']);
  });

  it('keeps a quotation and its speaker together', () => {
    expect(sentences('“Really?” he asked. “Stop!” Kato said. She left.')).toEqual([
      '“Really?” he asked.',
      '“Stop!” Kato said.',
      'She left.',
    ]);
  });

  it('ends a sentence with its line, also a heading without a full stop', () => {
    expect(sentences('A heading\nA sentence.\r\nAnother')).toEqual(['A heading', 'A sentence.', 'Another']);
  });

  it('does not split at decimal points or in the middle of an ellipsis', () => {
    expect(sentences('It rose 3.5 percent ... and fell.')).toEqual(['It rose 3.5 percent ... and fell.']);
  });

  it('splits scripts that put no space after a full stop', () => {
    expect(sentences('行こう。帰ろう。')).toEqual(['行こう。', '帰ろう。']);
  });

  it('gives spans in order, inside any text, without white space around them, and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', '?', ' ', '\n', '“', '”', '1', 'é', '。', 'Mr') }),
        (text) => {
          const spans = splitSentences(text);
          let before = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
            before = end;
          }
          expect(before).toBeLessThanOrEqual(text.length);
          expect(sentences(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
      { seed: 20260101, numRuns: 500 },
    );
  });
});
