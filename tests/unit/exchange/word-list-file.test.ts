import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWordList, writeWordList } from '../../../lib/exchange/word-list-file';
import type { StoredWord } from '../../../lib/model/word-list';

const id = '01890000-0000-7000-8000-000000000001';
const word: StoredWord = {
  id,
  entry: {
    surface: 'Grain Board',
    action: 'type',
    value: 'party',
    scope: 'site',
    where: 'news.example',
    author: 'Mai',
    created: '2026-01-01T00:00:00Z',
  },
};

describe('a word list as a file', () => {
  it('is read back as it was written', () => {
    expect(readWordList(writeWordList([word], 'Pressmark 1'))).toEqual({
      ok: true,
      words: [word],
      skipped: 0,
    });
  });

  it('leaves out what is no correction, and keys that nobody knows', () => {
    const entries = [
      { ...word, more: 1, entry: { ...word.entry, more: 2 } },
      { id: 'x', entry: word.entry },
      { id, entry: { ...word.entry, action: 'delete-all' } },
      { id, entry: { ...word.entry, surface: ' ' } },
      null,
    ];
    const text = JSON.stringify({ format: 'pressmark-word-list', version: 1, words: entries });
    expect(readWordList(text)).toEqual({ ok: true, words: [word], skipped: 4 });
  });

  it('names what is wrong with a file', () => {
    const problemOf = (text: string) => {
      const file = readWordList(text);
      return file.ok ? null : file.problem;
    };
    expect(problemOf('')).toBe('empty');
    expect(problemOf('surface;action')).toBe('not-json');
    expect(problemOf('{"format": "pressmark-word-list", "words": [')).toBe('cut-off');
    expect(problemOf('{"@context": "http://www.w3.org/ns/anno.jsonld"}')).toBe('other-json');
    expect(problemOf('null')).toBe('other-json');
    expect(problemOf('{"format": "pressmark-word-list", "version": 2, "words": []}')).toBe('newer-version');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readWordList(text);
      }),
      { seed: 20261127 },
    );
  });
});
