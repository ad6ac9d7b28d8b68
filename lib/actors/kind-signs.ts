import type { Reading } from './reading';

/** What the places of a word say about the kind of its name, as bits; above the ten of `SIGN`. */
export const KIND_SIGN = {
  person: 1024,
  pronoun: 2048,
  afterThe: 4096,
  adjective: 8192,
  firm: 16384,
  placeNoun: 32768,
  its: 65536,
} as const;

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split('|'));
/** What only a person has, is or does. */
const OF_PERSONS = wordSet(
  'wife|husband|father|mother|son|daughter|sons|daughters|brother|sister|brothers|sisters|parents|widow|widower|girlfriend|boyfriend|fiancé|fiancée|family|uncle|aunt|cousin|nephew|niece|death|life|childhood|career|biographer|biographers|biography|lawyer|lawyers|attorney|body|diary|hands|face|mind|poems|poetry|novel|novels|predecessor|successor|aide|aides|spokesman|spokeswoman',
);
const BY_PERSONS = wordSet(
  'who|whom|whose|himself|herself|born|died|married|resigned|retired|testified|smiled|laughed|nodded|replied|wept|studied|graduated|wrote|met',
);
const PRONOUNS = wordSet('he|she|his|her|him|hers');
/** What a people or a state has: "the Ekran army". */
const OF_PEOPLES = wordSet(
  'army|government|troops|forces|police|officials|authorities|military|soldiers|president|parliament|minister|ministry|people|citizens|voters|capital|border|side|navy|rebels|fighters|militants|leaders|leader|politicians|lawmakers|language|economy|media|team|embassy|ambassador|delegation|diplomats|diplomat|national|nationals|immigrants|refugees|opposition|foreign|prime|artist|writer|poet|actor|singer|footballer',
);
const FIRMS = wordSet('inc|inc.|corp|corp.|corporation|ltd|ltd.|plc|llc|co|co.|gmbh|ag|nv|sa');
const OF_FIRMS = wordSet(
  'shares|share|stock|profits|profit|revenue|revenues|sales|customers|shareholders|investors|employees|workers|products|website|app|board|headquarters|subsidiary|staff|members|users|platform|chief|ceo|chairman|founder',
);
const FIRM_NOUNS = wordSet(
  'company|firm|maker|retailer|manufacturer|startup|start-up|carmaker|lender|airline|operator|developer|publisher|bank|group|charity|union|network|agency|insurer|supplier|website',
);
const CALLED_FIRMS = wordSet(
  'brokerage|consultancy|think-tank|nonprofit|non-profit|co-operative|cooperative|shipyard|shipbuilder|builder|fund|newspaper|foundation|association|party|movement|militia|provider|producer|exporter|importer|refiner|miner|studio|label|brewer|chain|store|subsidiary|unit',
);
const PLACE_NOUNS = wordSet(
  'town|city|village|province|region|district|port|capital|state|county|island|republic|kingdom|suburb|municipality|outskirts|streets|north|south|east|west|coast|suburbs|part|parts',
);
/** The share of a word's places behind which a pronoun follows, from which on it counts. */
const OFTEN = 0.34;

const FIRM_ADJECTIVE = 2;
/** What may stand behind such a noun: another noun ("a group leader") makes it something else. */
const BEHIND_FIRM =
  /^(?:that|which|of|in|for|with|whose|from|at|and|by|to|on|based|run|owned|backed|founded|led|set|said|[,.;:)–—-])$/;

/** "Pellucid, a maker of sweeteners", "Clean Hands, a group that campaigns": at `at` stands the comma. */
export function isCalledFirm({ lower, capital }: Pick<Reading, 'lower' | 'capital'>, at: number): boolean {
  if (lower[at] !== ',' || !/^(?:an?|the)$/.test(lower[at + 1] ?? '')) return false;
  for (let next = at + 2; next <= at + 2 + FIRM_ADJECTIVE; next += 1) {
    if (FIRM_NOUNS.has(lower[next] ?? '') || CALLED_FIRMS.has(lower[next] ?? ''))
      return BEHIND_FIRM.test(lower[next + 1] ?? '.');
    if (!/^\p{Ll}[\p{Ll}-]*$/u.test(lower[next] ?? '') || capital[next]) return false;
  }
  return false;
}

/** Signs of a kind: what the word owns, does, or is called. */
function kindsAt(reading: Reading, at: number): number {
  const { lower } = reading;
  const before = lower[at - 1] ?? '';
  const owns = lower[at + 1] === "'s" || lower[at + 1] === "'";
  const after = lower[at + 1] ?? '';
  const owned = owns ? (lower[at + 2] ?? '') : '';
  const next =
    after === ',' || after === '(' || after === 'was' || after === 'had' ? (lower[at + 2] ?? '') : after;
  let bits = 0;
  if (OF_PERSONS.has(owned) || BY_PERSONS.has(next)) bits |= KIND_SIGN.person;
  if (before === 'the') bits |= KIND_SIGN.afterThe;
  if (OF_PEOPLES.has(after)) bits |= KIND_SIGN.adjective;
  if (
    FIRMS.has(after) ||
    OF_FIRMS.has(owned) ||
    FIRM_NOUNS.has(before) ||
    FIRM_NOUNS.has(after) ||
    isCalledFirm(reading, at + 1)
  )
    bits |= KIND_SIGN.firm;
  if (before === 'of' && PLACE_NOUNS.has(lower[at - 2] ?? '')) bits |= KIND_SIGN.placeNoun;
  return bits;
}

/** What is said of the name at `at` behind it before another name comes, in the sentence or at the head of the next: "he", "its", or nothing. */
function calledAfter(
  { lower, capital, sentences }: Reading,
  at: number,
  number: number,
): 'person' | 'thing' | null {
  const { to } = sentences[number]!;
  for (let next = at + 1; next < to; next += 1) {
    if (PRONOUNS.has(lower[next]!)) return 'person';
    if (lower[next] === 'its' || lower[next] === 'itself') return 'thing';
    if (capital[next] && next > at + 1) return null;
  }
  const after = lower[sentences[number + 1]?.from ?? -1] ?? '';
  return PRONOUNS.has(after) ? 'person' : null;
}

/** Words that are called "he" or "she" often, or "its". */
function calledWords(reading: Reading): { persons: ReadonlySet<string>; things: ReadonlySet<string> } {
  const counts = new Map<string, { all: number; person: number; thing: number }>();
  reading.sentences.forEach(({ from, to }, number) => {
    for (let at = from; at < to; at += 1) {
      const word = reading.lower[at]!;
      if (!reading.capital[at] || PRONOUNS.has(word)) continue;
      const count = counts.get(word) ?? { all: 0, person: 0, thing: 0 };
      counts.set(word, count);
      count.all += 1;
      const called = calledAfter(reading, at, number);
      if (called) count[called] += 1;
    }
  });
  const often = (kind: 'person' | 'thing'): ReadonlySet<string> =>
    new Set([...counts].filter(([, count]) => count[kind] >= OFTEN * count.all).map(([word]) => word));
  return { persons: often('person'), things: often('thing') };
}

/** Bits of `KIND_SIGN` per token that has a capital, gathered from all places of the same word. */
export function kindSigns(reading: Reading): Int32Array {
  const { lower, capital } = reading;
  const byWord = new Map<string, number>();
  lower.forEach((word, at) => {
    if (capital[at]) byWord.set(word, (byWord.get(word) ?? 0) | kindsAt(reading, at));
  });
  const { persons, things } = calledWords(reading);
  return Int32Array.from(lower, (word) => {
    const called = (persons.has(word) ? KIND_SIGN.pronoun : 0) | (things.has(word) ? KIND_SIGN.its : 0);
    return (byWord.get(word) ?? 0) | called;
  });
}
