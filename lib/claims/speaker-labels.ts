import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';

const LONGEST_LABEL = 5;
// “Q:” and “A:” name nobody.
const NO_NAME = /^(?:q|a|note|update|correction|editor|photo|source|sources|read|more)$/;
const SURE = 0.85;
const LIKELY = 0.5;

/**
 * What the speakers of a transcript say: paragraphs that begin with a speaker's name and a colon, in a text with several of
 * them, one speaker at least twice. Names in capitals are surest; others must be known as an actor's.
 */
export function labelledSpeech(frame: Frame, named: Uint8Array): Attribution[] {
  const found = frame.paragraphs.flatMap((paragraph) => labelled(frame, named, paragraph) ?? []);
  const times = new Map<string, number>();
  for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1);
  const isTranscript = times.size > 1 && [...times.values()].some((count) => count > 1);
  return isTranscript ? found.map(({ attribution }) => attribution) : [];
}

function labelled(
  frame: Frame,
  named: Uint8Array,
  paragraph: Run,
): { readonly name: string; readonly attribution: Attribution } | null {
  const first = paragraph.first + (frame.mark[paragraph.first] ? 1 : 0);
  let colon = first;
  while (colon < paragraph.last && colon - first < LONGEST_LABEL && isNamePart(frame, colon)) colon++;
  if (colon === first || frame.lower[colon] !== ':' || colon + 1 >= paragraph.last) return null;
  const words = frame.tokens.slice(first, colon).map(({ text }) => text);
  if (NO_NAME.test(frame.lower[first]!)) return null;
  const isCapitals =
    words.every((word) => word === word.toUpperCase()) && words.some((word) => word.length > 2);
  const isNamed = named.subarray(first, colon).some((one) => one === 1);
  if (!isCapitals && !isNamed) return null;
  const content = { first: colon + 1, last: paragraph.last };
  return {
    name: words.join(' ').toLowerCase(),
    attribution: {
      source: { first, last: colon },
      cue: { first: colon, last: colon + 1 },
      content: [content],
      score: isCapitals ? SURE : LIKELY,
      why: ['speaker-label'],
    },
  };
}

function isNamePart({ tokens }: Frame, at: number): boolean {
  return /^\p{Lu}[\p{L}.'’-]*$/u.test(tokens[at]!.text);
}
