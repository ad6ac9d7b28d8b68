import type { WordClusters } from '../tagging/clusters';
import { hashText } from '../tagging/feature-hash';
import type { Frame } from './frame';
import { NOUN_TABLE, SPEAKER_NOUNS, SPEAKER_PRONOUNS, VERB_TABLE } from './inflect';

/**
 * What the taggers know of each token, as small numbers or 32-bit hashes, one entry a token of the frame.
 * `quote`: 0 outside, 1 an opening sign, 2 inside, 3 a closing sign. `kind`: see `KIND`.
 */
export interface TokenFacts {
  readonly word: Uint32Array;
  readonly suffix: Uint32Array;
  readonly shape: Uint32Array;
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  readonly verb: Int32Array;
  readonly kind: Uint8Array;
  readonly quote: Uint8Array;
  readonly frame: Frame;
}

/** Classes of words that matter for who says what; 0 is any other word. */
export const KIND = {
  cueNoun: 1,
  speaker: 2,
  pronoun: 3,
  comma: 4,
  stop: 5,
  clause: 6,
  capital: 7,
  number: 8,
} as const;

const FORMS = ['base', 'third', 'past', 'participle', 'ing'] as const;
const FRAMES = ['say', 'think', 'do', 'judge', 'as'] as const;
const CLAUSE_WORDS = new Set(
  'that who which what whether how why if when because although while to'.split(' '),
);

/** Looks every token up once; the features are made of these. Linear in the text. */
export function factsOf(frame: Frame, clusters: WordClusters): TokenFacts {
  const count = frame.tokens.length;
  const facts = {
    word: new Uint32Array(count),
    suffix: new Uint32Array(count),
    shape: new Uint32Array(count),
    fine: new Int32Array(count),
    coarse: new Int32Array(count),
    verb: new Int32Array(count),
    kind: new Uint8Array(count),
    quote: new Uint8Array(count),
    frame,
  };
  for (let i = 0; i < count; i++) {
    // A table read as one word must not cost its length again for every feature.
    const word = frame.lower[i]!.slice(0, 40);
    facts.word[i] = hashText(word.replaceAll(/\d/g, '0'), 1);
    facts.suffix[i] = hashText(word.slice(-3), 2);
    facts.shape[i] = hashText(shapeOf(frame.tokens[i]!.text), 3);
    facts.fine[i] = clusters.fine(word);
    facts.coarse[i] = clusters.coarse(word);
    facts.verb[i] = verbClass(word);
    facts.kind[i] = kindOf(frame, i, word);
    facts.quote[i] = quoteState(frame, i);
  }
  return facts;
}

function shapeOf(text: string): string {
  return text
    .slice(0, 12)
    .replaceAll(/\p{Lu}+/gu, 'X')
    .replaceAll(/\p{Ll}+/gu, 'x')
    .replaceAll(/\d+/g, '0');
}

// 0 no cue verb; else its first frame and its form.
function verbClass(word: string): number {
  const entry = VERB_TABLE.get(word);
  if (!entry) return 0;
  return 1 + FRAMES.indexOf(entry.frames[0]!.frame) * FORMS.length + FORMS.indexOf(entry.form);
}

function kindOf(frame: Frame, i: number, word: string): number {
  if (NOUN_TABLE.has(word)) return KIND.cueNoun;
  if (SPEAKER_PRONOUNS.has(word)) return KIND.pronoun;
  if (SPEAKER_NOUNS.has(word)) return KIND.speaker;
  if (word === ',') return KIND.comma;
  if (/^[.!?;:]$/.test(word)) return KIND.stop;
  if (CLAUSE_WORDS.has(word)) return KIND.clause;
  if (/^\p{Lu}/u.test(frame.tokens[i]!.text)) return KIND.capital;
  return /^\d/.test(word) ? KIND.number : 0;
}

function quoteState(frame: Frame, i: number): number {
  if (frame.quote[i] === -1) return 0;
  if (!frame.mark[i]) return 2;
  return i > 0 && frame.quote[i - 1] === frame.quote[i] ? 3 : 1;
}
