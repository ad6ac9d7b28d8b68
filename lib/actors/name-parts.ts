import { foldWord } from '../text/normalise';
import { honorifics, nameSuffixes, titles } from './lexicon/lexicon';

const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'at',
  'de',
  'del',
  'la',
  'le',
  'des',
  'du',
  'et',
  'i',
  'e',
  'ul',
  'al',
  '&',
]);

const SAINT = new Set(['st', 'st.', 'saint']);
const HONOURS = new Set([
  'mp',
  'msp',
  'mep',
  'obe',
  'mbe',
  'cbe',
  'frs',
  'kc',
  'qc',
  'phd',
  'ph.d',
  'ph.d.',
  'md',
  'm.d.',
  'esq',
  'esq.',
]);

/** "-led", "-based", "-occupied": a word made of a name and what somebody did or where it is. */
export const PARTICIPLE =
  /-(?:based|led|backed|occupied|controlled|run|born|owned|held|ruled|trained|funded|sponsored|brokered|mediated|dominated|listed|registered|made|built|allied|linked|era|style)$/iu;

/** A name as comparable words: folded, without "the", titles, suffixes and the possessive. Never empty for a name with a letter or digit. */
export function nameParts(name: string, isPerson: boolean): readonly string[] {
  const all = name
    .replace(/['’]s?$/u, '')
    .replace(PARTICIPLE, '')
    .split(/[\s,]+/u)
    .map(foldWord)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  let parts = all[0] === 'the' && all.length > 1 ? all.slice(1) : all;
  if (isPerson) {
    while (parts.length > 1 && (honorifics.has(parts[0] ?? '') || titles.has(parts[0] ?? '')))
      parts = parts.slice(1);
    if (parts.length > 1 && SAINT.has(parts[0] ?? '')) parts = parts.slice(1);
    while (parts.length > 1 && (nameSuffixes.has(parts.at(-1) ?? '') || HONOURS.has(parts.at(-1) ?? '')))
      parts = parts.slice(0, -1);
  }
  return parts;
}

/** True for words such as "TTP", "U.N." or "AfD". */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{N}-]{1,7}|(?:\p{Lu}\.){2,6}|\p{Lu}\p{Ll}\p{Lu}{1,3}|\p{Lu}{2,}\p{Ll}?)$/u.test(
    name,
  );
}

/** True when `acronym` is made of the initials of `name`, with or without its small words (also in "Lashkar-e-Nahr"). */
export function abbreviates(acronym: string, name: string): boolean {
  const letters = foldWord(acronym).replace(/[^\p{L}\p{N}]/gu, '');
  const words = name
    .split(/[\s-]+/u)
    .map(foldWord)
    .filter(Boolean);
  if (words.length < 2 || letters.length < 2) return false;
  const initials = (list: readonly string[]): string => list.map((word) => word[0] ?? '').join('');
  const forms = [words.filter((word) => !SMALL.has(word)), words, words.filter((word) => word.length > 1)];
  return forms.some((form) => initials(form) === letters);
}
