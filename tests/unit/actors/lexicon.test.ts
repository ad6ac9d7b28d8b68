import { describe, expect, it } from 'vitest';
import { lookUp, lookUpName } from '../../../lib/actors/lexicon/lexicon';
import { readText } from '../../../lib/actors/reading';

describe('the lexicon', () => {
  it('knows a state by every name, and its capital by the state', () => {
    expect(lookUpName('U.S.')).toMatchObject({ kind: 'country', state: 'United States' });
    expect(lookUpName('Ankara')).toMatchObject({ kind: 'capital', state: 'Turkey' });
    expect(lookUpName('Kenyans')).toMatchObject({ kind: 'people', state: 'Kenya' });
  });

  it('takes the longest name', () => {
    const { words } = readText('In South Sudan People');
    expect(lookUp(words, 1)).toMatchObject({ kind: 'country', length: 2 });
  });

  it('knows a name with the other apostrophe and with hyphens', () => {
    expect(lookUpName('Côte d’Ivoire')?.kind).toBe('country');
    expect(lookUpName('Tehreek-e-Taliban Pakistan')?.kind).toBe('armed-group');
  });

  it('knows months and days as no actors', () => {
    expect(lookUpName('Tuesday')?.kind).toBe('none');
  });

  it('answers null for an unknown word, a part of a name and nothing', () => {
    expect([lookUpName('Varro'), lookUpName('Sri'), lookUpName('')]).toEqual([null, null, null]);
    expect(lookUp([], 3)).toBeNull();
  });

  it('is case-sensitive, so that a common word is no name', () => {
    expect(lookUpName('turkey')).toBeNull();
  });
});
