import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { VERB_TABLE } from './inflect';
import { canSpeak, phraseAfter, phraseBefore, verbGroupStart } from './noun-phrases';
import { quoteRun } from './quote-links';

const FEWEST_WORDS = 5;
const LONGEST_CUE = 6;
// What a statement is handed out with, beside the verbs of speech.
const GIVES_OUT = /^(?:released|issued|posted|published|sent|shared|gave|offered|made)$/;
const PLAIN_SPEECH =
  /^(?:said|says|wrote|writes|tweeted|tweets|added|adds|reported|reports|explained|explains|continued|continues|noted|notes|argued|argues|stated|states|concluded|concludes)$/;
const SCORE = 0.6;
const UNQUOTED_SCORE = 0.5;

/**
 * What a paragraph that ends with a colon introduces (“Stated Okoye:” and the quotation below it), where nothing is made of
 * it yet: of 34 quotations introduced so in the training texts 32 are annotated. Without quotation marks a verb of speech
 * must stand right before the colon.
 */
export function withIntroduced(
  frame: Frame,
  found: readonly Attribution[],
  named: Uint8Array,
): readonly Attribution[] {
  const taken = new Uint8Array(frame.tokens.length);
  for (const { content } of found) for (const run of content) taken.fill(1, run.first, run.last);
  const added = frame.paragraphs.flatMap((paragraph, index): readonly Attribution[] => {
    const next = frame.paragraphs[index + 1];
    if (!next || frame.lower[paragraph.last - 1] !== ':' || frame.quote[paragraph.last - 1] !== -1) return [];
    const isQuoted = frame.mark[next.first] === 1;
    const content = isQuoted ? quoteRun(frame, frame.quote[next.first]!) : next;
    if (!content || content.last - content.first < FEWEST_WORDS + (isQuoted ? 2 : 0)) return [];
    if (taken.subarray(content.first, content.last).includes(1)) return [];
    const intro = introOf(frame, paragraph.last - 1, named);
    if (!intro || !(isQuoted || intro.isSpeech)) return [];
    const { source, cue } = intro;
    const score = isQuoted ? SCORE : UNQUOTED_SCORE;
    return [{ source, cue, content: [content], score, why: [isQuoted ? 'quote' : 'clause', 'cue-verb'] }];
  });
  return added.length === 0 ? found : [...found, ...added];
}

interface Intro {
  readonly source: Run;
  readonly cue: Run;
  /** Whether a verb of speech stands right before the colon. */
  readonly isSpeech: boolean;
}

// Who speaks in the sentence that ends with `colon`: the subject of its last verb of speech, or who follows it.
function introOf(frame: Frame, colon: number, named: Uint8Array): Intro | null {
  const { first } = frame.sentences[frame.sentence[colon]!]!;
  for (let verb = colon - 1; verb >= first; verb--) {
    const isFront = verb === first || frame.lower[verb - 1] === ',';
    if (frame.quote[verb] !== -1 || !(saysAt(frame, verb) || GIVES_OUT.test(frame.lower[verb]!))) continue;
    // “The New York Post”: no verb has a capital, but for one that begins the sentence.
    if (verb > first && /^\p{Lu}/u.test(frame.tokens[verb]!.text)) continue;
    const source = isFront
      ? phraseAfter(frame, verb + 1, colon)
      : phraseBefore(frame, subjectEnd(frame, verb, first), first);
    if (!source || !canSpeak(frame, source, named)) continue;
    const last = colon - verb <= LONGEST_CUE && !isFront ? colon : verb + 1;
    const isSpeech = verb === colon - 1 && PLAIN_SPEECH.test(frame.lower[verb]!);
    return { source, cue: { first: verb, last }, isSpeech };
  }
  return null;
}

function saysAt(frame: Frame, verb: number): boolean {
  return VERB_TABLE.get(frame.lower[verb]!)?.frames.some((entry) => entry.frame === 'say') ?? false;
}

// “She went on to say”: the subject stands before the verb that leads to the infinitive.
function subjectEnd(frame: Frame, verb: number, first: number): number {
  if (frame.lower[verb - 1] !== 'to') return verbGroupStart(frame, verb, first);
  for (let i = verb - 2; i > Math.max(first, verb - 4); i--)
    if (/^(?:went|goes|had|has|continued|continues)$/.test(frame.lower[i]!)) return i;
  return verb - 1;
}
