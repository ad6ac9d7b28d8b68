import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { VERB_TABLE } from './inflect';
import { AUXILIARIES, canSpeak, phraseAfter, phraseBefore, verbGroupStart } from './noun-phrases';
import { quoteBefore, quoteRun } from './quote-links';

const VIEW = /^(?:views?|opinion|judge?ment|words|telling|eyes|mind)$/;
const WORD_OF_MOUTH =
  /^(?:verdict|answer|reply|response|conclusion|message|argument|objection|complaint|warning|prediction|advice|reasoning|pitch|explanation|recommendation|demand|proposal|term)$/;
const OWNER = /^(?:his|her|their|its|'s?)$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;
// “speaks of” and what is longer than this is a list or a story.
const LONGEST = 40;
const LONGEST_PHRASE = 8;
// So a sentence begins that tells when or where it was said.
const CIRCUMSTANCE =
  /^(?:when|while|but|and|if|though|although|as|in|on|at|after|before|during|with|rather|so|last|later|earlier|then|still|yet|however|meanwhile)$/;
const LONGEST_FRONT = 14;
const SCORE = 0.5;

interface Place {
  readonly frame: Frame;
  readonly named: Uint8Array;
  readonly sentence: Run;
  readonly paragraph: Run;
}

type Found = Pick<Attribution, 'source' | 'content'> & { readonly cue: Run };

/**
 * Turns of phrase with which essays and analyses report, too rare in the training texts to be learnt: “in their view”, “as she
 * puts it”, “speaks of”, “reads it as”, “the verdict of the press: too late”. Linear in the text.
 */
export function formulaAttributions(frame: Frame, named: Uint8Array): Attribution[] {
  return frame.paragraphs.flatMap((paragraph) => {
    const found: Attribution[] = [];
    for (let i = paragraph.first; i < paragraph.last; i++) {
      const sentence = frame.sentences[frame.sentence[i]!];
      if (!sentence || frame.quote[i] !== -1) continue;
      const place = { frame, named, sentence, paragraph };
      const hit =
        inView(place, i) ??
        asPutIt(place, i) ??
        interrupted(place, i) ??
        speaksOf(place, i) ??
        readsAs(place, i) ??
        nounColon(place, i);
      if (!hit || hit.content.length === 0) continue;
      const isNoun = frame.lower[i] === 'in' || frame.lower[i] === ':';
      found.push({ ...hit, score: SCORE, why: ['clause', isNoun ? 'cue-noun' : 'cue-verb'] });
    }
    return found;
  });
}

// In her view the paper binds nobody. The step was, in the words of its director, “overdue”.
function inView(place: Place, i: number): Found | null {
  const { frame, sentence } = place;
  if (frame.lower[i] !== 'in') return null;
  const owned = ownedView(frame, i, sentence.last) ?? viewOf(frame, i, sentence.last);
  if (!owned) return null;
  const { source, last } = owned;
  const isFirst =
    i - sentence.first <= 2 &&
    frame.lower.slice(sentence.first, i).every((word) => /^(?:and|but|yet|,)$/.test(word));
  const from = frame.lower[last] === ',' || frame.lower[last] === ':' ? last + 1 : last;
  const cue = owned.cue;
  if (frame.mark[from] && frame.quote[from] !== -1) return { source, cue, content: quoted(frame, from) };
  if (isFirst) return { source, cue, content: rest(place, from) };
  const isClosed = frame.lower[i - 1] === ',';
  const front = { first: sentence.first, last: isClosed ? i - 1 : i };
  if (i - sentence.first > LONGEST_FRONT || /^(?:who|which|that|because)$/.test(frame.lower[front.last - 1]!))
    return null;
  if (!isEnd(frame, last, sentence)) {
    return isClosed && from > last ? { source, cue, content: [front, ...rest(place, from)] } : null;
  }
  return isClosed ? { source, cue, content: [front] } : null;
}

interface Owned {
  readonly source: Run;
  readonly cue: Run;
  /** Behind the whole turn of phrase. */
  readonly last: number;
}

function ownedView(frame: Frame, i: number, max: number): Owned | null {
  for (let noun = i + 2; noun < Math.min(max, i + LONGEST_PHRASE); noun++) {
    if (!VIEW.test(frame.lower[noun]!)) continue;
    if (!OWNER.test(frame.lower[noun - 1]!)) return null;
    return {
      source: { first: i + 1, last: frame.lower[noun - 1]!.startsWith("'") ? noun - 1 : noun },
      cue: { first: noun, last: noun + 1 },
      last: noun + 1,
    };
  }
  return null;
}

function viewOf(frame: Frame, i: number, max: number): Owned | null {
  if (frame.lower[i + 1] !== 'the' || !VIEW.test(frame.lower[i + 2] ?? '') || frame.lower[i + 3] !== 'of')
    return null;
  const source = phraseAfter(frame, i + 4, max);
  return source && { source, cue: { first: i, last: i + 4 }, last: source.last };
}

// As she puts it, every culture belongs in its own house. “My knees say go,” is how one of them puts it.
function asPutIt(place: Place, i: number): Found | null {
  const { frame, sentence, paragraph, named } = place;
  if (!/^puts?$/.test(frame.lower[i]!) || frame.lower[i + 1] !== 'it') return null;
  const source = phraseBefore(frame, i, sentence.first);
  if (!source || !canSpeak(frame, source, named)) return null;
  const link = source.first - 1;
  const isHow = frame.lower[link] === 'how' && BE.test(frame.lower[link - 1] ?? '');
  if (frame.lower[link] !== 'as' && !isHow) return null;
  const cue = { first: i, last: i + 2 };
  if (isHow) return { source, cue, content: quoteBefore(frame, link - 1, paragraph) };
  const from = /^[,:]$/.test(frame.lower[i + 2] ?? '') ? i + 3 : i + 2;
  if (frame.mark[from]) return { source, cue, content: quoted(frame, from) };
  return from > i + 2 ? { source, cue, content: rest(place, from) } : null;
}

// That figure, an aide joked, was the only good news.
function interrupted(place: Place, i: number): Found | null {
  const { frame, sentence, named } = place;
  if (frame.lower[i + 1] !== ',' || /^\p{Lu}/u.test(frame.tokens[i]!.text)) return null;
  const entry = VERB_TABLE.get(frame.lower[i]!);
  if (!entry || entry.frames[0]!.frame !== 'say' || !/^(?:past|third)$/.test(entry.form)) return null;
  const source = phraseBefore(frame, verbGroupStart(frame, i, sentence.first), sentence.first);
  if (!source || !canSpeak(frame, source, named)) return null;
  const front = { first: sentence.first, last: source.first - 1 };
  if (
    frame.lower[front.last] !== ',' ||
    front.last - front.first > LONGEST_FRONT ||
    front.last <= front.first
  )
    return null;
  if (CIRCUMSTANCE.test(frame.lower[front.first]!)) return null;
  const back = rest(place, i + 2);
  if (back.length === 0) return null;
  const isPlain = frame.quote.subarray(sentence.first, sentence.last).every((index) => index === -1);
  return isPlain ? { source, cue: { first: i, last: i + 1 }, content: [front, ...back] } : null;
}

// Of whatever is said to speak of something a reader takes it that it can.
function speaksOf(place: Place, i: number): Found | null {
  const { frame, sentence } = place;
  if (!/^(?:speaks?|spoke)$/.test(frame.lower[i]!) || frame.lower[i + 1] !== 'of') return null;
  const start = verbGroupStart(frame, i, sentence.first);
  const source = phraseBefore(frame, start, sentence.first);
  if (!source || /^(?:one|it|this|that|these|those|which|there)$/.test(frame.lower[source.first]!))
    return null;
  // Whether one may speak of it is not for anybody to have said.
  if (frame.lower.slice(start, i).some((word) => /^(?:may|might|can|could|would|should)$/.test(word)))
    return null;
  // “The change he spoke of was slow”: of what stands in front.
  if (BE.test(frame.lower[i + 2] ?? '')) return null;
  return { source, cue: { first: i, last: i + 2 }, content: phrase(place, i + 2) };
}

// Her critics read the sentence as a retreat.
function readsAs(place: Place, i: number): Found | null {
  const { frame, sentence, named } = place;
  if (!/^(?:reads?|interprets?|interpreted)$/.test(frame.lower[i]!)) return null;
  const start = verbGroupStart(frame, i, sentence.first);
  if (frame.lower.slice(start, i).some((word) => BE.test(word))) return null;
  let as = i + 2;
  while (as < sentence.last && as - i <= LONGEST_PHRASE && frame.lower[as] !== 'as') as++;
  if (frame.lower[as] !== 'as' || as >= sentence.last) return null;
  if (frame.lower.slice(i, as).some((word) => /^[,;:.]$/.test(word))) return null;
  const source = phraseBefore(frame, start, sentence.first);
  if (!source || !canSpeak(frame, source, named)) return null;
  return { source, cue: { first: i, last: i + 1 }, content: phrase(place, i + 1) };
}

// The verdict of the local press: too late. His answer came the same evening: never.
function nounColon(place: Place, colon: number): Found | null {
  const { frame, sentence } = place;
  if (frame.lower[colon] !== ':' || colon + 1 >= sentence.last) return null;
  const first = Math.max(sentence.first, colon - 2 * LONGEST_PHRASE);
  for (let noun = first; noun < colon; noun++) {
    if (!WORD_OF_MOUTH.test(frame.lower[noun]!) || /^[,;]$/.test(frame.lower[noun + 1]!)) continue;
    const owner = ownerOf(frame, noun, first, colon);
    if (!owner) continue;
    const cue = { first: noun, last: noun + 1 };
    const content = frame.mark[colon + 1] ? quoted(frame, colon + 1) : rest(place, colon + 1);
    return { source: owner, cue, content };
  }
  return null;
}

function ownerOf(frame: Frame, noun: number, first: number, colon: number): Run | null {
  if (frame.lower.slice(noun + 1, colon).some((word) => /^[,;]$/.test(word))) return null;
  if (frame.lower[noun + 1] === 'of' || frame.lower[noun + 1] === 'from') {
    return phraseAfter(frame, noun + 2, colon);
  }
  if (noun > first && !OWNER.test(frame.lower[noun - 1]!)) return giverOf(frame, noun, first);
  if (noun === first) return null;
  if (!frame.lower[noun - 1]!.startsWith("'")) return { first: noun - 1, last: noun };
  return phraseBefore(frame, noun - 1, first);
}

const GIVES =
  /^(?:sends?|sent|delivers?|delivered|issues?|issued|offers?|offered|has|have|had|gives?|gave|makes?|made)$/;

// The state is using the meeting to send a clear message to its neighbours: it can still do so.
function giverOf(frame: Frame, noun: number, first: number): Run | null {
  let verb = noun - 1;
  while (verb > first && noun - verb <= 4 && !GIVES.test(frame.lower[verb]!)) verb--;
  if (!GIVES.test(frame.lower[verb] ?? '') || !/^(?:an?|one|this|another|the)$/.test(frame.lower[verb + 1]!))
    return null;
  let end = verb;
  for (let i = first; i < verb; i++) if (AUXILIARIES.has(frame.lower[i]!)) end = Math.min(end, i);
  return phraseBefore(frame, end, first);
}

function isEnd(frame: Frame, at: number, sentence: Run): boolean {
  for (let i = at; i < sentence.last; i++) if (/[\p{L}\p{N}]/u.test(frame.lower[i]!)) return false;
  return true;
}

function quoted(frame: Frame, at: number): Run[] {
  const run = quoteRun(frame, frame.quote[at]!);
  return run && run.first === at ? [run] : [];
}

// To the end of the sentence, without its full stop.
function rest({ frame, sentence }: Place, from: number): Run[] {
  let { last } = sentence;
  while (last > from && frame.quote[last - 1] === -1 && /^[.,;:!?]$/.test(frame.lower[last - 1]!)) last--;
  return last > from && last - from <= LONGEST ? [{ first: from, last }] : [];
}

// To the next comma.
function phrase(place: Place, from: number): Run[] {
  const [run] = rest(place, from);
  const { frame } = place;
  for (let i = from; run && i < run.last; i++)
    if (frame.quote[i] === -1 && /^[,;:–—]$/.test(frame.lower[i]!))
      return i > from ? [{ first: from, last: i }] : [];
  return run ? [run] : [];
}
