import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';

// With these words a sentence begins with when or how it was said.
const CIRCUMSTANCE = /^(?:when|while|but|and|if|though|although|as)$/;

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
  const plain = withoutCircumstances(frame, content, cue, speaking, sentence);
  if (plain.length !== 1 || plain[0]!.first < speaking.last) return plain;
  const front = frontOf(frame, speaking, sentence);
  if (!front || taken.subarray(front.first, front.last).some((index) => index !== -1 && index !== own))
    return plain;
  return isInterrupted(frame, speaking, plain[0]!) ? [front, plain[0]!] : plain;
}

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
  return isPlain && follows ? content.slice(1) : content;
}

/** What stands in the sentence before “, he said”. */
function frontOf(frame: Frame, speaking: Run, sentence: Run): Run | null {
  const comma = speaking.first - 1;
  if (frame.lower[comma] !== ',' || frame.quote[comma] !== -1) return null;
  return comma > sentence.first && !CIRCUMSTANCE.test(frame.lower[sentence.first]!)
    ? { first: sentence.first, last: comma }
    : null;
}

function isInterrupted(frame: Frame, speaking: Run, run: Run): boolean {
  return (
    frame.lower[speaking.last] === ',' && run.first - speaking.last <= 1 && frame.quote[run.first] === -1
  );
}
