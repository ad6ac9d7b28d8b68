import type { Frame, Run } from './frame';
import { VERB_TABLE } from './inflect';

// Verbs with somebody in front of what is said: “told the board that …”, “asked her what …”.
const WITH_LISTENER = new Set('tell ask assure remind inform notify warn'.split(' '));
const PRONOUN = /^(?:him|them|me|us|you)$/;
const CLAUSE = /^(?:that|what|why|how|whether|about)$/;
// A listener's words end before these.
const STOP = /^(?:against|over|on|has|have|had|was|were|is|are|would|will|should|could|can|been)$/;
const NO_LISTENER =
  /^(?:that|what|why|how|whether|if|who|when|where|to|to|about|of|against|for|on|not|there|it|he|she|they|we|i)$/;
const LONGEST = 9;

/** Content without those who were told: “(told) the board that the bridge is sound”. */
export function withoutListener(frame: Frame, cue: Run | null, content: readonly Run[]): readonly Run[] {
  const { lower, mark, sentence } = frame;
  const at = content.findIndex(({ first }) => first === cue?.last);
  const run = content[at];
  if (!cue || !run || mark[run.first] || NO_LISTENER.test(lower[run.first]!)) return content;
  const verb = VERB_TABLE.get(lower[cue.last - 1]!)?.base ?? '';
  if (!WITH_LISTENER.has(verb)) return content;
  // “Asked him to leave”: who is to leave is part of what is asked.
  const isEnd = (word: string): boolean => (verb === 'ask' && word === 'to') || !isListenerWord(word);
  let first = run.first + 1;
  if (!PRONOUN.test(lower[run.first]!)) {
    const end = Math.min(run.last - 1, run.first + LONGEST);
    while (first < end && !isEnd(lower[first]!)) first++;
    if (!CLAUSE.test(lower[first]!) && !mark[first]) return content;
  }
  if (
    first >= run.last ||
    (verb === 'ask' && lower[first] === 'to') ||
    sentence[first] !== sentence[run.first]
  )
    return content;
  return content.map((one, index) => (index === at ? { first, last: run.last } : one));
}

function isListenerWord(word: string): boolean {
  return /[\p{L}\p{N}]|^['’.-]/u.test(word) && !CLAUSE.test(word) && !STOP.test(word);
}
