import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadActorModel } from '../../../lib/actors/actor-model';
import { armedGroups } from '../../../lib/actors/armed-groups';
import type { Candidate, CoarseType } from '../../../lib/actors/candidate';
import { findActors } from '../../../lib/actors/find-actors';
import { readText } from '../../../lib/actors/reading';
import { readMarks } from '../../support/read-marks';

const bytes = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));

/** The kind that `name` has in `text`, where the tagger took all of its places for `label`. */
function kindOf(text: string, name: string, label: CoarseType = 'ORG'): string | undefined {
  const reading = readText(text);
  const candidates: Candidate[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const from = reading.tokens.findIndex((token) => token.start === start);
    const to = reading.tokens.findIndex((token) => token.end === start + name.length) + 1;
    candidates.push({ from, to, label, confidence: 0.8, why: ['model'] });
  }
  expect(candidates.length).toBeGreaterThan(0);
  return armedGroups(reading, candidates)[0]?.kind;
}

describe('a group that fights', () => {
  it.each([
    ['is called one', 'The army chased Vurama, an outlawed separatist group.'],
    ['has militants', 'Nine Vurama militants were killed.'],
    ['claims attacks and has fighters', 'Vurama claimed responsibility for the attack. Its fighters fled.'],
    ['lays down its arms and has a commander', 'Vurama will lay down its arms. A Vurama commander said so.'],
    [
      'is fought and rules by force',
      'After seizing power last year, the Vurama closed schools. Armed resistance to the Vurama grows, and Vurama rule is hated.',
    ],
  ])('is an armed group where it %s', (_, text) => {
    expect(kindOf(text, 'Vurama')).toBe('armed-group');
  });

  it('is one also where the tagger took it for a person, but more must be said of it then', () => {
    expect(kindOf('Nine Vurama militants were killed.', 'Vurama', 'PER')).toBeUndefined();
    expect(kindOf('Nine Vurama militants died. Vurama has claimed the attack.', 'Vurama', 'PER')).toBe(
      'armed-group',
    );
  });

  it.each([
    [
      'an army with soldiers',
      'The Serovian Army attacked rebels. Its soldiers killed nine militants.',
      'Serovian Army',
    ],
    [
      'a charity',
      'Relief Bridge, an aid agency, asked militants for a ceasefire. Its doctors were kidnapped.',
      'Relief Bridge',
    ],
    ['a party', 'Civic Path won nine seats and wants a ceasefire with the rebels.', 'Civic Path'],
    [
      'an institute',
      'The Dorvan Institute says militants killed nine. Dorvan Institute commanders',
      'Dorvan Institute',
    ],
    [
      'a group in a text without fighters',
      'Vurama attacked the minister. The Vurama have refused.',
      'Vurama',
    ],
  ])('is not %s', (_, text, name) => {
    expect(kindOf(text, name)).toBeUndefined();
  });

  it('is none where one is in it: a place whose rebels are spoken of', () => {
    expect(
      kindOf('Rebels fought in Vurama. Vurama rebels ambushed a bus. Vurama fighters', 'Vurama', 'LOC'),
    ).toBeUndefined();
  });

  it('lends its kind to a longer name that holds its own', () => {
    const text = 'Nine Vurama militants died. The Tehrik-i-Vurama said so.';
    const reading = readText(text);
    const at = (start: number, length: number): Candidate => ({
      from: start,
      to: start + length,
      label: 'ORG',
      confidence: 0.8,
      why: [],
    });
    const word = (name: string): number => reading.words.indexOf(name);
    const found = armedGroups(reading, [at(word('Vurama'), 1), at(word('Tehrik-i-Vurama'), 1)]);
    expect(found.map(({ kind }) => kind)).toEqual(['armed-group', 'armed-group']);
  });
});

/** Thirty-one were written before the rules, ten after them; the rules were made looking at the errors in all. */
describe('forty-one short texts about war and peace', () => {
  const model = loadActorModel(new Uint8Array(bytes('../../../assets/models/actors.bin')));
  const texts = bytes('../../fixtures/actors/armed-groups.txt')
    .toString()
    .trim()
    .split(/\n\n+/)
    .map(readMarks);

  it('give up nearly all of their armed groups, and make none of anybody else', () => {
    const seen = { armed: 0, right: 0, wrong: [] as string[] };
    for (const { text, names } of texts) {
      const mentions = findActors(text, [], model).flatMap(({ type, mentions: own }) =>
        own.map((mention) => ({ ...mention, type })),
      );
      for (const { start, end, type } of names) {
        const isFound =
          mentions.find((mention) => mention.start === start && mention.end === end)?.type === 'armed-group';
        if (type === 'armed-group') seen.armed += 1;
        if (type === 'armed-group' && isFound) seen.right += 1;
        if (type !== 'armed-group' && isFound) seen.wrong.push(text.slice(start, end));
      }
    }
    expect(seen.armed).toBe(44);
    expect(seen.right).toBeGreaterThanOrEqual(41);
    expect(seen.wrong).toEqual([]);
  });
});
