import { describe, expect, it } from 'vitest';
import { actsAsState } from '../../../lib/actors/as-state';
import { readText } from '../../../lib/actors/reading';

function acts(text: string, place: string): boolean {
  const reading = readText(text);
  const from = reading.words.indexOf(place);
  return actsAsState(reading, from, from + 1);
}

describe('a place that stands for its government', () => {
  it.each([
    ['speaks', 'On Friday Ekra said no.'],
    ['has done something', 'Ekra has long supported the rebels.'],
    ['owns a policy', 'They rejected Ekra’s demands.'],
    ['is a party to relations', 'Relations between Valdor and Ekra are poor.'],
    ['is a party to talks', 'They broke off talks with Ekra.'],
    ['is put under pressure', 'This was meant to pressure Ekra into peace.'],
    ['has had an ambassador', 'Ekra’s former ambassador left.'],
    ['is sent an ambassador', 'The ambassador to Ekra left.'],
    ['has a president who is named', 'President Ivo Lanz of Ekra came.'],
    ['has a public body of some field', 'Ekra’s harbour authority put it at nine.'],
    ['has decided something', 'Ekra will stop building walls.'],
    ['is asked for something', 'She asked Ekra to stay out of it.'],
    ['has a government beside it', 'The Ekra government resigned.'],
  ])('%s', (_, text) => {
    expect(acts(text, 'Ekra')).toBe(true);
  });

  it.each([
    ['is where something happens', 'The meeting in Ekra was short.'],
    ['is where someone comes from', 'He came from Ekra to the coast.'],
    ['will be somewhere', 'Ekra will be warm.'],
    ['owns a street', 'Ekra’s streets were empty.'],
    ['is where someone speaks', 'A man in Ekra said no.'],
    ['names a river or a sea', 'Ekra River has long supported the mills.'],
  ])('is only a place where it %s', (_, text) => {
    expect(acts(text, 'Ekra')).toBe(false);
  });
});
