import { type Candidate, type CoarseType, nameOf } from './candidate';
import { firmHeads, lookUpName, organisationHeads } from './lexicon/lexicon';
import { isAcronym } from './name-parts';
import type { Reading } from './reading';

/** Whoever the tagger is surer of than this, over all places of a name, is not taken for something else. */
const SETTLED = 0.9;
/** A long name that is surer than this lends its kind to its first word. */
const CERTAIN = 0.9;

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** "the government of Ulemba", "relations with Kefar": what is had of a state alone, or with one. */
const OF_STATES = wordSet(
  'government parliament ministry army citizens constitution republic kingdom emirate borders embassy invasion annexation occupation president king queen people',
);
const WITH_STATES = wordSet('relations treaty border borders trade war ceasefire ties');
/** What ministers and commissioners are for. */
export const FIELDS =
  /^(?:foreign|prime|trade|finance|defen[cs]e|interior|justice|energy|health|agriculture|sports?|culture|environment|transport|education|science|tourism|labou?r|water|oil|economy|information|security)$/;

/** "northern Ulemba" in small letters, of no adjective: parts of the world alone have them. */
const DIRECTION = /^(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)?$/;
/** "Ulemba's general election" */
const VOTE =
  /^(?:(?:general|parliamentary|presidential|local|municipal|snap) elections?|elections? \p{L}+)$/u;

/** A sign at one place that the name there is a state's, or that of a part of the world. */
function isStateAt({ lower, words }: Reading, { from, to }: Candidate): boolean {
  const [before = '', second = ''] = [lower[from - 1], lower[from - 2]];
  if (before === 'of' && OF_STATES.has(second) && lower[from - 3] !== 'vice') return true;
  if (before === 'with' && WITH_STATES.has(second)) return true;
  if (DIRECTION.test(words[from - 1] ?? '')) return true;
  if (lower[to] === "'s" && VOTE.test(`${lower[to + 1]} ${lower[to + 2]}`)) return true;
  return (
    lower[to] === "'s" &&
    FIELDS.test(lower[to + 1] ?? '') &&
    /^(?:minister|ministry)$/.test(lower[to + 2] ?? '')
  );
}

/** Heads that make an institution of whatever stands before them, also of a place's or a founder's name. */
const INSTITUTIONS = wordSet(
  'university college institute academy polytechnic school council committee commission ministry agency federation association foundation observatory laboratory consortium shipyard shipyards yards',
);
/** What football clubs' names begin with, in many lands. */
const CLUB =
  /^(?:f\.?c\.?|afc|sc|cf|kv|sv|vfb|vfl|tsv|fk|nk|bk|ifk|dynamo|dinamo|sparta|spartak|lokomotiv|zenit|cska|olympique|sporting|deportivo|atl[eé]tico)$/;

const isClub = (words: readonly string[]): boolean => words.length > 1 && CLUB.test(words[0]!.toLowerCase());

/** "Harrow Kitchens": what is sold there, in the plural, is a firm's last word and nobody's surname. */
const isFirm = (last: string): boolean => last.length > 4 && last.endsWith('s') && firmHeads.has(last);

/** A kind that a name of several words has by one of them, whatever the tagger took it for. */
function byHead(text: string): CoarseType | null {
  const words = text.split(' ');
  if (words.length < 2) return null;
  const last = words.at(-1)!.toLowerCase();
  return INSTITUTIONS.has(last) || isFirm(last) || isClub(words) ? 'ORG' : null;
}

/** What bodies have and places do not: "Relief Bridge said its doctors …", "the coach of Delva City". */
const OF_BODIES = wordSet(
  'doctors nurses staff volunteers employees peacekeepers researchers customers shareholders trustees subscribers readers',
);
const OWNED_BY_BODIES = wordSet(
  'shareholders shares profits trustees subscribers coach striker midfielder goalkeeper defender winger',
);
const LEADS_A_BODY = wordSet(
  'coach striker midfielder goalkeeper defender winger ceo chairman chairwoman executive',
);
const LOCATED = wordSet('in near at around outside from across');
/** Between a name and what it owns stands little more than a verb. */
const NEAR_OWNED = 4;

/** A sign at one place that the name there is an organisation's and no place's. */
function isBodyAt(reading: Reading, { from, to }: Candidate): boolean {
  const { lower } = reading;
  if (lower[from - 1] === 'of' && LEADS_A_BODY.has(lower[from - 2] ?? '')) return true;
  // "ruled out governing with New Harbour": a party.
  if (lower[from - 1] === 'with' && /^(?:govern|governing)$/.test(lower[from - 2] ?? '')) return true;
  if (lower[to] === "'s" && OWNED_BY_BODIES.has(lower[to + 1] ?? '')) return true;
  if (/^(?:midfielder|striker|goalkeeper|defender|winger|coach)$/.test(lower[to] ?? '')) return true;
  for (let at = to; at < to + NEAR_OWNED && /^\p{Ll}+$/u.test(reading.words[at] ?? ''); at += 1)
    if (lower[at] === 'its') return OF_BODIES.has(lower[at + 1] ?? '');
  return false;
}

const FIRM_NOUN =
  /^(?:company|firm|start-?up|airline|manufacturer|maker|retailer|insurer|brewer|broadcaster|publisher|developer|charity|nonprofit|consultancy|conglomerate|lender|operator|supplier|subsidiary|think-?tank)$/;
const HEADS_A_FIRM = /^(?:ceo|cfo|cto|coo|founder|co-founder|cofounder|shareholder|shareholders)$/;
/** "Etla, a big space company": so many words lie between a name and the noun that says what it is. */
const NEAR_NOUN = 5;

/** Who a text calls a firm is one, wherever else it says "from" it: "Orlaq, the company behind the port", "an officer at Orlaq", "Orlaq CEO Ines Varo". */
function isFirmAt({ lower, words }: Reading, { from, to }: Candidate): boolean {
  if (HEADS_A_FIRM.test(lower[to] ?? '') || (lower[to] === "'s" && HEADS_A_FIRM.test(lower[to + 1] ?? '')))
    return true;
  const [before = '', second = ''] = [lower[from - 1], lower[from - 2]];
  if (/^(?:of|at)$/.test(before) && (HEADS_A_FIRM.test(second) || (before === 'at' && second === 'officer')))
    return true;
  if (FIRM_NOUN.test(before)) return true;
  if (lower[to] !== ',' || !/^(?:a|an|the)$/.test(lower[to + 1] ?? '')) return false;
  for (let at = to + 2; at < to + 2 + NEAR_NOUN && /^[\p{L}-]+$/u.test(words[at] ?? ''); at += 1) {
    if (/^(?:of|in|for|that|who|which|where|and)$/.test(lower[at] ?? '')) return false;
    if (FIRM_NOUN.test(lower[at] ?? '')) return true;
  }
  return false;
}

/** "the Kokrin have refused": a people or a group, but no place and no person, has "the" before it and many words' verb behind it. */
const isManyAt = ({ lower }: Reading, { from, to }: Candidate): boolean =>
  lower[from - 1] === 'the' && /^(?:have|are|were)$/.test(lower[to] ?? '');

/** Whom a place is named with after these is a place: "between Giban and Kefar", "from Adria and Belmar". */
const PAIRED = /^(?:between|from|in)$/;
const SURE_PLACE = 0.8;

function isPaired(
  { lower }: Reading,
  first: Candidate,
  second: Candidate | undefined,
  own: Candidate,
): boolean {
  if (!second || second.from !== first.to + 1 || lower[first.to] !== 'and') return false;
  const other = own === first ? second : first;
  return PAIRED.test(lower[first.from - 1] ?? '') && other.label === 'LOC' && other.confidence >= SURE_PLACE;
}

interface Name {
  readonly places: Candidate[];
  state: boolean;
  many: boolean;
  body: boolean;
  firm: boolean;
  located: boolean;
}

/** All places of each name, and what the signs there say. */
function namesOf(reading: Reading, candidates: readonly Candidate[]): Map<string, Name> {
  const names = new Map<string, Name>();
  candidates.forEach((candidate, at) => {
    const key = nameOf(reading, candidate);
    const name = names.get(key) ?? {
      places: [],
      state: false,
      many: false,
      body: false,
      firm: false,
      located: false,
    };
    names.set(key, name);
    name.places.push(candidate);
    const before = candidates[at - 1];
    name.state ||=
      isStateAt(reading, candidate) ||
      isPaired(reading, candidate, candidates[at + 1], candidate) ||
      (before !== undefined && isPaired(reading, before, candidate, candidate));
    name.many ||= isManyAt(reading, candidate);
    name.body ||= isBodyAt(reading, candidate);
    name.firm ||= isFirmAt(reading, candidate);
    name.located ||= LOCATED.has(reading.lower[candidate.from - 1] ?? '');
  });
  return names;
}

const certainty = (places: readonly Candidate[], label: CoarseType): number =>
  Math.max(0, ...places.map((place) => (place.label === label ? place.confidence : 0)));

/** First words of organisations' names that are nobody's surname and no known place: "Tarvane" of "Tarvane Foods". */
function shortForms(reading: Reading, names: ReadonlyMap<string, Name>): Set<string> {
  const short = new Map<string, number>();
  const ofPersons = new Set<string>();
  for (const [text, { places }] of names) {
    const words = text.split(' ');
    if (certainty(places, 'PER') > 0 && !isClub(words))
      for (const word of words.length > 1 ? words : []) ofPersons.add(word);
    // "FC Rovaniek" is "Rovaniek" in the news of its sport.
    if (isClub(words) && words.length === 2 && !places.some(() => names.get(words[1]!)?.located))
      short.set(words[1]!, 1);
    if (words.length < 2 || words.length > 3 || certainty(places, 'ORG') < CERTAIN) continue;
    const [first = ''] = words;
    if (lookUpName(first) || reading.small.has(first.toLowerCase())) continue;
    // "Darzak University" is called by its town; and so may be all by whose first word two are called.
    const head = words.at(-1)!.toLowerCase();
    const many = organisationHeads.has(head) && !firmHeads.has(head) ? 2 : 1;
    short.set(first, (short.get(first) ?? 0) + many);
  }
  for (const word of ofPersons) short.delete(word);
  return new Set([...short].filter(([, many]) => many === 1).map(([word]) => word));
}

/** Last words of persons' full names of which the tagger is sure: "Braverman" of "Suella Braverman". */
function surnames(names: ReadonlyMap<string, Name>): Set<string> {
  const found = new Set<string>();
  for (const [text, { places }] of names) {
    const words = text.split(' ');
    if (words.length > 1 && certainty(places, 'PER') >= CERTAIN) found.add(words.at(-1)!);
  }
  return found;
}

function kindOf(
  text: string,
  { places, state, many, body, firm, located }: Name,
  short: ReadonlySet<string>,
  persons: ReadonlySet<string>,
): CoarseType | null {
  if (lookUpName(text)) return null;
  const sure = Math.max(...places.map(({ confidence }) => confidence));
  if (firm && certainty(places, 'PER') < SETTLED) return 'ORG';
  if (body && !located && certainty(places, 'PER') < SETTLED) return 'ORG';
  if (state && sure < SETTLED) return 'LOC';
  if (short.has(text) && certainty(places, 'LOC') < SETTLED && certainty(places, 'PER') < SETTLED)
    return 'ORG';
  if (persons.has(text) && sure < SETTLED) return 'PER';
  // A people is spoken of in the same way, but for one the tagger hardly takes a place.
  const strange = places.filter(({ label }) => label === 'LOC' || label === 'PER').length;
  return many && sure < SETTLED && strange > 1 && strange > places.length / 2 ? 'ORG' : null;
}

/**
 * What is said of a name in one place holds in all of them, where the tagger doubts: "the government of X", "relations with X" make a state,
 * "the X have" a group, and "X Foods" makes an organisation of "X".
 */
export function documentKinds(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const names = namesOf(reading, candidates);
  const short = shortForms(reading, names);
  const persons = surnames(names);
  const kinds = new Map<string, CoarseType>();
  for (const [text, name] of names) {
    const kind = kindOf(text, name, short, persons);
    if (kind) kinds.set(text, kind);
  }
  return candidates.map((candidate) => {
    const name = nameOf(reading, candidate);
    const label = kinds.get(name) ?? (candidate.label === 'MISC' ? null : byHead(name));
    return label && label !== candidate.label ? { ...candidate, label } : candidate;
  });
}

/** "Kogofon-i-Rin Sodrem (KRS)": a place of many words beside an organisation's acronym is that organisation. */
export const acronymsOwners = (reading: Reading, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate, at) => {
    const next = candidates[at + 1];
    const isPair =
      candidate.label === 'LOC' &&
      candidate.to - candidate.from > 1 &&
      next?.label === 'ORG' &&
      next.from === candidate.to + 1 &&
      reading.words[candidate.to] === '(' &&
      reading.words[next.to] === ')' &&
      isAcronym(nameOf(reading, next)) &&
      // "PLUM CREEK (AP) –" heads a dispatch.
      !/^[–—-]/.test(reading.words[next.to + 1] ?? '') &&
      lookUpName(nameOf(reading, next)) === null;
    return isPair ? { ...candidate, label: 'ORG' } : candidate;
  });
