import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { NOUN_TABLE, SPEAKER_PRONOUNS, VERB_TABLE, type VerbEntry } from './inflect';
import { antecedentOf, canSpeak, phraseAfter, phraseBefore, verbGroupStart } from './noun-phrases';
import { quoteBefore, quoteRun, quotesAfter } from './quote-links';

// A table or a list without full stops is no statement; the bound also keeps time linear.
const LONGEST = 150;

interface Clause {
  readonly frame: Frame;
  readonly named: Uint8Array;
  readonly sentence: Run;
  readonly paragraph: Run;
}

/** Attributions by rules alone: cue words, their subjects, and the quotation or clause beside them. Linear in the text. */
export function ruleAttributions(frame: Frame, named: Uint8Array): Attribution[] {
  const found: Attribution[] = [];
  for (const paragraph of frame.paragraphs) {
    for (let i = paragraph.first; i < paragraph.last; i++) {
      const sentence = frame.sentences[frame.sentence[i]!];
      if (!sentence) continue;
      const clause: Clause = { frame, named, sentence, paragraph };
      const hit = accordingTo(clause, i) ?? verbCue(clause, i, found.at(-1)) ?? nounCue(clause, i);
      if (!hit) continue;
      found.push(hit);
      if (hit.cue) i = Math.max(i, hit.cue.last - 1);
    }
  }
  return found;
}

function accordingTo({ frame, named, sentence, paragraph }: Clause, i: number): Attribution | null {
  if (frame.lower[i] !== 'according' || frame.lower[i + 1] !== 'to' || frame.quote[i] !== -1) return null;
  const source = phraseAfter(frame, i + 2, sentence.last);
  if (!source || !canSpeak(frame, source, named)) return null;
  const leads = i === sentence.first;
  const run = leads
    ? trim(frame, { first: source.last, last: sentence.last })
    : trim(frame, { first: sentence.first, last: i });
  const content = run ? [run] : quoteBefore(frame, i, paragraph);
  if (content.length === 0) return null;
  return { source, cue: { first: i, last: i + 2 }, content, score: 0.8, why: ['cue-according-to'] };
}

function verbCue(clause: Clause, i: number, previous: Attribution | undefined): Attribution | null {
  const { frame, sentence } = clause;
  const entry = VERB_TABLE.get(frame.lower[i]!);
  if (!entry || frame.quote[i] !== -1 || /^\p{Lu}\p{Ll}/u.test(frame.tokens[i]!.text)) return null;
  const group = verbGroupStart(frame, i, sentence.first);
  if (isNoun(frame, i, group, entry)) return null;
  const source = subjectOf(clause, i, group, entry, previous);
  if (!source) return null;
  const content = contentOf(clause, i, source, entry);
  if (content.length === 0) return null;
  const quoted = content.some((run) => frame.mark[run.first] === 1);
  const speech = entry.frames.some(({ frame: kind }) => kind === 'say');
  return {
    source,
    cue: { first: i, last: i + 1 },
    content,
    score: quoted ? (speech ? 0.92 : 0.75) : speech ? 0.75 : 0.5,
    why: [quoted ? 'quote' : 'clause', 'cue-verb'],
  };
}

// “the report”, “a claim”, “his charge”: a noun. A base form needs a plural or a helper before it.
function isNoun(frame: Frame, i: number, group: number, entry: VerbEntry): boolean {
  const before = frame.lower[i - 1] ?? '';
  if (
    /^(?:the|a|an|his|her|its|their|our|my|your|this|that|no|any|some|such|to|of|in|for|by|new|'s)$/.test(
      before,
    )
  )
    return true;
  const next = VERB_TABLE.get(frame.lower[i + 1] ?? '');
  if (group === i && entry.form !== 'past' && next && next.form !== 'ing') return true;
  if (entry.form === 'third' && NOUN_TABLE.has(frame.lower[i]!) && frame.lower[i + 1] === ',') return true;
  if (entry.form !== 'base' || group < i) return false;
  return !(SPEAKER_PRONOUNS.has(before) || /(?:s|people|men|women|many|some|police)$/.test(before));
}

function subjectOf(
  { frame, named, sentence }: Clause,
  i: number,
  group: number,
  entry: VerbEntry,
  previous: Attribution | undefined,
): Run | null {
  const speaks = (run: Run | null): Run | null => (run && canSpeak(frame, run, named) ? run : null);
  const passive = frame.lower
    .slice(group, i)
    .some((word) => /^(?:is|are|was|were|be|been|being)$/.test(word));
  if (passive && entry.form !== 'ing') {
    return frame.lower[i + 1] === 'by' ? speaks(phraseAfter(frame, i + 2, sentence.last)) : null;
  }
  if (entry.form === 'ing' && group === i) {
    const sameSentence = previous?.cue && previous.cue.first >= sentence.first;
    return sameSentence ? previous.source : speaks(phraseAfter(frame, sentence.first, i));
  }
  // “…,” said Smith.
  const comma = frame.mark[group - 1] === 1 || frame.lower[group - 1] === ',';
  if (comma) {
    const inverted = speaks(phraseAfter(frame, i + 1, sentence.last));
    if (inverted && frame.mark[group - 1]) return inverted;
  }
  if (frame.lower[group - 1] === 'who') return speaks(antecedentOf(frame, group - 1, sentence.first));
  return speaks(phraseBefore(frame, group, sentence.first));
}

function contentOf({ frame, sentence, paragraph }: Clause, i: number, source: Run, entry: VerbEntry): Run[] {
  const start = Math.min(i, source.first);
  const end = Math.max(i + 1, source.first > i ? source.last : i + 1);
  const says = entry.frames.some(({ frame: kind }) => kind === 'say');
  const introduced = quoteOfNextParagraph(frame, sentence, paragraph);
  if (introduced) return [introduced];
  if (says) {
    const before = quoteBefore(frame, start, paragraph);
    if (before.length > 0) return [...before, ...quotesAfter(frame, end, sentence, paragraph)];
    const clause = clauseBefore(frame, start, end, sentence);
    if (clause) return [clause];
  }
  if (source.first > i) {
    // “The plan was rejected by the union.”
    const object =
      frame.lower[i + 1] === 'by'
        ? phraseBefore(frame, verbGroupStart(frame, i, sentence.first), sentence.first)
        : null;
    return object ? [object] : [];
  }
  let from = i + 1;
  const kind = entry.frames[0]!.frame;
  if (frame.lower[from] === ':' || frame.lower[from] === ',') from++;
  if (kind === 'do' && !/^(?:to|for|on|that)$/.test(frame.lower[i + 1] ?? '') && entry.frames.length === 1)
    return [];
  if (kind === 'think' && /^[.,;]$/.test(frame.lower[i + 1] ?? '.')) return [];
  if (/^(?:for|on)$/.test(frame.lower[from] ?? '') && kind === 'do') from++;
  if (frame.lower[i] === 'told' || frame.lower[i] === 'tells') from = afterListener(frame, from, sentence);
  const relative = frame.lower[verbGroupStart(frame, i, sentence.first) - 1] === 'who';
  const last =
    relative || kind === 'judge' || kind === 'as' || kind === 'do'
      ? commaAfter(frame, from, sentence.last)
      : sentence.last;
  const rest = trim(frame, { first: from, last });
  if (rest) return [rest];
  return from >= sentence.last - 1 && says ? quotesAfter(frame, from, sentence, paragraph) : [];
}

// “The mayor echoed:” and the quotation in a paragraph of its own.
function quoteOfNextParagraph(frame: Frame, sentence: Run, paragraph: Run): Run | null {
  const next = paragraph.last;
  if (sentence.last < next || frame.lower[next - 1] !== ':' || !frame.mark[next]) return null;
  return quoteRun(frame, frame.quote[next]!);
}

// What is judged ends with its phrase, a relative clause with its comma; a comma before a closing mark counts.
function commaAfter(frame: Frame, from: number, max: number): number {
  for (let i = from; i < max; i++) {
    if (frame.lower[i] !== ',') continue;
    if (frame.quote[i] === -1) return i;
    if (frame.mark[i + 1]) return i + 2;
  }
  return max;
}

// “told reporters on Tuesday that …”: who was told is not part of what was said.
function afterListener(frame: Frame, from: number, sentence: Run): number {
  for (let i = from; i < Math.min(sentence.last, from + 12); i++) {
    if (frame.lower[i] === 'that' || frame.mark[i]) return i;
    if (frame.lower[i] === ',' || frame.lower[i] === ':') return i + 1;
  }
  const listener = phraseAfter(frame, from, sentence.last);
  return listener ? Math.min(listener.last, from + 3) : from;
}

// The deal is dead, he said. — only where nothing of weight follows the cue.
function clauseBefore(frame: Frame, start: number, end: number, sentence: Run): Run | null {
  if (frame.lower[start - 1] !== ',' || start - 1 - sentence.first < 3) return null;
  const tail = frame.lower
    .slice(end, Math.min(sentence.last, end + 40))
    .filter((word) => /\p{L}/u.test(word));
  return tail.length <= 5 && tail[0] !== 'that'
    ? trim(frame, { first: sentence.first, last: start - 1 })
    : null;
}

function nounCue({ frame, named, sentence }: Clause, i: number): Attribution | null {
  if (!NOUN_TABLE.has(frame.lower[i]!) || frame.quote[i] !== -1) return null;
  const next = frame.lower[i + 1] ?? '';
  const owner = frame.lower[i - 1] === "'s" || /^(?:his|her|their)$/.test(frame.lower[i - 1] ?? '');
  if (next !== 'that' && !(owner && /^(?:to|of|for|about)$/.test(next))) return null;
  const source = owner
    ? frame.lower[i - 1] === "'s"
      ? phraseBefore(frame, i - 1, sentence.first)
      : { first: i - 1, last: i }
    : null;
  if (source && !canSpeak(frame, source, named) && frame.lower[i - 1] === "'s") return null;
  const content = trim(frame, { first: i + 1, last: sentence.last });
  if (!content) return null;
  return { source, cue: { first: i, last: i + 1 }, content: [content], score: 0.45, why: ['cue-noun'] };
}

/** A run without the punctuation around it that belongs to the sentence; null when no word is left. */
export function trim(frame: Frame, run: Run): Run | null {
  let { first } = run;
  let last = Math.min(run.last, first + LONGEST);
  while (first < last && /^[,.;:—–-]+$/.test(frame.lower[first]!)) first++;
  while (last > first && /^[,.;:—–!?-]+$/.test(frame.lower[last - 1]!)) last--;
  return last > first ? { first, last } : null;
}
