import { describe, expect, it } from 'vitest';
import { buildActors } from '../../../lib/actors/build-actors';
import type { FoundMention } from '../../../lib/actors/found-mention';
import type { Actor, ActorType } from '../../../lib/model/actor';

/** Builds actors of `[name|type]` marks; a "!" before the type says that the place acts as a state. */
function build(source: string): Actor[] {
  let text = '';
  let last = 0;
  const acts = new Set<FoundMention>();
  const mentions: FoundMention[] = [];
  for (const match of source.matchAll(/\[([^|\]]+)\|(!?)([a-z-]+)\]/g)) {
    text += source.slice(last, match.index);
    const start = text.length;
    text += match[1];
    const type = match[3] as ActorType;
    const mention: FoundMention = {
      start,
      end: text.length,
      text: match[1] ?? '',
      form: 'name',
      type,
      confidence: 0.8,
      why: ['model'],
    };
    mentions.push(mention);
    if (match[2]) acts.add(mention);
    last = match.index + match[0].length;
  }
  return buildActors(text + source.slice(last), mentions, acts, []);
}

const lines = (actors: readonly Actor[]): string[] =>
  actors.map(({ id, name, type, mentions }) => `${id} ${name} ${type} ${mentions.length}`);

describe('building actors', () => {
  it('numbers them by first mention and names them by their fullest name', () => {
    expect(
      lines(
        build(
          '[Varro|person] met [NGB|organisation]. [Lena Varro|person] left the [National Grain Board|organisation].',
        ),
      ),
    ).toEqual(['a1 Lena Varro person 2', 'a2 National Grain Board organisation 2']);
  });

  it('takes the kind of an organisation from the long form of its short name', () => {
    expect(
      lines(build('[Front for Salt|party] won. The [Front|organisation] and the [Front|organisation].')),
    ).toEqual(['a1 Front for Salt party 3']);
    expect(
      lines(build('[Salt Front|party] won. [Salt Front|organisation], [Salt Front|organisation].')),
    ).toEqual(['a1 Salt Front organisation 3']);
  });

  it('names a state by the name it is best known by', () => {
    expect(lines(build('the [U.S.|place] and [United States of America|place]'))).toEqual([
      'a1 United States state 2',
    ]);
  });

  it('gives a capital that acts for its state to the state, and keeps the city a place', () => {
    const actors = build('[Kenya|place] wants it. [Nairobi|!place] said no. It rains in [Nairobi|place].');
    expect(lines(actors)).toEqual(['a1 Kenya state 2', 'a2 Nairobi place 1']);
    expect(actors[0]?.why).toContain('place-as-state');
    expect(actors[0]?.mentions.map((mention) => mention.type)).toEqual(['place', 'place']);
  });

  it('lets a capital act on its own where the text does not name the state', () => {
    expect(lines(build('[Nairobi|!place] said no.'))).toEqual(['a1 Nairobi state 1']);
  });

  it('calls a firm by the name that stands nearly everywhere, unless the long one says what it is', () => {
    const three = '[Orsk|organisation] grew. [Orsk|organisation] sold. [Orsk|organisation] won.';
    expect(build(`${three} [Orsk Dream Loom|organisation] came.`)[0]?.name).toBe('Orsk');
    expect(build(`${three} [Orsk Foundation|organisation] came.`)[0]?.name).toBe('Orsk Foundation');
    expect(build('[Orsk|organisation] and [Orsk Dream Loom|organisation].')[0]?.name).toBe('Orsk Dream Loom');
  });

  it('takes the type of most mentions', () => {
    expect(build('[Grain Board|organisation] and [Grain Board|party] and [Grain Board|party]')[0]?.type).toBe(
      'party',
    );
  });

  it('makes nothing of nothing', () => {
    expect(buildActors('', [], new Set(), [])).toEqual([]);
  });
});
