import type { Actor, ActorType } from '../../../lib/model/actor';

/** Actors with a mention at every place where one of their names stands in the text; the first name is the actor's. */
export function actorsIn(text: string, named: readonly (readonly [ActorType, ...string[]])[]): Actor[] {
  return named.map(([type, ...names], index) => ({
    id: `a${index + 1}`,
    name: names[0]!,
    type,
    confidence: 1,
    why: [],
    mentions: names
      .flatMap((name) =>
        [...text.matchAll(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'))].map((match) => ({
          start: match.index,
          end: match.index + name.length,
          text: name,
          form: 'name' as const,
          type,
          confidence: 1,
        })),
      )
      .sort((a, b) => a.start - b.start),
  }));
}
