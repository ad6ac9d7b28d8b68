import { describe, expect, it } from 'vitest';
import { taughtWords, wordsFor } from '../../../lib/actors/corrections';
import type { Actor } from '../../../lib/model/actor';
import type { WordListEntry } from '../../../lib/model/word-list';

const entry = (surface: string, scope: WordListEntry['scope'], where?: string): WordListEntry => ({
  surface,
  action: 'mute',
  scope,
  ...(where === undefined ? {} : { where }),
  author: '',
  created: '2026-01-01T00:00:00Z',
});

const mention = (text: string, start: number, form: 'name' | 'pronoun' = 'name') => ({
  start,
  end: start + text.length,
  text,
  form,
  type: 'person' as const,
  confidence: 1,
});

const actor: Actor = {
  id: 'a1',
  name: 'Lena Varro',
  type: 'person',
  confidence: 1,
  mentions: [mention('Lena Varro', 0), mention('she', 20, 'pronoun'), mention('Varro', 30)],
  why: [],
};

describe('where a correction holds', () => {
  it('takes what holds everywhere, on this site and in this article', () => {
    const words = [
      entry('a', 'everywhere'),
      entry('b', 'site', 'news.example'),
      entry('c', 'site', 'other.example'),
      entry('d', 'article', 'https://news.example/1'),
      entry('e', 'article', 'https://news.example/2'),
      entry('f', 'site'),
    ];
    const here = wordsFor(words, { article: 'https://news.example/1', site: 'news.example' });
    expect(here.map(({ surface }) => surface)).toEqual(['a', 'b', 'd']);
    expect(wordsFor(words, { article: null, site: null }).map(({ surface }) => surface)).toEqual(['a']);
  });
});

describe('what is taught', () => {
  it('takes every name of what is no actor', () => {
    expect(taughtWords(actor, 0, { action: 'not-an-actor' })).toEqual([
      { surface: 'Lena Varro', action: 'not-an-actor' },
      { surface: 'Varro', action: 'not-an-actor' },
    ]);
  });

  it('splits the mention in hand, and teaches the rest by the actor’s name', () => {
    expect(taughtWords(actor, 2, { action: 'split' })).toEqual([{ surface: 'Varro', action: 'split' }]);
    expect(taughtWords(actor, 2, { action: 'type', value: 'party' })).toEqual([
      { surface: 'Lena Varro', action: 'type', value: 'party' },
    ]);
  });
});
