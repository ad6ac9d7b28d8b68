import type { ClaimKind } from '../model/claim';
import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { NOUN_TABLE, VERB_TABLE } from './inflect';
import { AGAINST_WORDS, startsWithAny } from './modality';
import { isVerbModifier } from './noun-phrases';

const NEGATION = /^(?:not|n't|never|cannot)$/;
// As the subject they negate the statement (“nobody has come”), as an object seldom (“it had no sugar”).
const NOBODY = /^(?:no|nobody|nothing|none|neither)$/;
// “To block the budget if they do not get one”: behind these words it is the condition that is negated.
const CONDITION = /^(?:if|unless|because|when|while|although|though|until|who|which|where)$/;
const DENIES = /^(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|doubt(?:s|ed|ing)?|contest(?:s|ed|ing)?)$/;

/** How the content is given: in quotation marks, partly, in other words, or named by a noun. */
export function kindOf(frame: Frame, { source, cue, content }: Attribution): ClaimKind {
  let inside = 0;
  let all = 0;
  for (const run of content) {
    for (let i = run.first; i < run.last; i++) {
      const token = frame.tokens[i]!;
      if (!/[\p{L}\p{N}]/u.test(token.text)) continue;
      all += token.text.length;
      if (frame.quote[i] !== -1) inside += token.text.length;
    }
  }
  if (inside > 0.8 * all) return 'direct';
  if (inside > 0.02 * all) return 'mixed';
  if (isOnlyNamed(frame, cue, content)) return 'nominal';
  return cue && nounOfCue(frame, cue) && !isVerb(frame, cue, source) ? 'nominal' : 'indirect';
}

const POINTED_AT = /^(?:it|this|so|them)$/;
const DETERMINER = /^(?:the|an?|this|that|these|those|such|all|any)$/;
const LIKING = /^(?:lik|lov|enjoy|prais|welcom|thank)/;

// “Denied it”, “rejected the charge”: what is said is not given, only meant.
function isOnlyNamed({ lower }: Frame, cue: Run | null, content: readonly Run[]): boolean {
  const [run] = content;
  if (!cue || !run || content.length > 1) return false;
  const words = lower.slice(run.first, run.last).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 1)
    return POINTED_AT.test(words[0]!) && !lower.slice(cue.first, cue.last).some((word) => LIKING.test(word));
  return words.length <= 3 && DETERMINER.test(words[0]!) && NOUN_TABLE.has(words.at(-1)!);
}

// “Critics fear that”, “is now forecast”: of words that are both, the one behind its speaker or its helper is the verb.
function isVerb({ lower }: Frame, cue: Run, source: Run | null): boolean {
  let at = cue.first;
  while (at < cue.last && !NOUN_TABLE.has(lower[at]!)) at++;
  if (!VERB_TABLE.has(lower[at]!)) return false;
  const before = lower[at - 1] ?? '';
  if (source && at === source.last) return !/^(?:'s?|his|her|their|its|my|our|your|whose)$/.test(before);
  return isVerbModifier(before) && before !== "'s";
}

/** Whether the saying or the statement's main verb is negated (“denied that”, “said it was not true”). */
export function isNegated(frame: Frame, cue: Run | null, content: readonly Run[]): boolean {
  if (cue) {
    for (let i = nearStart(frame, cue); i < cue.last; i++) {
      if (/^(?:not|n't|never|neither|nor)$/.test(frame.lower[i]!)) return true;
      if (i >= cue.first && (DENIES.test(frame.lower[i]!) || isRejected(frame, i, content))) return true;
    }
  }
  const first = content[0];
  if (!first) return false;
  for (let i = first.first; i < Math.min(first.last, first.first + 12); i++) {
    if (/^[,;:.]$/.test(frame.lower[i]!) || (i > first.first && CONDITION.test(frame.lower[i]!))) break;
    if (NEGATION.test(frame.lower[i]!)) return true;
    if (i <= first.first + 2 && NOBODY.test(frame.lower[i]!)) return true;
  }
  return false;
}

// “Rejected the charge” says that it is not true, “rejected the offer” does not.
function isRejected(frame: Frame, at: number, content: readonly Run[]): boolean {
  return /^(?:reject|dismiss)/.test(frame.lower[at]!) && startsWithAny(frame, content, AGAINST_WORDS);
}

// “, who was not involved, praised”: what is negated in front of a comma is something else.
function nearStart({ lower, sentence }: Frame, cue: Run): number {
  let first = cue.first;
  while (
    first > Math.max(0, cue.first - 3) &&
    sentence[first - 1] === sentence[cue.first] &&
    lower[first - 1] !== ','
  )
    first--;
  return first;
}

/** The noun in a cue that carries the statement (“the accusation that”), or null. */
export function nounOfCue(frame: Frame, cue: Run): string | null {
  const verb = frame.lower
    .slice(cue.first, cue.last)
    .some((word) => VERB_TABLE.has(word) && !NOUN_TABLE.has(word));
  if (verb) return null;
  return frame.lower.slice(cue.first, cue.last).find((word) => NOUN_TABLE.has(word)) ?? null;
}
