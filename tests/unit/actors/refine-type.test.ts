import { describe, expect, it } from 'vitest';
import { refineType } from '../../../lib/actors/refine-type';

describe('the type of a name', () => {
  it.each([
    ['PER', 'Lena Varro', 'person'],
    ['LOC', 'Port Ekra', 'place'],
    ['LOC', 'Strait Courier', 'media'],
    ['LOC', 'Hexley Echo', 'media'],
    ['ORG', 'Coastal Wire', 'media'],
    ['ORG', 'Valdor Farmers Party', 'party'],
    ['ORG', 'Party of the Coast', 'party'],
    ['ORG', 'Ekra Liberation Army', 'armed-group'],
    ['ORG', 'Nour Martyrs Brigade', 'armed-group'],
    ['ORG', 'Ekra Evening Post', 'media'],
    ['ORG', 'Radio Ekra News Network', 'media'],
    ['ORG', 'Radio Ekra', 'media'],
    ['ORG', 'Ministry of Salt', 'organisation'],
    ['ORG', 'United Nations', 'organisation'],
    ['ORG', 'Tehrik-i-Taliban Valdor', 'armed-group'],
    ['ORG', 'Taliban', 'armed-group'],
    ['ORG', 'Reuters', 'media'],
    ['MISC', 'Pakistani', 'people'],
    ['MISC', 'Valdorians', 'people'],
    ['MISC', 'North American', 'people'],
    ['MISC', 'Silver Salt Prize', 'other'],
    ['MISC', 'Free Liberals', 'party'],
    ['MISC', 'Texas Democrats', 'people'],
  ] as const)('%s %s is a %s', (label, name, type) => {
    expect(refineType(label, name)).toBe(type);
  });

  it.each([
    ['ORG', 'Dagens Holm', 'first reported by the newspaper ', 'media'],
    ['ORG', 'Dagens Holm', 'work at ', 'organisation'],
    ['ORG', 'Popular Unity Front', 'The ruling ', 'party'],
    ['MISC', 'Vardeshi', '', 'people'],
  ] as const)('%s %s after “%s” is a %s', (label, name, before, type) => {
    expect(refineType(label, name, before)).toBe(type);
  });

  it.each([
    ['four councillors of ', 'Better Dunmere', ' joined'],
    ['', 'Green Dawn', ', which backs the minority government'],
    ['Then ', 'Green Dawn', ' won nine seats'],
    ['', 'Green Dawn', '’s candidate lost'],
  ])('is a party where it has councillors, candidates or seats: %s%s%s', (before, name, after) => {
    expect(refineType('ORG', name, before, after)).toBe('party');
  });

  it('is no party where candidates run for a court or a council', () => {
    expect(refineType('ORG', 'Dunmere Council', 'candidates of the ', ' spoke')).toBe('organisation');
    expect(refineType('ORG', 'Green Dawn', 'candidates for ', ' spoke')).toBe('organisation');
  });

  it('is a people where elders or a language stand behind it', () => {
    expect(refineType('MISC', 'Meru', 'The ', ' elders asked')).toBe('people');
    expect(refineType('MISC', 'Meru', 'The ', ' prize')).toBe('other');
  });

  it('is a party where that stands behind it', () => {
    expect(refineType('ORG', 'New Dawn', 'the opposition ', ' party demanded')).toBe('party');
    expect(refineType('ORG', 'New Dawn', '', ' partygoers')).toBe('organisation');
  });
});
