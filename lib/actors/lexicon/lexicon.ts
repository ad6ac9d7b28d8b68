import { plainWord } from '../../text/normalise';
import { tokenize } from '../../text/tokens';
import { BODIES, FIRMS, TEAMS, UNIVERSITIES } from './bodies';
import { NO_ACTORS, SENTENCE_OPENERS } from './common-words';
import { COUNTRIES } from './countries';
import { FIRST_NAMES } from './first-names';
import { GROUP_SPEAKERS, SINGLE_SPEAKERS, SPEECH_VERBS } from './nominals';
import {
  ARMED_GROUPS,
  ARMED_HEADS,
  FIRM_HEADS,
  MEDIA,
  MEDIA_HEADS,
  ORGANISATION_HEADS,
  ORGANISATIONS,
  PARTIES,
  PARTY_HEADS,
} from './organisations';
import { PEOPLES } from './people';
import { CITIES, REGIONS, UNITED_STATES_STATES } from './places';
import { HONORIFICS, NAME_PARTICLES, NAME_SUFFIXES, TITLES } from './titles';

/** What the lexicon knows of a name. */
export type LexiconKind =
  | 'country'
  | 'capital'
  | 'region'
  | 'city'
  | 'people'
  | 'organisation'
  | 'party'
  | 'armed-group'
  | 'media'
  | 'none';

/** A name of the lexicon found in a text: `length` in tokens, `state` the country that a capital or alias stands for. */
export interface LexiconHit {
  readonly kind: LexiconKind;
  readonly length: number;
  readonly state: string | null;
}

interface Branch {
  next: Map<string, Branch>;
  hit: Omit<LexiconHit, 'length'> | null;
}

const branch = (): Branch => ({ next: new Map(), hit: null });
const root = branch();
const list = (words: string): string[] => words.split('|').filter(Boolean);
const set = (words: string): ReadonlySet<string> => new Set(list(words));

function add(name: string, kind: LexiconKind, state: string | null): void {
  let node = root;
  for (const token of tokenize(name)) {
    const word = plainWord(token.text);
    let child = node.next.get(word);
    if (!child) {
      child = branch();
      node.next.set(word, child);
    }
    node = child;
  }
  // The first meaning wins: the lists below are added from the most to the least certain.
  node.hit ??= { kind, state };
}

for (const line of COUNTRIES.trim().split('\n')) {
  const [names = '', capitals = '', peoples = ''] = line.split('|');
  const aliases = names.split('=');
  for (const name of aliases) add(name, 'country', aliases[0] ?? null);
  for (const capital of capitals.split(',')) if (capital) add(capital, 'capital', aliases[0] ?? null);
  for (const people of peoples.split(',')) if (people) add(people, 'people', aliases[0] ?? null);
}
const KINDS: readonly (readonly [LexiconKind, string])[] = [
  ['armed-group', ARMED_GROUPS],
  ['party', PARTIES],
  ['organisation', ORGANISATIONS],
  ['organisation', FIRMS],
  ['organisation', BODIES],
  ['organisation', UNIVERSITIES],
  ['organisation', TEAMS],
  ['media', MEDIA],
  ['people', PEOPLES],
  ['region', REGIONS],
  ['region', UNITED_STATES_STATES],
  ['city', CITIES],
  ['none', NO_ACTORS],
];
for (const [kind, names] of KINDS) for (const name of list(names)) add(name, kind, null);

/** The longest name of the lexicon that begins at word `at` of `words` (plain words, case as written), or null. */
export function lookUp(words: readonly string[], at: number): LexiconHit | null {
  let node = root.next.get(words[at] ?? '');
  let found: LexiconHit | null = null;
  for (let length = 1; node; length += 1) {
    if (node.hit) found = { ...node.hit, length };
    node = node.next.get(words[at + length] ?? '');
  }
  return found;
}

/** The same for a name on its own. */
export function lookUpName(name: string): LexiconHit | null {
  const words = tokenize(name).map((token) => plainWord(token.text));
  const hit = lookUp(words, 0);
  return hit && hit.length === words.length ? hit : null;
}

/** Word sets, lower-cased except the first names; longer titles ("prime minister") are one entry. */
export const titles = set(TITLES);
export const honorifics = set(HONORIFICS);
export const nameSuffixes = set(NAME_SUFFIXES);
export const nameParticles = set(NAME_PARTICLES);
export const firmHeads = set(FIRM_HEADS);
export const organisationHeads = set(`${ORGANISATION_HEADS}|${FIRM_HEADS}`);
export const partyHeads = set(PARTY_HEADS);
export const armedHeads = set(ARMED_HEADS);
export const mediaHeads = set(MEDIA_HEADS);
export const groupSpeakers = set(GROUP_SPEAKERS);
export const singleSpeakers = set(SINGLE_SPEAKERS);
export const speechVerbs = set(SPEECH_VERBS);
export const sentenceOpeners = set(SENTENCE_OPENERS);
export const firstNames: ReadonlySet<string> = new Set(FIRST_NAMES.trim().split(/\s+/));
