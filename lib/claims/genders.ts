import type { Actor, Mention } from '../model/actor';
import { HE_NAMES, SHE_NAMES } from './given-names';

/** What a word like “she” can say of whom it means; null: nothing. */
export type Gender = 'she' | 'he' | null;

type Known = Exclude<Gender, null>;

const TITLES: Readonly<Record<Known, string>> = {
  she: 'Mrs|Mrs\\.|Ms|Ms\\.|Miss|Madam|Madame|Lady|Dame|Queen|Princess|Sister|Empress|Duchess|Countess|Baroness',
  he: 'Mr|Mr\\.|Sir|Lord|King|Prince|Father|Brother|Pope|Sheikh|Imam|Rabbi|Emperor|Sultan|Duke|Baron|Ayatollah|Mullah',
};
const NOUNS: Readonly<Record<Known, string>> = {
  she:
    'woman|mother|daughter|wife|widow|sister|grandmother|aunt|niece|girl|girlfriend|actress|chairwoman|spokeswoman|' +
    'congresswoman|councilwoman|businesswoman|policewoman|nun|heiress|waitress|queen|princess',
  he:
    'man|father|son|husband|widower|brother|grandfather|uncle|nephew|boy|boyfriend|chairman|spokesman|congressman|' +
    'councilman|businessman|policeman|fisherman|salesman|monk|priest|king|prince|waiter',
};
const NAMES: ReadonlyMap<string, Known> = new Map([
  ...SHE_NAMES.trim()
    .split(/\s+/)
    .map((name): [string, Known] => [name, 'she']),
  ...HE_NAMES.trim()
    .split(/\s+/)
    .map((name): [string, Known] => [name, 'he']),
]);
/** A name says less than a word of the text does. */
const BY_NAME = 0.4;

const titled = (gender: Known) =>
  new RegExp(`(?:^|[^\\p{L}])(?:${TITLES[gender]})\\s+(?:\\p{L}[\\p{L}.'’-]*\\s+){0,2}$`, 'u');
const noun = (gender: Known) => new RegExp(`(?<!\\p{L})(?:${NOUNS[gender]})(?!\\p{L})`, 'u');
const opens = (gender: Known) => new RegExp(`^(?:${TITLES[gender]})\\s`, 'u');
const SIGNS = (['she', 'he'] as const).map((gender) => ({
  gender,
  title: titled(gender),
  noun: noun(gender),
  opens: opens(gender),
}));
const REFLEXIVE = /^[^.!?\n“”"]{0,60}?(?<!\p{L})(her|him)self(?!\p{L})/u;
const APPOSITION = /^, (?:an? |the |(?:his|her|their) )?([\p{L}\s'’-]{3,60}?),/u;

/**
 * Which of “she” and “he” a text can mean by a person: by titles (“Ms”), nouns beside the name (“chairman”, “, a mother of
 * two,”), reflexives and, weaker, the given name. Who is not in it may be meant by either.
 */
export function genders(text: string, actors: readonly Actor[]): Map<string, Gender> {
  const known = new Map<string, Gender>();
  for (const { id, type, mentions } of actors) {
    if (type !== 'person') continue;
    const votes: Record<Known, number> = { she: 0, he: 0 };
    const own = mentions.filter(({ form }) => form !== 'pronoun');
    for (const mention of own) for (const gender of genderBeside(text, mention)) votes[gender] += 1;
    const given = own[0]?.text
      .split(/\s/)
      .slice(0, -1)
      .find((part) => NAMES.has(part));
    if (given) votes[NAMES.get(given)!] += BY_NAME;
    if (votes.she > 2 * votes.he) known.set(id, 'she');
    if (votes.he > 2 * votes.she) known.set(id, 'he');
  }
  return known;
}

/** What a phrase without a name says of it: “her husband”, “a policewoman”. */
export function genderOfWords(words: string): Gender {
  const found = SIGNS.filter(({ noun: word }) => word.test(words));
  return found.length === 1 ? found[0]!.gender : null;
}

function genderBeside(text: string, { start, end, form, text: words }: Mention): Known[] {
  const left = text
    .slice(Math.max(0, start - 50), start)
    .replace(/.*(?:\p{Ll}{3}\.|[!?,;:\n“”"])(?=\s)/su, '');
  const right = APPOSITION.exec(text.slice(end, end + 80))?.[1] ?? '';
  const near = `${left} ${right} ${form === 'name' ? '' : words}`;
  const self = REFLEXIVE.exec(text.slice(end, end + 90))?.[1];
  return SIGNS.filter(
    ({ gender, title, noun: word, opens: begins }) =>
      title.test(left) ||
      begins.test(words) ||
      word.test(near) ||
      self === (gender === 'she' ? 'her' : 'him'),
  ).map(({ gender }) => gender);
}
