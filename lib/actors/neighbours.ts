import type { Candidate, CoarseType } from './candidate';
import { mediaHeads, sentenceOpeners } from './lexicon/lexicon';
import { GOVERNMENT } from './missed-names';
import type { Reading, Sentence } from './reading';
import { titleLength } from './tag-rules';

const UNSURE = 0.6;
const SURE_PERSON = 0.97;
const CERTAIN_STATE = 0.9;
const DASH = /^(?:[–—-]|--)$/;
const MONTH = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/;
const LABELS = new Set(
  'breaking|update|updated|exclusive|corrected|correction|watch|live|news|video|opinion|analysis|explainer|factbox|timeline|photos|listen|note|warning|advertisement'.split(
    '|',
  ),
);
const LOUD = /^\p{Lu}{2}[\p{Lu}'’.-]+$/u;

/** The end of a dateline's place at the head of a line: "PLUM CREEK –", "OSK, Varna (AP) —", "KELL, June 4 —"; or -1. */
function placeEnd(reading: Reading, { from, to }: Sentence): number {
  const { words, lower } = reading;
  let end = from;
  while (end < to && end < from + 4 && LOUD.test(words[end] ?? '')) end += 1;
  const isPlace = end > from && !sentenceOpeners.has(lower[from] ?? '') && !LABELS.has(lower[from] ?? '');
  if (!isPlace || !(DASH.test(words[end] ?? '') || /^[,(]$/.test(words[end] ?? ''))) return -1;
  for (let at = end; at < to && at < end + 10; at += 1) {
    if (DASH.test(words[at] ?? '')) return end;
    const isPart =
      words[at] === ',' ||
      words[at] === '(' ||
      words[at] === ')' ||
      words[at] === '.' ||
      /^\d{1,4}$/.test(words[at] ?? '');
    if (!isPart && !reading.capital[at] && lower[at] !== 'of' && !MONTH.test(lower[at] ?? '')) return -1;
  }
  return -1;
}

/** The place that a dateline names, where nothing was found in its stead. */
export function datelines(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  return reading.sentences.flatMap((sentence): Candidate[] => {
    const { from } = sentence;
    const start = reading.tokens[from]?.start ?? 0;
    if (from > 0 && !reading.text.slice(reading.tokens[from - 1]?.end, start).includes('\n')) return [];
    const to = placeEnd(reading, sentence);
    if (to < 0 || candidates.some((other) => other.from < to && from < other.to)) return [];
    return [{ from, to, label: 'LOC', confidence: 0.8, why: ['place-before'] }];
  });
}

/** "Ekra Press: …" and "Ekra News – …" at the head of a line: who writes, where nothing was found in its stead. */
export function leadIns(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const { words, lower } = reading;
  return reading.sentences.flatMap(({ from, to }): Candidate[] => {
    let end = from;
    while (end < to && end < from + 5 && reading.capital[end]) end += 1;
    const isMedia = end - from > 1 && mediaHeads.has(lower[end - 1] ?? '') && !LABELS.has(lower[from] ?? '');
    if (!isMedia || !reading.capital[end + 1] || !(words[end] === ':' || DASH.test(words[end] ?? '')))
      return [];
    if (candidates.some((other) => other.from < end && from < other.to)) return [];
    return [{ from, to: end, label: 'ORG', confidence: 0.8, why: ['organisation-head'] }];
  });
}

const joins = (reading: Reading, left: Candidate, right: Candidate): boolean => {
  const between = reading.lower.slice(left.to, right.from).join(' ');
  return between === ',' || between === 'and' || between === ', and' || between === 'or';
};

/** Names of one list are of one kind: whom the tagger is not sure of follows those beside it, where they agree. */
export function listed(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const result: Candidate[] = [];
  for (let first = 0; first < candidates.length; ) {
    let last = first;
    while (last + 1 < candidates.length && joins(reading, candidates[last]!, candidates[last + 1]!))
      last += 1;
    const members = candidates.slice(first, last + 1);
    result.push(...(members.length > 2 ? agreed(members) : members));
    first = last + 1;
  }
  return result;
}

function agreed(members: readonly Candidate[]): Candidate[] {
  const votes = new Map<CoarseType, number>();
  for (const { label, confidence } of members) votes.set(label, (votes.get(label) ?? 0) + confidence ** 2);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  const all = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
  if (!best || best[1] < 0.6 * all) return [...members];
  return members.map((member) =>
    member.label !== best[0] && member.confidence < UNSURE ? { ...member, label: best[0] } : member,
  );
}

/** What states have and persons do not: of a person's government or ministers there is talk, of their parliament hardly. */
const OF_STATES = new Set(['parliament', 'prime', 'border', 'capital', 'constitution', 'economy', 'embassy']);

const ENVOYS = new Set(['ambassador', 'ambassadors', 'envoy', 'envoys', 'consul']);

/** The ending of an adjective of a land or a people: "the Ekran government" names no state by itself. */
const OF_A_PEOPLE = /(?:an|ians?|ese|ish|[^aeiou]i|ic|ch|ite|ist)$/;

/**
 * "Valdor's foreign minister", "the Valdor government", "ambassador to Valdor": where the tagger is not sure, what has a government
 * is a state and no person.
 */
export const governed = (reading: Reading, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) => {
    const { from, to, label, confidence } = candidate;
    if (to - from > 1) return candidate;
    const owned = reading.lower[to] === "'s" ? (reading.lower[to + 1] ?? '') : '';
    // Such a sign weighs against what other sentences say of the same name.
    if (OF_STATES.has(owned) && confidence < SURE_PERSON)
      return { ...candidate, label: 'LOC', confidence: Math.max(confidence, CERTAIN_STATE) };
    if (label === 'LOC') return candidate;
    const isBare = reading.lower[to] === 'government' && !OF_A_PEOPLE.test(reading.lower[from] ?? '');
    const sure = isBare ? 0.95 : UNSURE;
    const isSentTo = reading.lower[from - 1] === 'to' && ENVOYS.has(reading.lower[from - 2] ?? '');
    const isState = isSentTo || ((isBare || GOVERNMENT.has(owned)) && confidence < sure);
    return isState ? { ...candidate, label: 'LOC', confidence: Math.max(confidence, UNSURE) } : candidate;
  });

/** What a state calls its own: "recalled its ambassador". */
const OWNED_BY_STATES = new Set(
  'ambassador ambassadors army border borders troops forces neighbour neighbours neighbor neighbors soil territory citizens sovereignty embassy airspace parliament government military nationals constitution president'.split(
    ' ',
  ),
);
/** Between a name and its "its" stands little more than a verb. */
const NEAR = 4;

/** "Meldrix said its profits rose": what is called "it" is no person. Whoever has an army is a state, all others organisations. */
export const impersonal = (reading: Reading, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) => {
    const { from, to, label, confidence } = candidate;
    if (label !== 'PER' || to - from > 1 || confidence >= SURE_PERSON) return candidate;
    let at = to;
    while (at < to + NEAR && /^\p{Ll}+$/u.test(reading.lower[at] ?? '') && !reading.capital[at]) {
      if (reading.lower[at] === 'its') {
        const owned = [reading.lower[at + 1] ?? '', reading.lower[at + 2] ?? ''];
        return { ...candidate, label: owned.some((word) => OWNED_BY_STATES.has(word)) ? 'LOC' : 'ORG' };
      }
      at += 1;
    }
    return candidate;
  });

const BEFORE_OFFICE =
  /^(?:'s|the|a|an|its|his|her|their|former|then|ex|current|longtime|acting|deputy|senior|chief)$/;

/** "Lena Varro, Valdor's former ambassador": whom an office describes is a person, where the tagger is not sure. */
export const described = (reading: Reading, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) => {
    const { to, label, confidence } = candidate;
    if (label === 'PER' || confidence >= UNSURE || reading.words[to] !== ',') return candidate;
    let at = to + 1;
    while (at < to + 7 && titleLength(reading, at, at + 3) === 0) {
      if (!reading.capital[at] && !BEFORE_OFFICE.test(reading.lower[at] ?? '')) return candidate;
      at += 1;
    }
    // A title with a name behind it is somebody else's: "Varna, Minister Odum".
    const end = at + titleLength(reading, at, at + 3);
    return end > at && at > to + 1 && !reading.capital[end] ? { ...candidate, label: 'PER' } : candidate;
  });
