import type { Frame, Run } from './frame';
import { NOUN_TABLE, VERB_TABLE } from './inflect';
import { AUXILIARIES } from './noun-phrases';

const LONGEST_SUBJECT = 6;
// A sentence that begins so has its subject later.
const NO_SUBJECT =
  /^(?:despite|after|before|in|on|at|with|for|by|amid|like|as|from|without|of|to|and|but|because|if|when|while|there|it|this|that)$/;
// Behind these another finite verb is due before the main one.
const OWNED = /^(?:the|an?|his|her|their|its|our|my|any|this|'s)$/;
const NO_PART = /^(?:[^\p{L}']+|is|are|was|were|has|have|had|will|would|[a-z]{2,}ed)$/u;
const OPENS =
  /^(?:that|who|which|whom|whose|what|how|why|where|if|because|when|while|and|or|but|after|before|since|though|although|as|than|until|whether)$/;
// Verbs of main clauses that say nothing themselves.
const PLAIN_VERB =
  /^(?:grows|remains|rests|stands|goes|comes|seems|gets|sounds|looks|makes|takes|became|came|went|got|met|drew|won|lost|fell|rose|made|took)$/;
const NO_VERB_BEHIND =
  /^(?:the|an?|of|in|on|at|by|with|for|from|its|his|her|their|our|my|more|most|so|very|'s)$/;

/**
 * Without the main clause: of “his claim that the dam is safe convinced nobody” the last two words are the writer's. Only where the
 * noun is the subject of its sentence, so that a main verb must come; `run` begins behind the noun with “that” or “to”.
 */
export function withoutMainClause(frame: Frame, cue: Run, run: Run): Run {
  const { lower, quote, sentence } = frame;
  const noun = cue.last - 1;
  if (run.first !== cue.last || !NOUN_TABLE.has(lower[noun]!) || !/^(?:that|to)$/.test(lower[run.first]!))
    return run;
  // “The candidates hope to …” has a verb there.
  if (lower[run.first] === 'to' && !OWNED.test(lower[noun - 1] ?? '')) return run;
  if (!isSubject(frame, cue) || sentence[run.last - 1] !== sentence[noun]) return run;
  let due = lower[run.first] === 'that' ? 1 : 0;
  for (let i = run.first + 1; i < run.last; i++) {
    if (quote[i] !== -1) continue;
    if (OPENS.test(lower[i]!)) due++;
    if (!isFiniteAt(frame, i) || i === run.first + 1) continue;
    if (due > 0) due--;
    else return i - run.first > 2 ? { first: run.first, last: i } : run;
    while (i + 1 < run.last && isGroup(frame, i + 1)) i++;
  }
  return run;
}

function isSubject({ lower, sentence, sentences }: Frame, cue: Run): boolean {
  if (lower[cue.first - 1] === 'whose') return true;
  const { first } = sentences[sentence[cue.first]!]!;
  const front = lower.slice(first, cue.last - 1);
  if (front.length === 0 || front.length > LONGEST_SUBJECT || NO_SUBJECT.test(front[0]!)) return false;
  return front.some((word) => OWNED.test(word)) && !front.some((word) => NO_PART.test(word));
}

function isFiniteAt({ lower, tokens }: Frame, i: number): boolean {
  const word = lower[i]!;
  if (tokens[i]!.text !== word || word === "'s" || /^(?:not|never|being|been|be)$/.test(word))
    return word === 'be' && !AUXILIARIES.has(lower[i - 1]!) && lower[i - 1] !== 'to';
  if (AUXILIARIES.has(word)) return true;
  if (NO_VERB_BEHIND.test(lower[i - 1]!)) return false;
  if (PLAIN_VERB.test(word)) return true;
  const form = VERB_TABLE.get(word)?.form;
  return form === 'past' || form === 'third' || /^[a-z]{3,}ed$/.test(word);
}

// What goes on in the same verb: “had been cleaned”, “was never shown”.
function isGroup({ lower }: Frame, i: number): boolean {
  const word = lower[i]!;
  if (AUXILIARIES.has(word) || /^[a-z]{3,}ly$/.test(word)) return true;
  return AUXILIARIES.has(lower[i - 1]!) && (VERB_TABLE.has(word) || /(?:ed|en|ing)$/.test(word));
}
