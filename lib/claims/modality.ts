import type { Modality } from '../model/claim';
import type { Frame, Run } from './frame';
import { NOUN_TABLE, VERB_TABLE } from './inflect';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words in a cue that are no cue verbs of their own, or do something else than their usual sort. */
const OF_WORD: readonly (readonly [Modality, ReadonlySet<string>])[] = [
  // To deny is to state the opposite; to want is to ask for it.
  [
    'assertion',
    set(
      'deny denies denied denying dispute disputes disputed disputing estimate estimates estimated caution cautions cautioned',
    ),
  ],
  [
    'proposal',
    set(
      'want wants wanted wanting wish wishes wished request requests requested direct directed insistence slogan campaigned applied prefer forbid forbids forbade forbidden appealed',
    ),
  ],
  [
    'evaluation',
    set(
      'thank thanks thanked like likes liked enjoy enjoys enjoyed regret regrets regretted apologise apologises apologised ' +
        'apologize apologizes apologized misgivings enthusiasm admires admired hates hated loves loved scandalised outraged',
    ),
  ],
  [
    'accusation',
    set('suspect suspects suspected suspicion suspicions complain complains complained complaining'),
  ],
  ['commitment', set('agree agrees agreed agreeing')],
];
const WORD_MODALITY = new Map(
  OF_WORD.flatMap(([modality, words]) => [...words].map((word) => [word, modality])),
);

/** What is said against somebody: to reject it is to state the opposite. */
export const AGAINST_WORDS = set(
  'charge charges accusation accusations allegation allegations claim claims criticism reading report reports suggestion rumour rumours rumor rumors',
);
const FIRST_WORDS = 5;
const IS = set("is are was were 's");
const ASKS = set('which whether why how what who when where if');
const KEPT_BACK = set(
  'say comment confirm discuss answer speak negotiate identify elaborate name explain disclose',
);
const BLAMING = set('lied lying lies corrupt guilty fraud stole stolen illegally complicit betrayed');

/** What is done by saying it: accused, predicted, proposed … Read from the cue, then from the content. */
export function modalityOf(frame: Frame, cue: Run | null, content: readonly Run[]): Modality {
  const ofCue = cue && cueModality(frame, cue, content);
  if (ofCue && ofCue !== 'assertion') return ofCue;
  return modalityOfWords(frame, content, ofCue !== null);
}

function cueModality(frame: Frame, cue: Run, content: readonly Run[]): Modality {
  const words = frame.lower.slice(cue.first, cue.last);
  // “For the smaller parties the bill is a gift”: how it looks to them.
  if (words.length === 1 && /^(?:for|to)$/.test(words[0]!) && startsWithAny(frame, content, IS))
    return 'evaluation';
  if (isKeptBack(words)) return 'refusal';
  for (let i = words.length - 1; i >= 0; i--) {
    const found = wordModality(frame, cue.first + i, cue, content);
    if (found && found !== 'assertion') return found;
  }
  return /^declin|^refus/.test(words[0]!) ||
    /(?:^| )ru(?:led|les?) out(?: |$)|turned down/.test(words.join(' '))
    ? 'refusal'
    : 'assertion';
}

// “would not comment”, “won't say”: not to tell is what is done.
function isKeptBack(words: readonly string[]): boolean {
  const not = words.findIndex((word) => word === 'not' || word === "n't");
  return not > 0 && /^(?:would|will|wo)$/.test(words[not - 1]!) && words.some((word) => KEPT_BACK.has(word));
}

function wordModality(frame: Frame, at: number, cue: Run, content: readonly Run[]): Modality | null {
  const word = frame.lower[at]!;
  const next = frame.lower[at + 1] ?? '';
  const noun = NOUN_TABLE.get(word);
  const verb = VERB_TABLE.get(word);
  const begins = frame.lower[content.find(({ first }) => first >= cue.last)?.first ?? -1] ?? '';
  switch (verb?.base) {
    case 'call':
      // “call for” and “call on” propose, “call X Y” judges.
      return /^(?:for|on|to)$/.test(next) ? 'proposal' : 'evaluation';
    case 'ask':
      return asksForIt(frame, at, cue, content) ? 'proposal' : 'assertion';
    case 'tell':
      return begins === 'to' ? 'proposal' : 'assertion';
    case 'caution':
      return next === 'against' ? 'proposal' : 'assertion';
    case 'warn':
      return next === 'against' ? 'proposal' : 'prediction';
    case 'question':
      return isStatement(frame, begins) ? 'assertion' : 'evaluation';
    case 'want':
    case 'wish':
      return next === 'to' && /^know$/.test(frame.lower[at + 2] ?? '') ? 'assertion' : 'proposal';
    case 'reject':
    case 'dismiss':
      if (startsWithAny(frame, content, AGAINST_WORDS)) return 'assertion';
  }
  return WORD_MODALITY.get(word) ?? (verb ? verb.frames[0]!.modality : (noun ?? null));
}

// “asked for a seat”, “asked Norland to stay out” – not “asked why”, “asked: “Why?””
function asksForIt(frame: Frame, at: number, cue: Run, content: readonly Run[]): boolean {
  if (frame.lower[at + 1] === 'for' || frame.lower[at + 1] === 'to') return true;
  const run = content.find(({ first }) => first >= cue.last);
  if (!run || frame.quote[run.first] !== -1 || ASKS.has(frame.lower[run.first]!)) return false;
  return frame.lower
    .slice(run.first, Math.min(run.last, run.first + 6))
    .some((word) => /^(?:to|not)$/.test(word));
}

function isStatement(frame: Frame, begins: string): boolean {
  return (
    begins === '' ||
    begins === 'that' ||
    ASKS.has(begins) ||
    /[“"„«']/.test(begins) ||
    frame.tokens.length === 0
  );
}

/** Whether one of `words` is among the first of the content. */
export function startsWithAny(frame: Frame, content: readonly Run[], words: ReadonlySet<string>): boolean {
  const [run] = content;
  return (
    run !== undefined &&
    frame.lower.slice(run.first, Math.min(run.last, run.first + FIRST_WORDS)).some((word) => words.has(word))
  );
}

/** The kind of statement that the words themselves make, whoever says them; `isReported`: somebody else's words retold. */
export function modalityOfWords(frame: Frame, content: readonly Run[], isReported = false): Modality {
  let isPrediction = false;
  let isCommitment = false;
  let isBlame = false;
  // “whether he was guilty” accuses nobody.
  let isOpen = false;
  for (const run of content) {
    const last = Math.min(run.last, run.first + 60);
    for (let i = run.first; i < last; i++) {
      const word = frame.lower[i]!;
      const next = frame.lower[i + 1] ?? '';
      if (word === 'should' || word === 'ought' || (word === 'must' && next !== 'have')) return 'proposal';
      const isFuture = /^(?:will|wo|'ll)$/.test(word) && next !== 'have';
      if (isFuture && /^(?:i|we)$/.test(frame.lower[i - 1] ?? '')) isCommitment = true;
      if (isFuture || word === 'likely' || (isReported && word === 'would' && frame.quote[i] === -1))
        isPrediction = true;
      if (BLAMING.has(word)) isBlame = !isOpen;
      if (word === 'whether') isOpen = true;
    }
  }
  const [first] = content;
  if (first && isReported && frame.lower[first.first + (frame.mark[first.first] ? 1 : 0)] === 'let')
    return 'proposal';
  if (first && isReported && content.length === 1 && saysNo(frame, first)) return 'refusal';
  if (isCommitment) return 'commitment';
  if (isPrediction) return 'prediction';
  return isBlame ? 'accusation' : 'assertion';
}

function saysNo(frame: Frame, run: Run): boolean {
  const words = frame.lower.slice(run.first, run.last).filter((word) => /\p{L}/u.test(word));
  return words.length === 1 && words[0] === 'no';
}
