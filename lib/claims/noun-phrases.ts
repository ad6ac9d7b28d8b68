import type { Frame, Run } from './frame';
import { SPEAKER_NOUNS, SPEAKER_PRONOUNS, VERB_TABLE } from './inflect';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Auxiliaries and negations that may stand between a subject and its verb. */
export const AUXILIARIES = set(
  "has have had is are was were be been being do does did will would can could may might must should shall not n't never 's 've 'd 'll 're 'm",
);
const ADVERBS = set(
  'also then later once now still even just again often soon first already always both all further too only repeatedly long',
);
const BREAKS = set(
  'that if when while because after before although though whether what how why which where so since unless until but as than however ' +
    'meanwhile and or yet then according despite amid like',
);
const PREPOSITIONS = set(
  'of for from in at with to on by about against over under into during between among on near behind across through',
);
const INSIDE = set('of for from at in with to on');
const TEMPORAL = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday earlier recently later last',
);

/** Whether a word may stand between a subject and its verb. */
export function isVerbModifier(word: string): boolean {
  return AUXILIARIES.has(word) || ADVERBS.has(word) || /^[a-z]{3,}ly$/.test(word);
}

/** First token of the verb group that ends with the verb at `verb`: “has repeatedly said” → “has”. */
export function verbGroupStart(frame: Frame, verb: number, min: number): number {
  let at = verb;
  while (at > min && isVerbModifier(frame.lower[at - 1]!)) at--;
  return at;
}

/** The noun phrase that ends right before token `end`, not reaching before `min`; with its apposition. */
export function phraseBefore(frame: Frame, end: number, min: number): Run | null {
  let last = end;
  if (frame.lower[last - 1] === ',') {
    const head = appositionStart(frame, last - 1, min);
    if (head === null) return null;
    const before = plainPhraseBefore(frame, head, min);
    return before && { first: before.first, last };
  }
  while (last > min && TEMPORAL.has(frame.lower[last - 1]!)) last--;
  if (last < end && frame.lower[last - 1] === 'on') last--;
  return plainPhraseBefore(frame, last, min);
}

// “Brian Fallon, a spokesman for Mrs. Clinton, said”: the comma in front of the apposition.
function appositionStart(frame: Frame, closing: number, min: number): number | null {
  for (let i = closing - 1; i > min && i > closing - 22; i--) {
    const word = frame.lower[i]!;
    if (frame.mark[i] || /^[.;:!?—–]$/.test(word)) return null;
    if (word === ',' && isNameLike(frame, i - 1)) return i;
  }
  return null;
}

function plainPhraseBefore(frame: Frame, end: number, min: number): Run | null {
  let first = end;
  while (first > min && end - first < 16 && continuesLeft(frame, first - 1, end)) first--;
  while (first < end && (PREPOSITIONS.has(frame.lower[first]!) || frame.lower[first] === 'and')) first++;
  return first < end ? { first, last: end } : null;
}

function continuesLeft(frame: Frame, at: number, end: number): boolean {
  const word = frame.lower[at]!;
  if (frame.mark[at]) return false;
  if (word === "'s" && at + 1 < end) return true;
  if (/^[^\p{L}\p{N}$%&'’.-]/u.test(word) || word === '--' || word === '.') return false;
  if (word === 'and') return isNameLike(frame, at + 1) && isNameLike(frame, at - 1);
  if (BREAKS.has(word) || (AUXILIARIES.has(word) && word !== "'s")) return false;
  if (PREPOSITIONS.has(word)) return INSIDE.has(word) && at + 1 < end;
  return !isFiniteVerb(frame, at);
}

function isFiniteVerb(frame: Frame, at: number): boolean {
  const entry = VERB_TABLE.get(frame.lower[at]!);
  return entry !== undefined && entry.form !== 'base' && frame.tokens[at]!.text === frame.lower[at];
}

/** The noun phrase that starts at `start`, not reaching beyond `max`. */
export function phraseAfter(frame: Frame, start: number, max: number): Run | null {
  let last = start;
  while (last < max && last - start < 16 && continuesRight(frame, last, start)) last++;
  while (last > start && (PREPOSITIONS.has(frame.lower[last - 1]!) || TEMPORAL.has(frame.lower[last - 1]!)))
    last--;
  return last > start ? { first: start, last } : null;
}

function continuesRight(frame: Frame, at: number, start: number): boolean {
  const word = frame.lower[at]!;
  if (frame.mark[at]) return false;
  if (/^[^\p{L}\p{N}$%&'’.-]/u.test(word) || word === '--' || word === '.') return false;
  if (word === 'and') return isNameLike(frame, at + 1);
  if (BREAKS.has(word) || (AUXILIARIES.has(word) && word !== "'s") || TEMPORAL.has(word)) return false;
  if (PREPOSITIONS.has(word)) return at > start && (word === 'of' || word === 'for' || word === 'from');
  return true;
}

/** What “who” at `who` points back to: the phrase before it, with the name in front of its apposition. */
export function antecedentOf(frame: Frame, who: number, min: number): Run | null {
  const end = frame.lower[who - 1] === ',' ? who - 1 : who;
  const near = end > min ? plainPhraseBefore(frame, end, min) : null;
  if (!near || frame.lower[near.first - 1] !== ',' || !isNameLike(frame, near.first - 2)) return near;
  const named = plainPhraseBefore(frame, near.first - 1, min);
  return named ? { first: named.first, last: near.last } : near;
}

function isNameLike(frame: Frame, at: number): boolean {
  const token = frame.tokens[at];
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

/** Whether a phrase can name somebody who speaks. `named` tells for a token whether it belongs to an actor's mention. */
export function canSpeak(frame: Frame, run: Run, named: Uint8Array): boolean {
  for (let i = run.first; i < run.last; i++) {
    const word = frame.lower[i]!;
    if (named[i] || SPEAKER_NOUNS.has(word)) return true;
    if (run.last - run.first <= 2 && SPEAKER_PRONOUNS.has(word) && word !== 'it') return true;
    if (i > run.first && isNameLike(frame, i)) return true;
    if (i === run.first && isNameLike(frame, i) && !isCommonStart(frame, i)) return true;
  }
  return false;
}

// A capital at the start of a sentence says nothing, unless the word is not one of the small ones.
function isCommonStart(frame: Frame, at: number): boolean {
  const run = frame.sentences[frame.sentence[at]!];
  const word = frame.lower[at]!;
  if (run?.first === at && (BREAKS.has(word) || PREPOSITIONS.has(word) || isVerbModifier(word))) return true;
  return (
    run?.first === at &&
    /^(?:the|a|an|this|that|these|those|it|there|his|her|their|its|our|my)$/.test(frame.lower[at]!)
  );
}
