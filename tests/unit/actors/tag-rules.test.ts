import { describe, expect, it } from 'vitest';
import { readText } from '../../../lib/actors/reading';
import { tagByRules } from '../../../lib/actors/tag-rules';

/** "name LABEL why" of everything the rules find. */
function found(text: string): string[] {
  const reading = readText(text);
  return tagByRules(reading).map(
    ({ from, to, label, why }) =>
      `${text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end)} ${label} ${why.join()}`,
  );
}

describe('the rules without a model', () => {
  it('know names of the lexicon, the longest first', () => {
    expect(found('They flew from South Sudan to New York City.')).toEqual([
      'South Sudan LOC gazetteer',
      'New York City LOC gazetteer',
    ]);
  });

  it('take nationality and title off a person', () => {
    expect(found('They met Kenyan Prime Minister Ada Varro.')).toEqual([
      'Kenyan MISC gazetteer',
      'Ada Varro PER title-before',
    ]);
  });

  it('know organisations by their head, also before "of"', () => {
    expect(found('They asked the Valdor Grain Board and the Ministry of Salt.')).toEqual([
      'Valdor Grain Board ORG organisation-head',
      'Ministry of Salt ORG organisation-head',
    ]);
  });

  it('know people by a given name, a title in small letters, or by speaking', () => {
    expect(found('There Lena Varro sat. There minister Odum sat. There Zorrel Quint said so.')).toEqual([
      'Lena Varro PER first-name',
      'Odum PER title-before',
      'Zorrel Quint PER speaks',
    ]);
  });

  it('know places by "in" and acronyms by their capitals', () => {
    expect(found('It rained in Ekra when the NGB met.')).toEqual([
      'Ekra LOC place-before',
      'NGB ORG acronym',
    ]);
  });

  it('find nothing in the capitals of sentences, months and days', () => {
    expect(found('Rain fell on Tuesday. However, nothing grew in March. Everything dried.')).toEqual([]);
  });
});
