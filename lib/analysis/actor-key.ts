import { foldWord } from '../text/normalise';

// Longer ones are no names; they are told apart by what stands within this.
const MAX_KEY = 200;

/**
 * The key under which an actor's name is one in every article: without case, accents, full stops and a leading “the”.
 * Empty for what has no letter or digit.
 */
export function actorKey(name: string): string {
  const words = foldWord(name)
    .replace(/['.]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  const [first = '', ...rest] = words ?? [];
  const kept = first === 'the' && rest.length > 0 ? rest : [first, ...rest];
  return kept.join(' ').slice(0, MAX_KEY);
}
