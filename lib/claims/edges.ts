import type { Frame, Run } from './frame';
import { VERB_TABLE } from './inflect';
import { withoutMainClause } from './subject-clauses';

// With these nothing ends that somebody says; “with” and “of” may end a sentence.
const LOOSE_END = /^(?:and|or|but|nor|the|an|with|of|[,;:(–—-]+)$/;
const PREPOSITION = /^(?:with|of)$/;
// In the middle of a sentence nothing begins with these.
const LOOSE_START = /^(?:and|or|nor)$/;

const LONGEST_DATELINE = 12;

/**
 * Content without what hangs over its edges: “that … and”, the next thing that the speaker does (“… and thanked the hosts”),
 * a conjunction it begins with amid a sentence. Between two pieces such words stay; of each piece a token is left.
 */
export function withoutLooseEnds(frame: Frame, content: readonly Run[], cue: Run | null): Run[] {
  return content.map((run, index) => {
    const before = index === 0 ? withoutLooseStart(frame, run) : run;
    if (index < content.length - 1) return before;
    const own = endAtRemark(frame, endAtOtherVerb(frame, before));
    return withoutLooseEnd(frame, cue ? withoutMainClause(frame, cue, endAtSameVerb(frame, own, cue)) : own);
  });
}

function withoutLooseStart(frame: Frame, run: Run): Run {
  const { lower, quote, sentence } = frame;
  const { last } = run;
  const first = behindDateline(frame, run);
  const isAmid = first > 0 && sentence[first - 1] === sentence[first];
  const isLoose = isAmid && last - first > 1 && quote[first] === -1 && LOOSE_START.test(lower[first]!);
  return { first: isLoose ? first + 1 : first, last };
}

// LISBON, Nov. 12 (Agency) – what is said begins behind the place.
function behindDateline({ tokens, lower, sentence, text }: Frame, { first, last }: Run): number {
  const before = first === 0 ? '\n' : text.slice(tokens[first - 1]!.end, tokens[first]!.start);
  const word = tokens[first]!.text;
  if (!before.includes('\n') || word.length < 3 || word !== word.toUpperCase() || !/\p{Lu}/u.test(word))
    return first;
  for (let i = first + 1; i < Math.min(last - 1, first + LONGEST_DATELINE); i++) {
    if (sentence[i] !== sentence[first] && lower[i - 1] !== '.') return first;
    if (/^[–—-]+$/.test(lower[i]!)) return i + 1;
    if (/^\p{Ll}/u.test(tokens[i]!.text)) return first;
  }
  return first;
}

function withoutLooseEnd({ lower, quote, sentence }: Frame, { first, last: end }: Run): Run {
  let last = end;
  while (last - first > 1 && quote[last - 1] === -1 && LOOSE_END.test(lower[last - 1]!)) {
    const goesOn = sentence[last] === sentence[last - 1] && /[\p{L}\p{N}]/u.test(lower[last] ?? '');
    if (PREPOSITION.test(lower[last - 1]!) && !goesOn) break;
    last--;
  }
  return { first, last };
}

// Her office promised that “…” and thanked the hosts: behind the closing mark the office does something else.
function endAtOtherVerb({ lower, quote, mark, sentence }: Frame, run: Run): Run {
  const index = Math.max(quote[run.first]!, quote[run.first + 1] ?? -1);
  if (index === -1) return run;
  let end = run.first + 1;
  while (end < run.last && quote[end] === index) end++;
  const isNext = mark[end - 1] === 1 && /^(?:and|but)$/.test(lower[end] ?? '') && end + 1 < run.last;
  if (!isNext || sentence[end] !== sentence[run.first]) return run;
  const next = lower[end + 1]!;
  const form = VERB_TABLE.get(next)?.form;
  const isVerb = form === 'past' || form === 'third' || /[a-z]{3}ed$/.test(next);
  return isVerb ? { first: run.first, last: end } : run;
}

// A note calls them “manageable”, which is the word for bad news: behind the closing mark it is the writer who remarks. Of twelve
// such clauses in the training texts one is part of what was said.
function endAtRemark({ lower, quote, mark, sentence }: Frame, run: Run): Run {
  for (let i = run.first + 2; i < run.last; i++) {
    if (lower[i] !== 'which' || quote[i] !== -1 || sentence[i] !== sentence[run.first]) continue;
    const comma = lower[i - 1] === ',' && quote[i - 1] === -1;
    if (comma && mark[i - 2]) return { first: run.first, last: i - 1 };
    if (mark[i - 1] && lower[i - 2] === ',') return { first: run.first, last: i };
  }
  return run;
}

// Calling the bill a trap and demanding a vote; said the port would close, and asked for patience: the speaker's next deed, in
// the same form as the cue.
function endAtSameVerb({ lower, quote, sentence }: Frame, run: Run, cue: Run): Run {
  const form = formOf(lower[cue.last - 1]!);
  if (run.first < cue.last || run.first - cue.last > 2 || (form !== 'ing' && form !== 'past')) return run;
  for (let i = run.first + 1; i < run.last - 1; i++) {
    if (sentence[i] !== sentence[cue.first]) return run;
    if (quote[i] !== -1 || !/^(?:and|but)$/.test(lower[i]!) || formOf(lower[i + 1]!) !== form) continue;
    if (form === 'ing' || lower[i - 1] === ',') return { first: run.first, last: i };
  }
  return run;
}

const formOf = (word: string): string | undefined => VERB_TABLE.get(word)?.form;

const SUBJECT = /^(?:he|she|they|we|i)$/;
const JOINED = /^(?:and|or|nor|than|as|like|,)$/;
const QUANTIFIED = /^(?:the|an?|some|several|many|most|few|both|all|one|two|three|his|her|their|its|our|my)$/;

/** A speaker's words without a comma behind them, an adverb before them, or the phrase in front of “(in a letter to friends) he”. */
export function withoutLooseWords({ lower, quote }: Frame, source: Run, cue: Run | null): Run {
  let { first, last } = source;
  while (last - first > 1 && quote[last - 1] === -1 && /^[,;:]$/.test(lower[last - 1]!)) last--;
  // “Mrs Okoye, who has lived there for years, says”: the relative clause is left out, and so is its first word.
  const isRelative =
    last - first > 1 && /^(?:who|which)$/.test(lower[last - 1]!) && cue !== null && cue.first > last;
  if (isRelative) last -= lower[last - 2] === ',' && last - first > 2 ? 2 : 1;
  const isBesideCue = cue !== null && cue.first - last >= 0 && cue.first - last <= 2;
  const isSubject = isBesideCue && SUBJECT.test(lower[last - 1]!) && last - first > 1;
  if (isSubject && !JOINED.test(lower[last - 2]!)) return { first: last - 1, last };
  if (last - first > 1 && /^[a-z]{3,}ly$/.test(lower[first]!) && QUANTIFIED.test(lower[first + 1]!)) first++;
  return { first, last };
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** A cue without the first word of when it was said (“acknowledged on Tuesday that …”). */
export function withoutDay({ lower }: Frame, { first, last }: Run): Run {
  const isLoose = last - first > 1 && lower[last - 1] === 'on' && DAY.test(lower[last] ?? '');
  return { first, last: isLoose ? last - 1 : last };
}

/** Whether content is no more than a small word (“a canal nobody asked for”). */
export function isSmallWord({ lower }: Frame, content: readonly Run[]): boolean {
  const [run] = content;
  if (!run || content.length > 1 || run.last - run.first > 1) return false;
  return /^(?:for|to|of|on|at|with|about|in|from|by|up|out)$/.test(lower[run.first]!);
}
