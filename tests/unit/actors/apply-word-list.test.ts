import { describe, expect, it } from 'vitest';
import { applyWordList } from '../../../lib/actors/apply-word-list';
import type { Actor, ActorType } from '../../../lib/model/actor';
import type { WordListEntry } from '../../../lib/model/word-list';

const TEXT = 'Varro met the Grain Board. The Grain Board thanked Lena Varro. Kell is quiet; kell is a kell.';

function actor(id: string, name: string, type: ActorType, surfaces: readonly string[]): Actor {
  const mentions = surfaces
    .flatMap((surface) =>
      [...TEXT.matchAll(new RegExp(`(?<!Lena )${surface}`, 'g'))].map((match) => ({
        surface,
        start: match.index,
      })),
    )
    .map(({ surface, start }) => ({
      start,
      end: start + surface.length,
      text: surface,
      form: 'name' as const,
      type,
      confidence: 0.8,
    }))
    .sort((a, b) => a.start - b.start);
  return { id, name, type, confidence: 0.8, mentions, why: ['model'] };
}

const entry = (surface: string, action: WordListEntry['action'], value?: string): WordListEntry => ({
  surface,
  action,
  ...(value === undefined ? {} : { value }),
  scope: 'everywhere',
  author: 'reader',
  created: '2026-01-01T00:00:00Z',
});

const found = [
  actor('a1', 'Varro', 'person', ['Varro']),
  actor('a2', 'Grain Board', 'organisation', ['Grain Board']),
  actor('a3', 'Lena Varro', 'person', ['Lena Varro']),
];
const apply = (...words: WordListEntry[]): Actor[] => applyWordList(TEXT, found, words);
const names = (actors: readonly Actor[]): string[] =>
  actors.map(({ id, name, type }) => `${id} ${name} ${type}`);

describe('the reader’s word list', () => {
  it('takes a name out that is not an actor, and numbers the others anew', () => {
    expect(names(apply(entry('varro', 'not-an-actor')))).toEqual([
      'a1 Grain Board organisation',
      'a2 Lena Varro person',
    ]);
  });

  it('gives a name another type, in the actor and its mentions', () => {
    const [, board] = apply(entry('Grain Board', 'type', 'party'));
    expect(board?.type).toBe('party');
    expect(board?.mentions.map((mention) => mention.type)).toEqual(['party', 'party']);
    expect(board?.why).toContain('word-list');
    expect(board?.confidence).toBe(1);
  });

  it('refuses a type that does not exist', () => {
    expect(names(apply(entry('Grain Board', 'type', 'wizard')))).toEqual(names(found));
  });

  it('marks a name that the engine did not find, as whole words and in whatever case', () => {
    const kell = apply(entry('Kell', 'type', 'place')).find((one) => one.name === 'Kell');
    expect(kell?.mentions).toHaveLength(3);
    for (const mention of kell?.mentions ?? [])
      expect(TEXT.slice(mention.start, mention.end)).toBe(mention.text);
  });

  it('joins two actors under the name given', () => {
    const [joined] = apply(entry('Varro', 'same-as', 'Lena Varro'));
    expect(joined?.name).toBe('Lena Varro');
    expect(joined?.mentions.map((mention) => mention.text)).toEqual(['Varro', 'Lena Varro']);
  });

  it('takes the given name over where the text has no such actor', () => {
    expect(apply(entry('Grain Board', 'same-as', 'National Grain Board'))[1]?.name).toBe(
      'National Grain Board',
    );
  });

  it('mutes an actor with all its names, after joining; it stays linked and listed', () => {
    const actors = apply(entry('Varro', 'mute'), entry('Varro', 'same-as', 'Lena Varro'));
    expect(actors.map(({ name, why }) => [name, why.includes('muted')])).toEqual([
      ['Lena Varro', true],
      ['Grain Board', false],
    ]);
  });

  it('splits a name off an actor that was joined wrongly; a sole name stays', () => {
    const joined = actor('a1', 'Lena Varro', 'person', ['Lena Varro', 'Varro']);
    const apart = applyWordList(TEXT, [joined], [entry('Varro', 'split')]);
    expect(names(apart)).toEqual(['a1 Varro person', 'a2 Lena Varro person']);
    expect(apart.flatMap(({ mentions }) => mentions)).toHaveLength(joined.mentions.length);
    expect(applyWordList(TEXT, found, [entry('Grain Board', 'split')])).toHaveLength(found.length);
  });

  it('names what is left of an actor after a split of its main name', () => {
    const joined = actor('a1', 'Varro', 'person', ['Lena Varro', 'Varro']);
    expect(names(applyWordList(TEXT, [joined], [entry('Varro', 'split')]))).toEqual([
      'a1 Varro person',
      'a2 Lena Varro person',
    ]);
  });

  it('lets a longer name of the reader win over a shorter one of the engine', () => {
    const actors = applyWordList(
      TEXT,
      [actor('a1', 'Board', 'organisation', ['Board'])],
      [entry('Grain Board', 'type', 'party')],
    );
    expect(actors.flatMap((one) => one.mentions.map((mention) => mention.text))).toEqual([
      'Grain Board',
      'Grain Board',
    ]);
  });

  it('ignores an empty surface and an empty value', () => {
    expect(
      names(apply(entry(' ', 'mute'), entry('Varro', 'same-as', ' '), entry('Varro', 'same-as'))),
    ).toEqual(names(found));
  });

  it('reads a surface with signs of its own literally', () => {
    expect(names(apply(entry('(.*', 'type', 'party'), entry('[', 'mute')))).toEqual(names(found));
  });
});
