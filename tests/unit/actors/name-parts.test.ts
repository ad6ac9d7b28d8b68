import { describe, expect, it } from 'vitest';
import { abbreviates, isAcronym, nameParts } from '../../../lib/actors/name-parts';

describe('name parts', () => {
  it('leave out titles, suffixes, articles, accents and the possessive', () => {
    expect(nameParts('Prof. Dr Léna Varro Jr.', true)).toEqual(['lena', 'varro']);
    expect(nameParts('the Grain Board’s', false)).toEqual(['grain', 'board']);
  });

  it('keep a title that is all there is', () => {
    expect(nameParts('General', true)).toEqual(['general']);
  });

  it('keep the titles of organisations', () => {
    expect(nameParts('General Council', false)).toEqual(['general', 'council']);
  });
});

describe('acronyms', () => {
  it.each(['TTP', 'U.N.', 'AfD', 'G-20', 'NGB'])('%s looks like one', (name) => {
    expect(isAcronym(name)).toBe(true);
  });

  it.each(['Varro', 'A', 'the', 'Grain Board', ''])('%s does not', (name) => {
    expect(isAcronym(name)).toBe(false);
  });

  it('abbreviate with or without small words and hyphens', () => {
    expect(abbreviates('NGB', 'National Grain Board')).toBe(true);
    expect(abbreviates('HNV', 'Harak-i-Nour Valdor')).toBe(true);
    expect(abbreviates('MOD', 'Ministry of Defence')).toBe(true);
    expect(abbreviates('U.G.B.', 'Union of Grain Bakers')).toBe(true);
    expect(abbreviates('NGB', 'National Grain')).toBe(false);
    expect(abbreviates('V', 'Varro')).toBe(false);
  });
});
