import { describe, expect, it } from 'vitest';
import type { FoundMention } from '../../../lib/actors/found-mention';
import { pairedKinds, peoplesOfPlaces, sharedKinds } from '../../../lib/actors/paired-kinds';
import type { ActorType } from '../../../lib/model/actor';

type Names = readonly (readonly [string, ActorType])[];

const mention = (text: string, type: ActorType, start: number): FoundMention => ({
  start,
  end: start + text.length,
  text,
  form: 'name',
  type,
  confidence: 1,
  why: [],
});

function kinds(text: string, names: Names): ActorType[] {
  let after = 0;
  const mentions = names.map(([name, type]) => {
    const start = text.indexOf(name, after);
    after = start + name.length;
    return mention(name, type, start);
  });
  return pairedKinds(text, mentions).map(({ type }) => type);
}

describe('two names of one head side by side', () => {
  it('are of one kind, wherever the second stands again', () => {
    expect(
      kinds('the Resistance Front or the Salt Front; later the Salt Front', [
        ['Resistance Front', 'armed-group'],
        ['Salt Front', 'organisation'],
        ['Salt Front', 'organisation'],
      ]),
    ).toEqual(['armed-group', 'armed-group', 'armed-group']);
  });

  it('keep a kind of their own, and do without one where their heads differ', () => {
    expect(
      kinds('the Salt Party and the Resistance Front and the Grain Board', [
        ['Salt Party', 'party'],
        ['Resistance Front', 'armed-group'],
        ['Grain Board', 'organisation'],
      ]),
    ).toEqual(['party', 'armed-group', 'organisation']);
  });
});

describe('a name of no kind', () => {
  const peoples = (...names: Names): ActorType[] =>
    peoplesOfPlaces(names.map(([text, type]) => mention(text, type, 0))).map(({ type }) => type);

  it('is a people beside the place it comes from', () => {
    expect(peoples(['Qira', 'place'], ['Qiran', 'other'])).toEqual(['place', 'people']);
    expect(peoples(['Moristukistan', 'place'], ['Moristuk', 'other'])).toEqual(['place', 'people']);
  });

  it('stays what it is beside any other', () => {
    expect(peoples(['Qira', 'place'], ['Qirana', 'other'], ['Sadaf', 'other'])).toEqual([
      'place',
      'other',
      'other',
    ]);
  });
});

describe('what a name is called in one place', () => {
  const types = (names: Names): ActorType[] =>
    sharedKinds(names.map(([text, type], at) => mention(text, type, at))).map(({ type }) => type);

  it('it is in all, where they say nothing else', () => {
    const names = [
      ['Civic Path', 'organisation'],
      ['Civic Path', 'party'],
      ['Meru', 'other'],
      ['Meru', 'people'],
    ] as const;
    expect(types(names)).toEqual(['party', 'party', 'people', 'people']);
  });

  it('says nothing of a person, or of another name', () => {
    const names = [
      ['Meru', 'person'],
      ['Meru', 'people'],
      ['Path', 'organisation'],
      ['Civic Path', 'party'],
    ] as const;
    expect(types(names)).toEqual(['person', 'people', 'organisation', 'party']);
  });
});
