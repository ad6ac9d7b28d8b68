import type { Candidate, CoarseType } from './candidate';
import {
  firstNames,
  type LexiconHit,
  type LexiconKind,
  lookUp,
  nameParticles,
  nameSuffixes,
  organisationHeads,
  sentenceOpeners,
  speechVerbs,
  titles,
} from './lexicon/lexicon';
import type { Reading, Sentence } from './reading';

const COARSE: Readonly<Record<LexiconKind, CoarseType | null>> = {
  country: 'LOC',
  capital: 'LOC',
  region: 'LOC',
  city: 'LOC',
  people: 'MISC',
  organisation: 'ORG',
  party: 'ORG',
  'armed-group': 'ORG',
  media: 'ORG',
  none: null,
};
const PLACE_BEFORE = new Set([
  'in',
  'near',
  'from',
  'outside',
  'across',
  'towards',
  'toward',
  'via',
  'throughout',
]);
const ACRONYM = /^(?:\p{Lu}{2,6}|\p{Lu}{2,5}-\p{Lu}|(?:\p{Lu}\.){2,5})$/u;
const INITIAL = /^(?:\p{Lu}\.)+$/u;

/** How many tokens from `at` form a title ("Prime Minister"), 0 where none does. */
export function titleLength(reading: Reading, at: number, end: number): number {
  for (let length = Math.min(3, end - at); length > 0; length -= 1) {
    if (titles.has(reading.lower.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}

/** The end of the run of capitalised words that begins at `at`, over particles and "of/for" after an organisation's head. */
function runEnd(reading: Reading, at: number, end: number): number {
  const { capital, lower, words } = reading;
  let to = at + 1;
  while (to < end) {
    const word = lower[to] ?? '';
    if (capital[to]) to += 1;
    else if (nameSuffixes.has(word)) to += 1;
    else if ((nameParticles.has(word) || word === '&') && capital[to + 1] && to + 1 < end) to += 2;
    else if ((word === 'of' || word === 'for') && organisationHeads.has(lower[to - 1] ?? '')) {
      const next = lower[to + 1] === 'the' ? to + 2 : to + 1;
      if (!capital[next] || next >= end || ACRONYM.test(words[to - 1] ?? '')) break;
      to = next + 1;
    } else break;
  }
  return to;
}

function isHeaded(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (!organisationHeads.has(reading.lower[at] ?? '')) continue;
    const next = reading.lower[at + 1];
    if (at === to - 1 ? to - from > 1 : next === 'of' || next === 'for') return true;
  }
  return false;
}

/** A capital at the head of a sentence proves nothing; the rest of the document may. */
function isOnlySentenceCase(reading: Reading, sentence: Sentence, at: number, length: number): boolean {
  const word = reading.lower[at] ?? '';
  const quoted = /^["“‘]$/.test(reading.words[at - 1] ?? '');
  if (at !== sentence.from && !quoted && !sentence.titled) return false;
  if (reading.midCapital.has(word)) return false;
  return sentenceOpeners.has(word) || reading.small.has(word) || (length === 1 && at === sentence.from);
}

function namePart(
  reading: Reading,
  from: number,
  to: number,
): { label: CoarseType; confidence: number; why: string } | null {
  const { words, lower } = reading;
  const first = words[from] ?? '';
  const before = lower[from - 1] ?? '';
  const length = to - from;
  if (isHeaded(reading, from, to)) return { label: 'ORG', confidence: 0.8, why: 'organisation-head' };
  if (titles.has(before) && !ACRONYM.test(first))
    return { label: 'PER', confidence: 0.85, why: 'title-before' };
  if (firstNames.has(first) && length > 1 && length < 5)
    return { label: 'PER', confidence: 0.85, why: 'first-name' };
  if (length === 1 && ACRONYM.test(first)) return { label: 'ORG', confidence: 0.6, why: 'acronym' };
  if (length < 3 && PLACE_BEFORE.has(before)) return { label: 'LOC', confidence: 0.6, why: 'place-before' };
  if (speechVerbs.has(lower[to] ?? '')) return { label: 'PER', confidence: 0.7, why: 'speaks' };
  if (length > 1 && length < 4) return { label: 'PER', confidence: 0.5, why: 'capitals' };
  if (length === 1 && firstNames.has(first)) return { label: 'PER', confidence: 0.5, why: 'first-name' };
  return length > 3 ? { label: 'ORG', confidence: 0.4, why: 'capitals' } : null;
}

function fromLexicon(hit: LexiconHit, from: number): Candidate | null {
  const label = COARSE[hit.kind];
  return label && { from, to: from + hit.length, label, confidence: 0.85, why: ['gazetteer'] };
}

/** Takes one run apart, left to right: adjectives, titles and places before a name are names or nothing of their own. */
function splitRun(reading: Reading, sentence: Sentence, from: number, to: number): Candidate[] {
  const found: Candidate[] = [];
  let at = from;
  let titled = false;
  while (at < to) {
    const hit = lookUp(reading.words, at);
    const whole = hit !== null && at + hit.length >= to;
    const title = titleLength(reading, at, to);
    if (hit && (whole || (hit.length > 1 && hit.kind !== 'people'))) {
      const candidate = fromLexicon(hit, at);
      if (candidate) found.push(candidate);
      at += hit.length;
    } else if (!isHeaded(reading, at, to) && hit?.kind === 'people') {
      const candidate = fromLexicon(hit, at);
      if (candidate) found.push(candidate);
      at += hit.length;
    } else if (title > 0 && !isHeaded(reading, at, to)) {
      at += title;
      titled = true;
    } else if (hit && !isHeaded(reading, at, to) && titleLength(reading, at + hit.length, to) > 0) {
      const candidate = fromLexicon(hit, at);
      if (candidate) found.push(candidate);
      at += hit.length;
    } else if (isOnlySentenceCase(reading, sentence, at, to - at)) {
      at += 1;
    } else {
      const part =
        titled && !isHeaded(reading, at, to)
          ? { label: 'PER' as const, confidence: 0.85, why: 'title-before' }
          : namePart(reading, at, to);
      if (part && !INITIAL.test(reading.words[at] ?? '') === true)
        found.push({ from: at, to, label: part.label, confidence: part.confidence, why: [part.why] });
      else if (part && to - at > 1)
        found.push({ from: at, to, label: part.label, confidence: part.confidence, why: [part.why] });
      at = to;
    }
  }
  return found;
}

/** Finds names by rules and lexicon alone: what works without a model, in text order without overlap. */
export function tagByRules(reading: Reading): Candidate[] {
  const found: Candidate[] = [];
  for (const sentence of reading.sentences) {
    let at = sentence.from;
    while (at < sentence.to) {
      if (!reading.capital[at]) {
        const hit = lookUp(reading.words, at);
        const candidate = hit && fromLexicon(hit, at);
        if (candidate && candidate.to <= sentence.to) found.push(candidate);
        at = candidate ? Math.max(at + 1, candidate.to) : at + 1;
        continue;
      }
      const end = runEnd(reading, at, sentence.to);
      const parts = splitRun(reading, sentence, at, end);
      found.push(...parts);
      at = Math.max(end, parts.at(-1)?.to ?? end);
    }
  }
  return found;
}
