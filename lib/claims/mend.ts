import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { NOUN_TABLE, VERB_TABLE } from './inflect';
import { canSpeak } from './noun-phrases';
import { isTitleQuote } from './orphan-quotes';

// Verbs by which a writer infers something from a thing: “the low turnout indicates that …”.
const INFERENCE = new Set(
  'indicate suggest show find signal imply reflect mean prove hint underline underscore'.split(' '),
);
const IMPERSONAL = /^(?:it|this|that|these|those|which|there|what)$/;

/**
 * What rules add to decoded attributions: edges moved to the quotation marks or off the clause's full stop; titles, slogans
 * and inferences from things that cannot speak left out.
 */
export function mend(frame: Frame, found: readonly Attribution[], named: Uint8Array): Attribution[] {
  return found
    .filter((attribution) => !isInference(frame, attribution, named) && !isTitle(frame, attribution))
    .map((attribution) => ({ ...attribution, content: attribution.content.map((run) => snap(frame, run)) }));
}

/** The author's own inference: a thing without a voice “indicates” something. */
function isInference(frame: Frame, { source, cue }: Attribution, named: Uint8Array): boolean {
  if (!source || !cue) return false;
  const infers = frame.lower
    .slice(cue.first, cue.last)
    .some((word) => INFERENCE.has(VERB_TABLE.get(word)?.base ?? ''));
  if (!infers) return false;
  if (source.last - source.first === 1 && IMPERSONAL.test(frame.lower[source.first]!)) return true;
  return !canSpeak(frame, headOf(frame, source), named);
}

// “The profile of the guests” is about the profile: what stands before the first preposition must be able to speak.
function headOf(frame: Frame, source: Run): Run {
  for (let i = source.first + 1; i < source.last; i++) {
    if (/^(?:of|in|on|at|for|from|to|with|by)$/.test(frame.lower[i]!))
      return { first: source.first, last: i };
  }
  return source;
}

// A title or slogan is content only where a word of speech stands for it.
function isTitle(frame: Frame, { cue, content }: Attribution): boolean {
  const [run] = content;
  if (!run || content.length > 1 || !frame.mark[run.first]) return false;
  const index = frame.quote[run.first]!;
  if (frame.quote[run.last - 1] !== index || !isTitleQuote(frame, index)) return false;
  if (!cue) return true;
  return !frame.lower.slice(cue.first, cue.last).some((word) => VERB_TABLE.has(word) || NOUN_TABLE.has(word));
}

function snap(frame: Frame, run: Run): Run {
  let { first, last } = run;
  // The marks of a quotation belong to it.
  if (first > 0 && frame.mark[first - 1] && frame.quote[first - 1] === frame.quote[first]) first--;
  while (
    last < frame.tokens.length &&
    frame.quote[last] !== -1 &&
    frame.quote[last] === frame.quote[last - 1]
  ) {
    const isSign = !/[\p{L}\p{N}]/u.test(frame.lower[last]!);
    if (!isSign) break;
    last++;
  }
  while (first < last - 1 && frame.quote[first] === -1 && /^[,;:.]$/.test(frame.lower[first]!)) first++;
  while (last - 1 > first && frame.quote[last - 1] === -1 && /^[,;:.]$/.test(frame.lower[last - 1]!)) last--;
  return { first, last };
}
