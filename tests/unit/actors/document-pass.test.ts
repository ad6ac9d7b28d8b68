import { describe, expect, it } from 'vitest';
import type { Candidate, CoarseType } from '../../../lib/actors/candidate';
import { documentPass } from '../../../lib/actors/document-pass';
import { readText } from '../../../lib/actors/reading';

type Found = readonly [name: string, label: CoarseType, confidence?: number];

/** Runs the pass over names given in text order; gives back "name label". */
function pass(text: string, found: readonly Found[]): { names: string[]; why: (readonly string[])[] } {
  const reading = readText(text);
  let after = 0;
  const candidates = found.map(([name, label, confidence = 0.9]): Candidate => {
    const start = text.indexOf(name, after);
    after = start + name.length;
    const from = reading.tokens.findIndex((token) => token.start === start);
    const to = reading.tokens.findIndex((token) => token.end === after) + 1;
    return { from, to, label, confidence, why: ['model'] };
  });
  const all = documentPass(reading, candidates);
  const surface = ({ from, to }: Candidate): string =>
    text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end);
  return {
    names: all.map((candidate) => `${surface(candidate)} ${candidate.label}`),
    why: all.map(({ why }) => why),
  };
}

describe('the pass over the whole document', () => {
  it('finds a group that fights in all of its places, once the text calls it one', () => {
    const text =
      'The army shelled Mabwe-7, the rebel group that seized Rukomo. Soldiers fled as Mabwe-7 came.';
    expect(pass(text, [['Mabwe-7', 'ORG', 0.5]]).names).toEqual(['Mabwe-7 ORG', 'Mabwe-7 ORG']);
  });

  it('finds the first of two short forms in brackets', () => {
    expect(pass('The War Food Board (WFB or Board) met.', [['War Food Board', 'ORG']]).names).toEqual([
      'War Food Board ORG',
      'WFB ORG',
    ]);
  });

  it('finds a name that also stands small where its capital stands inside a sentence, and not at its head', () => {
    const text = 'The mayor of Bar spoke. Every bar was full, and nobody in Bar slept. Bar none.';
    expect(pass(text, [['Bar', 'LOC']]).names).toEqual(['Bar LOC', 'Bar LOC']);
  });

  it('leaves out what an office is for, and what somebody is before a full name', () => {
    expect(
      pass('State Health Commissioner Dr. Varro met Frenchman Luc Ottar.', [
        ['State Health', 'ORG'],
        ['Varro', 'PER'],
        ['Frenchman Luc Ottar', 'PER'],
      ]).names,
    ).toEqual(['Varro PER', 'Luc Ottar PER']);
  });

  it('trims titles from people, not from organisations', () => {
    expect(
      pass('President Lena Varro of the General Grain Board', [
        ['President Lena Varro', 'PER'],
        ['General Grain Board', 'ORG'],
      ]).names,
    ).toEqual(['Lena Varro PER', 'General Grain Board ORG']);
  });

  it('trims from an organisation or a place where it is based or who holds it', () => {
    expect(
      pass('Ekra-based Varro Lines serves Valdor-held Nour.', [
        ['Ekra-based Varro Lines', 'ORG'],
        ['Valdor-held Nour', 'LOC'],
      ]).names,
    ).toEqual(['Varro Lines ORG', 'Nour LOC']);
  });

  it('leaves a word of kind in small letters outside a place', () => {
    expect(pass('They crossed the Hemri river.', [['Hemri river', 'LOC']]).names).toEqual(['Hemri LOC']);
  });

  it('takes no month or feast for an actor, but a woman of that name for one', () => {
    const text = 'Before Easter and after Ramadan, April wept.';
    expect(
      pass(text, [
        ['Easter', 'MISC'],
        ['Ramadan', 'LOC', 0.5],
        ['April', 'PER', 0.95],
      ]).names,
    ).toEqual(['April PER']);
  });

  it('gives one name one type, by confidence', () => {
    const text = 'Ekra spoke. Ekra won. Ekra is far.';
    expect(
      pass(text, [
        ['Ekra', 'PER', 0.5],
        ['Ekra', 'ORG', 0.9],
        ['Ekra', 'PER', 0.3],
      ]).names,
    ).toEqual(['Ekra ORG', 'Ekra ORG', 'Ekra ORG']);
  });

  it('adds an acronym in brackets that abbreviates the name before it', () => {
    const { names, why } = pass('The National Grain Board (NGB) met.', [['National Grain Board', 'ORG']]);
    expect(names).toEqual(['National Grain Board ORG', 'NGB ORG']);
    expect(why[1]).toContain('acronym');
  });

  it('corrects an acronym that was taken for something else, and adds no other one', () => {
    expect(
      pass('National Grain Board (NGB)', [
        ['National Grain Board', 'ORG'],
        ['NGB', 'LOC'],
      ]).names,
    ).toEqual(['National Grain Board ORG', 'NGB ORG']);
    expect(pass('National Grain Board (XYZ)', [['National Grain Board', 'ORG']]).names).toEqual([
      'National Grain Board ORG',
    ]);
  });

  it('drops a quoted slogan or title, but not a quoted organisation', () => {
    expect(pass('under the slogan “Bread and Salt,” they met', [['Bread and Salt', 'ORG']]).names).toEqual(
      [],
    );
    expect(pass('members of “Bread and Salt” met', [['Bread and Salt', 'ORG']]).names).toEqual([
      'Bread and Salt ORG',
    ]);
  });

  it('finds a surname on its own once the full name is known, but not a word that also stands small', () => {
    const text = 'Lena Varro left. Odum saw Varro. Peter Salt sold salt. Salt left.';
    expect(
      pass(text, [
        ['Lena Varro', 'PER'],
        ['Peter Salt', 'PER'],
      ]).names,
    ).toEqual(['Lena Varro PER', 'Varro PER', 'Peter Salt PER']);
  });

  it('finds a certain name again where it stands free, and not inside another run of capitals', () => {
    const text = 'The Grain Board met. Much later Grain Board staff left. The Old Grain Board House fell.';
    expect(pass(text, [['Grain Board', 'ORG']]).names).toEqual(['Grain Board ORG', 'Grain Board ORG']);
    expect(pass(text, [['Grain Board', 'ORG', 0.6]]).names).toEqual(['Grain Board ORG']);
  });

  it('finds who writes at the head of a line', () => {
    expect(
      pass('Ekra Press: The meeting was short.\nValdor News – It rained.\nBreaking News: It rained.', [])
        .names,
    ).toEqual(['Ekra Press ORG', 'Valdor News ORG']);
  });

  it('takes for a state what has a foreign minister', () => {
    expect(pass('Ekra’s foreign minister left. Salt’s price rose. Their parliament met.', []).names).toEqual([
      'Ekra LOC',
    ]);
  });

  it('gives reasons that a reader can check', () => {
    const { why } = pass('Minister Varro said that Reuters lied.', [
      ['Varro', 'PER'],
      ['Reuters', 'ORG'],
    ]);
    expect(why[0]).toEqual(['model', 'title-before', 'speaks']);
    expect(why[1]).toEqual(['model', 'gazetteer']);
  });
});
