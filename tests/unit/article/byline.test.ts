import { describe, expect, it } from 'vitest';
import { cleanName, isNameLike, parseByline, startsLikeByline } from '../../../lib/article/byline';

describe('reading a byline', () => {
  it.each([
    ['By Ana Lima', ['Ana Lima']],
    ['By Ana Lima and Bo Ek', ['Ana Lima', 'Bo Ek']],
    ['Das Gespräch führte Ana Lima.', ['Ana Lima']],
    ['Propos recueillis par Ana Lima', ['Ana Lima']],
    ['Interview by Ana Lima', ['Ana Lima']],
    ['By ANA LIMA | THE DAILY', ['ANA LIMA']],
    ['Von Jens Maier, Ute van der Berg und Kai Roth', ['Jens Maier', 'Ute van der Berg', 'Kai Roth']],
    ['Par Élodie Dupont · 12 mars 2026', ['Élodie Dupont']],
    ['Written by Ana Lima, updated 3 hours ago', ['Ana Lima']],
    ['Autor: Jan Nowak', ['Jan Nowak']],
    ['By Ana Lima March 3, 1999', ['Ana Lima']],
    ['By Ana May', ['Ana May']],
    ['By Ana Lima, Deputy Editor, Harbour Lines', ['Ana Lima']],
    ['By Ana Lima, Staff Writer, and Anna Berg, Correspondent', ['Ana Lima', 'Anna Berg']],
  ])('finds the people in %j', (text, names) => {
    expect(parseByline(text)).toEqual(names);
  });

  it.each(['Updated March 3, 2026', 'Share this story', '', 'By', '12 min read', 'All posts'])(
    'finds nobody in %j',
    (text) => {
      expect(parseByline(text)).toEqual([]);
    },
  );

  it('knows a byline by its first word only in a short text', () => {
    expect(startsLikeByline('By Ana Lima')).toBe(true);
    expect(startsLikeByline(`By ${'far the best of all '.repeat(20)}`)).toBe(false);
    expect(startsLikeByline('Byron wrote it')).toBe(false);
  });

  it('refuses accounts, addresses and markup as names', () => {
    for (const value of [
      'admin',
      'ana-lima2',
      'harbourwriter',
      'https://x.example/ana',
      'ana@news.example',
      '',
      '  ',
      '@',
      'null',
    ]) {
      expect(cleanName(value)).toBeNull();
    }
    expect(cleanName(' by  Ana <b>Lima</b>, ')).toBe('Ana Lima');
  });

  it('takes capitalised words with particles for a name, and short names without case', () => {
    expect(isNameLike('Ursula von der Leyen')).toBe(true);
    expect(isNameLike('王小明')).toBe(true);
    expect(isNameLike('the harbour opens')).toBe(false);
    expect(isNameLike('Ana')).toBe(false);
  });
});
