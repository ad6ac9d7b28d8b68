import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';

// With these words a sentence begins with when or how it was said.
const CIRCUMSTANCE = /^(?:when|while|but|and|if|though|although|as)$/;

// A list read as one sentence is no front; the bound also keeps time linear.
const LONGEST_FRONT = 60;
// What the labels tend to leave out in front of the words that they hold.
const LONGEST_LEAD = 8;
const LEADS = /^(?:in|after|before|during|since|at|on|under|without|if|when|while)$/;

/**
 * Content as the sentence around speaker and cue has it: both halves of “the young, they propose, learn the way”, and not
 * the circumstances in front of a quotation. `taken` says whose a token is.
 */
export function wholeSentence(
  frame: Frame,
  { source, cue, content }: Attribution,
  taken: Int32Array,
  own: number,
): readonly Run[] {
  if (!cue || !source) return content;
  const speaking = { first: Math.min(source.first, cue.first), last: Math.max(source.last, cue.last) };
  const sentence = frame.sentences[frame.sentence[speaking.first]!]!;
  const plain = withLead(frame, withoutCircumstances(frame, content, cue, speaking, sentence), cue, sentence);
  if (plain.length !== 1 || plain[0]!.first < speaking.last) return plain;
  const front = frontOf(frame, speaking, sentence);
  if (!front || taken.subarray(front.first, front.last).some((index) => index !== -1 && index !== own))
    return plain;
  return isInterrupted(frame, speaking, plain[0]!) ? [front, plain[0]!] : plain;
}

/** Words that open the predicate of a sentence. */
export const FINITE =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|do|does|did)$/;

// In May, as the talks went on, she said: “…” – when she said it is not what she said.
function withoutCircumstances(
  frame: Frame,
  content: readonly Run[],
  cue: Run,
  speaking: Run,
  sentence: Run,
): readonly Run[] {
  const [first, second] = content;
  if (!first || !second || first.first < sentence.first || first.last > speaking.first) return content;
  const isPlain = frame.quote.subarray(first.first, first.last).every((index) => index === -1);
  const follows = second.first >= speaking.last && second.first - cue.last <= 1 && frame.mark[second.first];
  // The plan is dead, he said. “…”; The mayor, he said, “is confident …”: not circumstances.
  if (frame.sentence[second.first] !== frame.sentence[cue.first]) return content;
  if (FINITE.test(frame.lower[second.first + 1] ?? '')) return content;
  return isPlain && follows ? content.slice(1) : content;
}

// After the flood she left, she said: the first word is hers too.
function withLead(frame: Frame, content: readonly Run[], cue: Run, sentence: Run): readonly Run[] {
  const [first, ...rest] = content;
  if (!first || first.first <= sentence.first || first.first > cue.first) return content;
  const whole = [{ first: sentence.first, last: first.last }, ...rest];
  if (!LEADS.test(frame.lower[sentence.first]!)) return content;
  if (first.first === sentence.first + 1) return whole;
  // “In 2014, half of them closed, according to the board”: all that stands before it.
  const isByAccount = frame.lower[cue.first] === 'according' && first.last >= cue.first - 1;
  return isByAccount && first.first - sentence.first <= LONGEST_LEAD ? whole : content;
}

/** What stands in the sentence before “, he said”. */
function frontOf(frame: Frame, speaking: Run, sentence: Run): Run | null {
  const comma = speaking.first - 1;
  if (frame.lower[comma] !== ',' || frame.quote[comma] !== -1) return null;
  let first = Math.max(sentence.first, comma - LONGEST_FRONT);
  for (let i = comma - 1; i > first; i--) if (/^[:;]$/.test(frame.lower[i]!)) first = i + 1;
  return comma > first && first > comma - LONGEST_FRONT && !CIRCUMSTANCE.test(frame.lower[first]!)
    ? { first, last: comma }
    : null;
}

function isInterrupted(frame: Frame, speaking: Run, run: Run): boolean {
  return (
    frame.lower[speaking.last] === ',' && run.first - speaking.last <= 1 && frame.quote[run.first] === -1
  );
}
