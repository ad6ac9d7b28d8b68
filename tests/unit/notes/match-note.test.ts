import { describe, expect, it } from 'vitest';
import type { AnnotationVersion } from '../../../lib/model/annotation';
import { matchesQuery, parseQuery } from '../../../lib/notes/match-note';

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
  tags: ['follow-up', '東京'],
  codes: [],
  created: '2026-03-01T10:00:00Z',
  updated: '2026-03-01T10:00:00Z',
};

const finds = (query: string) => matchesQuery(note, parseQuery(query));

describe('searching a note', () => {
  it('looks into text, quote, tags, author and address', () => {
    for (const query of ['minutes', 'denied', 'follow-up', '東京', 'zoë', 'news.example'])
      expect(finds(query)).toBe(true);
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

  it('finds everything for an empty query', () => {
    expect(finds('  \n ')).toBe(true);
  });
});
