import type { Actor } from '../model/actor';
import type { ActorCorrection, WordListEntry } from '../model/word-list';

/** Where a page stands: the key of its article and its host name, null where it has none. */
export interface WordPlace {
  readonly article: string | null;
  readonly site: string | null;
}

/** The corrections that hold on a page. */
export function wordsFor(words: readonly WordListEntry[], place: WordPlace): WordListEntry[] {
  return words.filter(
    ({ scope, where }) => scope === 'everywhere' || (where !== undefined && where === place[scope]),
  );
}

/** What is taught when the reader corrects an actor at one of its mentions: surfaces with what happens to them. */
export function taughtWords(
  actor: Actor,
  mention: number,
  correction: ActorCorrection,
): Pick<WordListEntry, 'surface' | 'action' | 'value'>[] {
  const { action } = correction;
  if (action === 'split') {
    const surface = actor.mentions[mention]?.text ?? actor.name;
    return [{ surface, action }];
  }
  if (action === 'not-an-actor') {
    const named = actor.mentions.filter(({ form }) => form !== 'pronoun').map(({ text }) => text);
    return [...new Set([actor.name, ...named])].map((surface) => ({ surface, action }));
  }
  return [{ surface: actor.name, ...correction }];
}
