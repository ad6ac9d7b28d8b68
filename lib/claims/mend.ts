import type { Attribution } from './attribution';
import { isSmallWord, withoutDay, withoutLooseEnds, withoutLooseWords } from './edges';
import type { Frame, Run } from './frame';
import { NOUN_TABLE, VERB_TABLE } from './inflect';
import { withoutListener } from './listeners';
import { canSpeak, phraseBefore } from './noun-phrases';
import { isTitleQuote } from './orphan-quotes';
import { FINITE, wholeSentence } from './sentence-content';
import { withWholeQuotes } from './shared-quotes';

// Verbs by which a writer infers something from a thing: “the low turnout indicates that …”.
const INFERENCE = new Set(
  'indicate suggest show find signal imply reflect mean prove hint underline underscore'.split(' '),
);
const IMPERSONAL = /^(?:it|this|that|these|those|which|there|what)$/;

/**
 * What rules add to decoded attributions: edges moved to the quotation marks or off the clause's full stop; titles, slogans
 * and inferences from things that cannot speak left out.
 */
export function mend(frame: Frame, decoded: readonly Attribution[], named: Uint8Array): Attribution[] {
  const found = withWholeQuotes(frame, decoded);
  const taken = new Int32Array(frame.tokens.length).fill(-1);
  found.forEach(({ content, cue, source }, index) => {
    for (const run of [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])])
      taken.fill(index, run.first, run.last);
  });
  const read = found.map((attribution, index) => ({ ...withoutSubject(frame, attribution), index }));
  // What the writer infers from a thing goes on with the same thing: “the turnout indicates …, pointing to …”.
  const voiceless = new Set(
    read.filter((one) => isInference(frame, one, named)).map(({ source }) => source?.first),
  );
  const speaks = (one: Attribution): boolean =>
    !one.source ||
    !voiceless.has(one.source.first) ||
    (!isInference(frame, one, named) && isQuotation(frame, one));
  return read
    .filter((one) => speaks(one) && !isTitle(frame, one))
    .map(({ index, ...attribution }) => ({
      ...attribution,
      cue: attribution.cue && withoutDay(frame, attribution.cue),
      source: attribution.source && withoutLooseWords(frame, attribution.source, attribution.cue),
      content: withoutLooseEnds(
        frame,
        joinTouching(
          wholeSentence(frame, attribution, taken, index).map((run) =>
            snap(
              frame,
              fillQuote(
                frame,
                endWithQuote(frame, withoutScrap(frame, behindMark(frame, run), attribution.cue)),
                taken,
                index,
              ),
            ),
          ),
        ),
        attribution.cue,
      ),
    }))
    .filter(({ content }) => !isSmallWord(frame, content));
}

// “He is expected to win”, “she was criticised for it”, “it seems to work”: the subject is what something is said of, not who
// says it. Its words belong to what is said, but for those who were only asked.
const SAID_OF = new Set(
  'expected criticized criticised accused known believed thought considered alleged rumored rumoured suspected supposed blamed hailed viewed projected predicted'.split(
    ' ',
  ),
);
const ASKED = 'asked';
const BE = /^(?:is|are|was|were|be|been|being|'s|’s|’re|'re)$/;
const SEEMS = /^(?:seems?|seemed|appears?|appeared|reportedly|allegedly|apparently|purportedly)$/;

function withoutSubject(frame: Frame, found: Attribution): Attribution {
  const attribution = withNoun(frame, found);
  const { source, cue } = attribution;
  const content = withoutListener(frame, cue, withoutTail(frame, attribution));
  const speaker = source && speakerOf(frame, source);
  if (!speaker || !cue || speaker.last > cue.first) return { ...attribution, source: speaker, content };
  const words = frame.lower.slice(cue.first, cue.last);
  const last = words.at(-1)!;
  const verb = words.findLast((word) => SAID_OF.has(word) || word === ASKED);
  const isPassive = verb !== undefined && words.some((word) => BE.test(word));
  const isNear = cue.first - speaker.last <= 3;
  if (!isNear || !(isPassive || SEEMS.test(last))) return { ...attribution, source: speaker, content };
  if (isPassive && verb === ASKED) return { ...attribution, source: null, content };
  return { ...attribution, source: null, content: [speaker, ...content] };
}

// “The (accused said)”: an article alone names nobody; the words up to the verb do, or the phrase before it.
function withNoun(frame: Frame, attribution: Attribution): Attribution {
  const { source, cue } = attribution;
  if (!source || !cue || source.last - source.first > 1 || !/^(?:the|an?)$/.test(frame.lower[source.first]!))
    return attribution;
  let verb = cue.last - 1;
  while (verb > cue.first && !VERB_TABLE.has(frame.lower[verb]!)) verb--;
  if (source.last === cue.first && verb > cue.first)
    return {
      ...attribution,
      source: { first: source.first, last: verb },
      cue: { first: verb, last: cue.last },
    };
  const min = frame.sentences[frame.sentence[cue.first]!]!.first;
  const phrase = source.last < cue.first ? phraseBefore(frame, cue.first, min) : null;
  return { ...attribution, source: phrase };
}

// “The turnout indicates that Norland (is cautious, opting …)”: the speaker stands after “that”.
function speakerOf(frame: Frame, source: Run): Run {
  for (let i = source.first + 1; i < source.last; i++) {
    // “according to people who worked for him: (he is not trying …)”
    if (/^[:;]$/.test(frame.lower[i]!)) return { first: source.first, last: i };
  }
  for (let i = source.last - 2; i > source.first; i--) {
    if (frame.lower[i] === 'that' && VERB_TABLE.has(frame.lower[i - 1]!))
      return { first: i + 1, last: source.last };
  }
  return source;
}

// “…,” she said about the vote: what follows a whole quotation and its cue is about the saying, unless it is quoted too.
function withoutTail(frame: Frame, { content, cue }: Attribution): readonly Run[] {
  const [first] = content;
  if (!cue || !first || content.length < 2 || first.last > cue.first) return content;
  const isQuoted = (run: Run): boolean => frame.quote.subarray(run.first, run.last).some((at) => at !== -1);
  if (frame.quote[first.first] === -1 || frame.quote[first.last - 1] === -1) return content;
  // “…,” he added, to pursue another plan; “Only you,” she said, would do that: the sentence that the quotation began.
  const goesOn = (run: Run): boolean =>
    (frame.lower[run.first] === 'to' || FINITE.test(frame.lower[run.first]!)) &&
    frame.lower[run.first - 1] === ',';
  return content.filter((run) => run.last <= cue.first || isQuoted(run) || goesOn(run));
}

function isQuotation(frame: Frame, { content }: Attribution): boolean {
  return content.every((run) => frame.mark[run.first] === 1);
}

// A quotation that is content from its beginning is content as a whole, as far as nobody else's words are in it.
function fillQuote(frame: Frame, run: Run, taken: Int32Array, own: number): Run {
  const index = frame.quote[run.last - 1]!;
  if (index === -1 || frame.quote[run.first] !== index || !frame.mark[run.first]) return run;
  let { last } = run;
  while (last < frame.tokens.length && frame.quote[last] === index) {
    if (taken[last] !== -1 && taken[last] !== own) return run;
    last++;
  }
  return { first: run.first, last };
}

// “…,” he said. “…” Like others, they wait: the mark that closes another quotation is not where content begins.
function behindMark({ quote, mark }: Frame, { first, last }: Run): Run {
  const isClosing =
    mark[first] === 1 && quote[first - 1] === quote[first] && quote[first + 1] !== quote[first];
  return isClosing && last - first > 1 ? { first: first + 1, last } : { first, last };
}

// A quotation that is content from its beginning and ends a sentence is all there is of it: what the writer adds in the next
// sentence is the writer's.
function endWithQuote(frame: Frame, run: Run): Run {
  if (!frame.mark[run.first]) return run;
  let last = run.first + 1;
  while (last < run.last && frame.quote[last] === frame.quote[run.first]) last++;
  // “…”. By then: the full stop behind the mark is still the quotation's sentence.
  let next = last;
  while (next < run.last && !isWord(frame, next)) next++;
  const isNewSentence = next < run.last && frame.sentence[next] !== frame.sentence[last - 1];
  return isNewSentence && frame.quote[next] === -1 ? { first: run.first, last } : run;
}

const LONGEST_SCRAP = 6;

// “… The port will close. However (, nobody said so)”: what goes beyond a sentence does not end with the first words of another.
function withoutScrap(frame: Frame, run: Run, cue: Run | null): Run {
  const at = frame.sentence[run.last - 1]!;
  const sentence = frame.sentences[at]!;
  if (at === frame.sentence[run.first] || frame.quote[run.last - 1] !== -1) return run;
  if (run.last - sentence.first > LONGEST_SCRAP || (cue && frame.sentence[cue.first] === at)) return run;
  for (let i = run.last; i < sentence.last; i++)
    if (isWord(frame, i)) return { first: run.first, last: Math.max(run.first + 1, sentence.first) };
  return run;
}

function isWord(frame: Frame, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(frame.lower[at]!);
}

function joinTouching(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (before && run.first <= before.last)
      joined[joined.length - 1] = { first: before.first, last: Math.max(before.last, run.last) };
    else joined.push(run);
  }
  return joined;
}

/** The author's own inference: a thing without a voice “indicates” something. */
function isInference(frame: Frame, { source, cue, content }: Attribution, named: Uint8Array): boolean {
  if (!source || !cue) return false;
  // The cable indicated that the post was “understaffed”: what is quoted has somebody's words.
  if (content.some((run) => frame.mark.subarray(run.first, run.last).includes(1))) return false;
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
