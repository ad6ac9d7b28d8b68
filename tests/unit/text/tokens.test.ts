import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../lib/text/tokens';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it('gives tokens that slice to their own text, in order and without overlap, for any string', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('a', 'N', "n't", '.', '’', ' ', '-', '@', '\u200b', '\ud83d', '1', '\n'),
      }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          last = token.end;
        }
      }),
      { seed: 20260101, numRuns: 500 },
    );
  });

  it('loses no visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const visible = (s: string): string => s.replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/g, '');
        expect(visible(words(text).join(''))).toBe(visible(text));
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });

  it('keeps the full stop of abbreviations and initials, and splits off the one that ends a sentence', () => {
    expect(words('Mr. Varro met J. Odum of the U.N. in Kell.')).toEqual([
      'Mr.',
      'Varro',
      'met',
      'J.',
      'Odum',
      'of',
      'the',
      'U.N.',
      'in',
      'Kell',
      '.',
    ]);
  });

  it('takes a letter before the opening of a sentence for no initial', () => {
    expect(words('They chose plan B. The vote is on. J. The’oni left.')).toEqual([
      'They',
      'chose',
      'plan',
      'B',
      '.',
      'The',
      'vote',
      'is',
      'on',
      '.',
      'J.',
      'The’oni',
      'left',
      '.',
    ]);
  });

  it('splits possessives and contractions but not names with an apostrophe', () => {
    expect(words("O'Dell's aide didn't say we’re")).toEqual([
      "O'Dell",
      "'s",
      'aide',
      'did',
      "n't",
      'say',
      'we',
      '’re',
    ]);
  });

  it('keeps hyphenated names, numbers, addresses and handles whole', () => {
    expect(
      words('Harak-i-Nour, 1,250 at 8:30; see https://example.org/a?b#c or ed@example.org, @desk #vote'),
    ).toEqual([
      'Harak-i-Nour',
      ',',
      '1,250',
      'at',
      '8:30',
      ';',
      'see',
      'https://example.org/a?b#c',
      'or',
      'ed@example.org',
      ',',
      '@desk',
      '#vote',
    ]);
  });

  it('keeps invisible characters inside a word and drops them between words', () => {
    expect(words('Ka\u200Brim \u200B spoke')).toEqual(['Ka\u200Brim', 'spoke']);
  });

  it('stays linear on long awkward strings', () => {
    for (const piece of ['a-', "n't", 'a.', '@a', "a'", 'Dr.', 'a1.', '\u200b', '.,']) {
      const started = performance.now();
      tokenize(piece.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
