import { describe, expect, it } from 'vitest';
import { dateIn, dayIn, languageIn, momentIn, sizeIn, wordsFrom, writingOf } from '../../../lib/text/wording';

const SENTENCES: Record<string, string> = {
  plain: 'A sentence',
  of: '$1 of $2',
  also: 'also: $1',
  saved_count_one: '$1 note saved',
  saved_count_other: '$1 notes saved',
  kept_count_few: '$1 few',
  kept_count_two: 'two',
  kept_count_other: '$1 other',
};

function speaking(language: string, region = language, direction: 'ltr' | 'rtl' = 'ltr') {
  const lookUp = (key: string, fillings: string[]) =>
    (SENTENCES[key] ?? '').replace(/\$(\d)/g, (_, n: string) => fillings[Number(n) - 1] ?? '');
  return wordsFrom(lookUp, { language, region, direction });
}

describe('the words of the interface', () => {
  it('are the sentence of a key, or the key where there is none', () => {
    expect([speaking('en')('plain'), speaking('en')('nothing')]).toEqual(['A sentence', 'nothing']);
  });

  it('write numbers, shares and lists as the region does', () => {
    expect(speaking('en')('of', 12_345, { share: 0.5 })).toBe('12,345 of 50%');
    expect(speaking('de')('of', 12_345, { share: 0.5 })).toBe('12.345 of 50\u00a0%');
    expect(speaking('en')('also', ['Ada', 'Ben', 'Cy'])).toBe('also: Ada, Ben, Cy');
    expect(speaking('de')('also', ['Ada', 'Ben', 'Cy'])).toBe('also: Ada, Ben und Cy');
  });

  it('choose the plural form by the first number', () => {
    const word = speaking('en');
    expect([0, 1, 2, 1000].map((count) => word('saved_count', count))).toEqual([
      '0 notes saved',
      '1 note saved',
      '2 notes saved',
      '1,000 notes saved',
    ]);
    expect(word('saved_count', 'a word first', 1)).toBe('a word first note saved');
  });

  it('know the six forms of Arabic, and take the general one where a form is not written', () => {
    const word = speaking('ar', 'ar-u-nu-latn');
    expect([2, 5, 11, 100].map((count) => word('kept_count', count))).toEqual([
      'two',
      '5 few',
      '11 other',
      '100 other',
    ]);
  });

  it('keep foreign names in their own direction in a sentence from right to left', () => {
    expect(speaking('ar', 'ar', 'rtl')('also', 'Ada')).toBe('also: \u2068Ada\u2069');
    expect(speaking('en')('also', 'Ada')).toBe('also: Ada');
  });
});

describe('the writing of the interface', () => {
  const table = (language: string, direction: string) => (key: string) =>
    key === 'language_tag' ? language : direction;

  it('takes dates and numbers from the region of the same language', () => {
    expect(writingOf(table('en', 'ltr'), 'en-GB').region).toBe('en-GB');
    expect(writingOf(table('ar', 'rtl'), 'ar')).toEqual({ language: 'ar', region: 'ar', direction: 'rtl' });
  });

  it('is English in a browser whose language has no sentences, whatever the direction of that one is', () => {
    const english = { language: 'en', region: 'en', direction: 'ltr' };
    expect(writingOf(table('en', 'ltr'), 'he')).toEqual(english);
    expect(writingOf(() => '', 'ja')).toEqual(english);
  });
});

describe('dates, languages and sizes', () => {
  it('are written as the region writes them', () => {
    const time = '2026-03-09T12:00:00Z';
    expect([dayIn('en-GB', time), dayIn('de', time, 'long')]).toEqual(['9 Mar 2026', '9. März 2026']);
    expect([dateIn('en', '2026-03-09'), dateIn('en', 'next spring')]).toEqual(['March 9, 2026', null]);
    expect(dateIn('en', time)).toMatch(/^March 9, 2026 at /);
    expect(momentIn('en-GB', time)).toMatch(/^9 Mar 2026, \d\d:\d\d$/);
    expect([languageIn('de', 'fr'), languageIn('de', '?')]).toEqual(['Französisch', '?']);
    expect([sizeIn('en', 12_345_678), sizeIn('fr', 999)]).toEqual(['12.3 MB', '1\u202fko']);
  });
});
