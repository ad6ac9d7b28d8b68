import type { Run } from './frame';
import { bucket } from './tag-features';
import type { TokenFacts } from './token-facts';

/** Small tables that the net looks a token up in, beside the word: rows and width of each, in the order of the input. */
export const SMALL_TABLES = {
  suffix: { rows: 2048, width: 8 },
  verb: { rows: 26, width: 6 },
  kind: { rows: 9, width: 4 },
  quote: { rows: 4, width: 4 },
  form: { rows: 6, width: 4 },
  fromStart: { rows: 11, width: 4 },
  toEnd: { rows: 11, width: 2 },
} as const;

export type SmallTable = keyof typeof SMALL_TABLES;

/** Tables of the second stage: where a token stands towards the cue. */
export const RELATIONS = { distance: 21, sentence: 5, quote: 16 } as const;

/** The words the net has vectors for: row 0 is any other word. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Rows of the tables for every token of a frame. */
export interface NetInputs {
  readonly word: Int32Array;
  readonly small: Readonly<Record<SmallTable, Uint16Array>>;
}

/** The key of a word in the vocabulary: lower case, digits as zeros, cut like every word the tagger knows. */
export function wordKey(lower: string): string {
  return lower.slice(0, 40).replaceAll(/\d/g, '0');
}

/** Looks every token of a frame up. Linear in the text. */
export function netInputs(facts: TokenFacts, vocabulary: Vocabulary): NetInputs {
  const { frame } = facts;
  const count = frame.tokens.length;
  const column = (value: (i: number) => number): Uint16Array =>
    Uint16Array.from({ length: count }, (_, i) => value(i));
  const far = (i: number, edge: 'first' | 'last'): number => {
    const sentence = frame.sentences[frame.sentence[i]!];
    return bucket(sentence ? Math.abs(sentence[edge] - i) : 0);
  };
  return {
    word: Int32Array.from(frame.lower, (lower) => vocabulary.get(wordKey(lower)) ?? 0),
    small: {
      suffix: column((i) => facts.suffix[i]! & (SMALL_TABLES.suffix.rows - 1)),
      verb: column((i) => facts.verb[i]!),
      kind: column((i) => facts.kind[i]!),
      quote: column((i) => facts.quote[i]!),
      form: column((i) => formOf(frame.tokens[i]!.text)),
      fromStart: column((i) => far(i, 'first')),
      toEnd: column((i) => far(i, 'last')),
    },
  };
}

// 0 a sign, 1 a number, 2 all capitals, 3 a capital, 4 capitals inside, 5 small letters.
function formOf(text: string): number {
  if (/\d/.test(text)) return 1;
  if (!/\p{L}/u.test(text)) return 0;
  if (text.length > 1 && text === text.toUpperCase()) return 2;
  if (/^\p{Lu}/u.test(text)) return 3;
  return /\p{Lu}/u.test(text) ? 4 : 5;
}

/** Rows of the second stage's tables for the tokens of a window towards one cue. */
export interface NetRelations {
  readonly distance: Uint8Array;
  readonly sentence: Uint8Array;
  readonly quote: Uint8Array;
}

/** Where the tokens of `window` stand towards `cue`. The cue lies inside the window. */
export function netRelations({ frame, quote }: TokenFacts, window: Run, cue: Run): NetRelations {
  const count = window.last - window.first;
  const relations = {
    distance: new Uint8Array(count),
    sentence: new Uint8Array(count),
    quote: new Uint8Array(count),
  };
  const home = frame.sentence[cue.first]!;
  const around = quote[cue.first]! > 0 ? 4 : 0;
  const set = (i: number, distance: number, marks: number): void => {
    const w = i - window.first;
    relations.distance[w] = bucket(distance) + 10;
    relations.sentence[w] = Math.max(-2, Math.min(2, frame.sentence[i]! - home)) + 2;
    relations.quote[w] = (quote[i]! > 0 ? 8 : 0) + around + Math.min(3, marks);
  };
  for (let i = cue.first; i < cue.last; i++) set(i, 0, 0);
  let marks = 0;
  for (let i = cue.first - 1; i >= window.first; i--) {
    if (frame.mark[i]) marks++;
    set(i, i - cue.first, marks);
  }
  marks = 0;
  for (let i = cue.last; i < window.last; i++) {
    if (frame.mark[i]) marks++;
    set(i, i - cue.last + 1, marks);
  }
  return relations;
}

/** How far from its cue the net looks for source and content, in tokens. */
const NET_REACH = 120;

/** The window of a paragraph that the net reads for one cue; `reach` bounds it further where cues are dense. */
export function netWindow(paragraph: Run, cue: Run, reach = NET_REACH): Run {
  const far = Math.min(reach, NET_REACH);
  return {
    first: Math.max(paragraph.first, cue.first - far),
    last: Math.min(paragraph.last, cue.last + far),
  };
}
