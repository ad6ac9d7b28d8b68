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
    ['New Dawn', 'by the candidate Ines Varo of the ', ' alliance', 'party'],
    ['New Dawn', 'the pharmacist Ines Varo of the ', ' clinic', 'organisation'],
    ['New Dawn', 'Cllr Lee Varo (', ') agreed', 'party'],
    ['New Dawn', 'engineer Lee Varo (', ') agreed', 'organisation'],
    ['New Dawn', 'nobody would govern with ', ' again', 'party'],
    ['Ata-Lun', 'A nationalist party in Ekra, ', ', needs no more', 'party'],
    ['New Dawn', 'the Salt League 16 and the left-wing ', ' 13. The', 'party'],
    ['New Dawn', 'the left-wing ', ' clinic', 'organisation'],
    ['New Dawn', 'whose ', ' came first with 31 seats', 'party'],
    ['New Dawn', 'the lawyers of ', ', which lost the last election', 'party'],
    ['New Dawn', 'the lawyers of ', ', which lost the last appeal', 'organisation'],
    ['Congress of the Coast', 'The opposition ', ' said', 'party'],
    ['Annals of Salt', 'printed in the journal ', ' on Monday', 'media'],
    ['Coastal Press Agency', 'told ', ' on Monday', 'media'],
    ['Port Agency', 'told ', ' on Monday', 'organisation'],
  ] as const)('%s between “%s” and “%s” is a %s', (name, before, after, type) => {
    expect(refineType('ORG', name, before, after)).toBe(type);
  });

  it.each([
    ['Torvek', ' couple were hurt', 'people'],
    ['Torvek', ' officials denied it', 'people'],
    ['Torvek', ' prize went to', 'other'],
  ] as const)('%s before “%s” is a %s', (name, after, type) => {
    expect(refineType('MISC', name, 'a ', after)).toBe(type);
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
