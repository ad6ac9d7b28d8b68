import type { FoundMention } from './found-mention';
import { speechVerbs } from './lexicon/lexicon';
import type { Reading } from './reading';

/** A "he" or "she" and the index, in the list given, of the person it most likely stands for. */
export interface PronounLink {
  readonly mention: FoundMention;
  readonly person: number;
}

// How far back a person may have been named, in sentences.
const REACH = 3;

function sentenceOf(reading: Reading, start: number): number {
  let low = 0;
  let high = reading.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const first = reading.tokens[reading.sentences[middle]?.from ?? 0];
    if (first && first.start <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isSubject(reading: Reading, sentence: number, mention: FoundMention): boolean {
  const { from = 0 } = reading.sentences[sentence] ?? {};
  const opens = mention.start - (reading.tokens[from]?.start ?? 0) < 25;
  const next =
    reading.text
      .slice(mention.end, mention.end + 16)
      .trim()
      .split(/\s/)[0]
      ?.toLowerCase() ?? '';
  return opens || speechVerbs.has(next);
}

/** The person a pronoun stands for: the subject named last within reach, else the person named last. */
export function linkPronouns(reading: Reading, mentions: readonly FoundMention[]): PronounLink[] {
  const persons = mentions
    .map((mention, at) => ({ mention, at, sentence: sentenceOf(reading, mention.start) }))
    .filter(({ mention }) => mention.type === 'person' && mention.form === 'name');
  const links: PronounLink[] = [];
  let next = 0;
  reading.sentences.forEach((sentence, number) => {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const word = reading.lower[at];
      const token = reading.tokens[at];
      if (!token || (word !== 'he' && word !== 'she')) continue;
      while (next < persons.length && (persons[next]?.mention.start ?? 0) < token.start) next += 1;
      const near = persons
        .slice(Math.max(0, next - 6), next)
        .filter((person) => number - person.sentence < REACH);
      const subject = near.findLast((person) => isSubject(reading, person.sentence, person.mention));
      const chosen = subject ?? near.at(-1);
      if (!chosen) continue;
      const confidence = near.length === 1 ? 0.7 : 0.5;
      links.push({
        mention: {
          start: token.start,
          end: token.end,
          text: token.text,
          form: 'pronoun',
          type: 'person',
          confidence,
          why: ['pronoun'],
        },
        person: chosen.at,
      });
    }
  });
  return links;
}
