import { describe, expect, it } from 'vitest';
import type { AnnotationVersion } from '../../../lib/model/annotation';
import { hasTerms, noteWords, queryTerms, wordsIn } from '../../../lib/notes/note-words';

const note: AnnotationVersion = {
  device: 'd',
  n: 1,
  hlc: '',
  hash: '',
  author: 'Zoë Ünal',
  kind: 'note',
  article: 'https://news.example/harbour',
  target: {
    quote: { exact: 'José Peña denied it', prefix: '', suffix: '' },
    position: { start: 0, end: 19, version: null, base: 'article' },
    structure: null,
    history: [],
  },
  body: 'Check the **minutes**',
  tags: ['follow-up', '東京の港'],
  codes: [],
  created: '2026-03-01T10:00:00Z',
  updated: '2026-04-02T10:00:00Z',
};
const article = {
  title: 'Harbour reopens',
  authors: ['Ines Vale'],
  siteName: 'The Courier',
  publishedTime: '2026-02-27T08:00:00Z',
};

const finds = (query: string) => hasTerms(noteWords(note, article), queryTerms(query));

describe('searching a note', () => {
  it('looks into text, quote, tags, author, address, and what is known of the article', () => {
    const queries = [
      'minutes',
      'denied',
      'follow-up',
      '東京',
      'zoë',
      'news.example',
      'reopens',
      'vale',
      'courier',
    ];
    for (const query of queries) expect([query, finds(query)]).toEqual([query, true]);
  });

  it('finds a word by its beginning, not by its middle', () => {
    expect(finds('minu')).toBe(true);
    expect(finds('inutes')).toBe(false);
  });

  it('folds case and diacritics both ways', () => {
    expect(finds('jose pena')).toBe(true);
    expect(finds('UNAL')).toBe(true);
    expect(finds('Mínütes')).toBe(true);
  });

  it('wants every word, in any order and place', () => {
    expect(finds('unal minutes denied')).toBe(true);
    expect(finds('minutes absent')).toBe(false);
  });

  it('finds any piece of a script without spaces', () => {
    for (const query of ['東京の港', '京の', 'の港', '港'])
      expect([query, finds(query)]).toEqual([query, true]);
    expect(finds('港東')).toBe(false);
  });

  it('keeps to a field where one is named', () => {
    for (const query of [
      'tag:follow',
      'author:unal',
      'author:vale',
      'site:courier',
      'site:news',
      'actor:peña',
    ])
      expect([query, finds(query)]).toEqual([query, true]);
    for (const query of ['tag:minutes', 'author:pena', 'site:harbour', 'actor:denied'])
      expect([query, finds(query)]).toEqual([query, false]);
  });

  it('knows the days of the note and of the article, and their months', () => {
    for (const query of ['date:2026-03-01', 'date:2026-04', '2026-02-27', 'date:2026'])
      expect([query, finds(query)]).toEqual([query, true]);
    expect(finds('date:2026-05')).toBe(false);
  });

  it('finds everything for an empty query', () => {
    expect(finds('  \n ')).toBe(true);
  });
});

describe('the words of a text', () => {
  it('are divided at every sign, with a script without spaces in pairs', () => {
    expect(wordsIn("O'Brien’s 41-day")).toEqual(['o', 'brien', 's', '41', 'day']);
    expect(wordsIn('A東京B')).toEqual(['a', '東京', '京', 'b']);
  });

  it('are cut where nobody could have meant a word', () => {
    expect(wordsIn('x'.repeat(99))).toEqual(['x'.repeat(40)]);
    expect(queryTerms('x'.repeat(99))).toEqual(['x'.repeat(40)]);
  });
});
