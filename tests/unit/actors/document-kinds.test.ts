import { describe, expect, it } from 'vitest';
import type { Candidate, CoarseType } from '../../../lib/actors/candidate';
import { acronymsOwners, documentKinds } from '../../../lib/actors/document-kinds';
import { missedNames } from '../../../lib/actors/missed-names';
import { readText } from '../../../lib/actors/reading';

type Found = readonly [name: string, label: CoarseType, confidence?: number];

function read(text: string, found: readonly Found[]) {
  const reading = readText(text);
  let after = 0;
  const candidates = found.map(([name, label, confidence = 0.6]): Candidate => {
    const start = text.indexOf(name, after);
    after = start + name.length;
    const from = reading.tokens.findIndex((token) => token.start === start);
    const to = reading.tokens.findIndex((token) => token.end === after) + 1;
    return { from, to, label, confidence, why: ['model'] };
  });
  return { reading, candidates };
}

const kinds = (text: string, found: readonly Found[]): CoarseType[] => {
  const { reading, candidates } = read(text, found);
  return documentKinds(reading, candidates).map(({ label }) => label);
};

describe('what is said of a name in one place', () => {
  it.each([
    ['has an election', "Tabak voted. Ines left before Tabak's general election."],
    ['has a north', 'Tabak voted. Rain fell in northern Tabak.'],
  ])('makes a place of what %s', (_, text) => {
    expect(
      kinds(text, [
        ['Tabak', 'PER'],
        ['Tabak', 'PER'],
      ]),
    ).toEqual(['LOC', 'LOC']);
  });

  it('makes a body of whom somebody governs with', () => {
    const text = 'New Harbour won. Nobody would govern with New Harbour.';
    expect(
      kinds(text, [
        ['New Harbour', 'LOC'],
        ['New Harbour', 'LOC'],
      ]),
    ).toEqual(['ORG', 'ORG']);
  });

  it.each([
    ['is called a company', 'From Orlaq we saw it. Orlaq, the space company behind the port, grew.'],
    ['has a founder', 'From Orlaq we saw it. Orlaq founder Ines Varo spoke.'],
    ['has officers', 'From Orlaq we saw it. He is an officer at Orlaq.'],
  ])('makes a firm of what %s, also where somebody comes from it', (_, text) => {
    expect(
      kinds(text, [
        ['Orlaq', 'LOC'],
        ['Orlaq', 'LOC'],
      ]),
    ).toEqual(['ORG', 'ORG']);
  });

  it('makes no firm of the place of one', () => {
    expect(kinds('Orlaq, the home of a company, grew.', [['Orlaq', 'LOC']])).toEqual(['LOC']);
  });

  it('makes a firm of a name that ends in what is sold there, and a body of an observatory', () => {
    expect(kinds('Harrow Kitchens has opened.', [['Harrow Kitchens', 'PER']])).toEqual(['ORG']);
    expect(kinds('Harrow Observatory has opened.', [['Harrow Observatory', 'LOC']])).toEqual(['ORG']);
  });

  it.each([
    ['has a government', 'The government of Ulemba fell. Ulemba waits.'],
    ['has relations', 'They want relations with Ulemba. Ulemba waits.'],
    ['has a trade minister', 'Ulemba’s trade minister spoke. Ulemba waits.'],
  ])('makes a state of what %s, in all places', (_, text) => {
    expect(
      kinds(text, [
        ['Ulemba', 'PER'],
        ['Ulemba', 'PER', 0.5],
      ]),
    ).toEqual(['LOC', 'LOC']);
  });

  it('makes a place of what stands between another place and “between”', () => {
    expect(
      kinds('Talks between Giban and Kefar failed. Giban waits.', [
        ['Giban', 'PER'],
        ['Kefar', 'LOC', 0.95],
        ['Giban', 'PER', 0.5],
      ]),
    ).toEqual(['LOC', 'LOC', 'LOC']);
  });

  it('makes a body of what has doctors or a coach, but not where somebody is in it', () => {
    expect(kinds('Relief Bridge said its doctors came.', [['Relief Bridge', 'LOC', 0.95]])).toEqual(['ORG']);
    expect(kinds('The coach of Delva City left.', [['Delva City', 'LOC', 0.95]])).toEqual(['ORG']);
    expect(
      kinds('They met in Delva City. The coach of Delva City left.', [
        ['Delva City', 'LOC', 0.95],
        ['Delva City', 'LOC', 0.95],
      ]),
    ).toEqual(['LOC', 'LOC']);
  });

  it('makes a club and an institution of what is called so, and of the club’s short name', () => {
    expect(kinds('Odrin Polytechnic opened.', [['Odrin Polytechnic', 'LOC', 0.95]])).toEqual(['ORG']);
    expect(
      kinds('Sparta Olmen won. We beat Olmen.', [
        ['Sparta Olmen', 'PER'],
        ['Olmen', 'PER', 0.5],
      ]),
    ).toEqual(['ORG', 'ORG']);
  });

  it('makes a person of a surname whose full name is known for certain', () => {
    expect(
      kinds('Suella Braver spoke. Braver left.', [
        ['Suella Braver', 'PER', 0.99],
        ['Braver', 'LOC', 0.5],
      ]),
    ).toEqual(['PER', 'PER']);
  });

  it('changes no name of which the tagger is sure in one place', () => {
    expect(
      kinds('The people of Ulemba love him. Ulemba smiled.', [
        ['Ulemba', 'PER'],
        ['Ulemba', 'PER', 0.97],
      ]),
    ).toEqual(['PER', 'PER']);
  });

  it('makes a group of those who "have"', () => {
    expect(
      kinds('The Kokrin came. Now the Kokrin have refused.', [
        ['Kokrin', 'LOC'],
        ['Kokrin', 'LOC'],
      ]),
    ).toEqual(['ORG', 'ORG']);
  });
});

describe('the first word of a firm’s name', () => {
  it('stands for the firm', () => {
    expect(
      kinds('Tarvane Foods cuts jobs. Workers left Tarvane.', [
        ['Tarvane Foods', 'ORG', 0.99],
        ['Tarvane', 'LOC'],
      ]),
    ).toEqual(['ORG', 'ORG']);
  });

  it('stays a town where an institution is called by it, or two firms are, and a person where one is called so', () => {
    expect(
      kinds('Darzak University is in Darzak.', [
        ['Darzak University', 'ORG', 0.99],
        ['Darzak', 'LOC'],
      ])[1],
    ).toBe('LOC');
    expect(
      kinds('Port Foods and Port Lines left Port.', [
        ['Port Foods', 'ORG', 0.99],
        ['Port Lines', 'ORG', 0.99],
        ['Port', 'LOC'],
      ])[2],
    ).toBe('LOC');
    expect(
      kinds('Rook Foods was founded by Cornelius Rook. Rook is dead.', [
        ['Rook Foods', 'ORG', 0.99],
        ['Cornelius Rook', 'PER', 0.99],
        ['Rook', 'PER'],
      ])[2],
    ).toBe('PER');
  });
});

describe('a place of many words before an acronym', () => {
  it('is the organisation that is called so', () => {
    const { reading, candidates } = read('The Kogofon-i-Rin Sodrem (KRS) spoke.', [
      ['Kogofon-i-Rin Sodrem', 'LOC'],
      ['KRS', 'ORG'],
    ]);
    expect(acronymsOwners(reading, candidates)[0]?.label).toBe('ORG');
  });

  it('is a place where it heads a dispatch', () => {
    const { reading, candidates } = read('PLUM CREEK (NLW) – The school closed.', [
      ['PLUM CREEK', 'LOC'],
      ['NLW', 'ORG'],
    ]);
    expect(acronymsOwners(reading, candidates)[0]?.label).toBe('LOC');
  });
});

describe('names that nothing but their neighbours gives away', () => {
  const missed = (text: string, found: readonly Found[] = []): string[] => {
    const { reading, candidates } = read(text, found);
    return missedNames(reading, candidates).map(
      ({ from, to, label }) => `${reading.words.slice(from, to).join(' ')} ${label}`,
    );
  };

  it('are organisations where they are called a firm or a group', () => {
    expect(missed('She speaks for Clean Hands, a group that campaigns.')).toEqual(['Clean Hands ORG']);
    expect(missed('It belongs to the pension fund Alderpen now.')).toEqual(['Alderpen ORG']);
  });

  it('are bodies where they have members or speak', () => {
    expect(
      missed('It was so. Campaigners from Save Our Swim sang, while Climate First welcomed it.'),
    ).toEqual(['Save Our Swim ORG', 'Climate First ORG']);
    expect(missed('Then Prime Minister said so, and New Monday said no.')).toEqual([]);
  });

  it('are none where a person is described, or a day', () => {
    expect(missed('We met Lena, a group leader, there.')).toEqual([]);
    expect(missed('They asked the fund Monday for help.')).toEqual([]);
  });

  it('are the agency behind a photographer', () => {
    expect(missed('At court. (Yann Ortel/Coastal Wire)', [['Yann Ortel', 'PER']])).toEqual([
      'Coastal Wire ORG',
    ]);
  });
});
