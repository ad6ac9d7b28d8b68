import type { Block } from '../model/article';
import { plainWord } from '../text/normalise';
import { type Token, tokenize } from '../text/tokens';
import { sentenceOpeners } from './lexicon/lexicon';

/** Tokens `from`…`to` (exclusive) that are decided together; `titled` marks headings and lines in capitals. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly titled: boolean;
}

/** A text prepared for the finder: every list runs parallel to `tokens`. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Plain words, case as written. */
  readonly words: readonly string[];
  readonly lower: readonly string[];
  readonly capital: readonly boolean[];
  readonly sentences: readonly Sentence[];
  /** Lower-cased words seen with a capital inside a sentence in ordinary type, with their numbers. */
  readonly midCapital: ReadonlyMap<string, number>;
  /** Words seen without a capital, with their numbers. */
  readonly small: ReadonlyMap<string, number>;
}

const CAPITAL = /^[@#]?\p{Lu}|^\p{Ll}{1,2}[-'’]\p{Lu}|^\d+\p{Lu}{2}/u;
const ENDS = /^(?:[.!?…]+|\.{2,})$/;
const CLOSES = /^["'”’)\]»]$/;
const LETTER = /\p{L}/u;
/** Longer sentences than this are cut so that no single line costs more than its share. */
export const LONGEST_SENTENCE = 300;

function startsSentence(
  tokens: readonly Token[],
  lower: readonly string[],
  capital: readonly boolean[],
  at: number,
  text: string,
): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (!before || !token) return true;
  if (text.slice(before.end, token.start).includes('\n')) return true;
  let last = at - 1;
  while (last > 0 && CLOSES.test(tokens[last]?.text ?? '')) last -= 1;
  const end = tokens[last]?.text ?? '';
  if (ENDS.test(end))
    return (
      !CLOSES.test(token.text) &&
      !ENDS.test(token.text) &&
      !/^[,;:]$/.test(token.text) &&
      !/^\p{Ll}/u.test(token.text)
    );
  // "… in the U.S. The minister …": an abbreviation ends the sentence when a word follows that is a name nowhere.
  return (
    last === at - 1 &&
    /^(?:\p{L}\.){2,}$/u.test(end) &&
    (capital[at] ?? false) &&
    sentenceOpeners.has(lower[at] ?? '')
  );
}

function isTitled(capital: readonly boolean[], words: readonly string[], from: number, to: number): boolean {
  let letters = 0;
  let capitals = 0;
  for (let at = from; at < to; at += 1) {
    const word = words[at] ?? '';
    if (!LETTER.test(word) || word.length < 4) continue;
    letters += 1;
    if (capital[at]) capitals += 1;
  }
  return letters >= 3 && capitals / letters > 0.8;
}

function cutSentences(
  text: string,
  tokens: readonly Token[],
  lower: readonly string[],
  words: readonly string[],
  capital: readonly boolean[],
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at += 1) {
    if (
      at < tokens.length &&
      at - from < LONGEST_SENTENCE &&
      !startsSentence(tokens, lower, capital, at, text)
    )
      continue;
    if (at > from) sentences.push({ from, to: at, titled: isTitled(capital, words, from, at) });
    from = at;
  }
  return sentences;
}

/** Prepares a text (its subheading blocks count as headings): tokens, sentences, and how its words are written over the whole document. */
export function readText(text: string, blocks: readonly Block[] = []): Reading {
  const tokens = tokenize(text);
  const words = tokens.map((token) => plainWord(token.text));
  const lower = words.map((word) => word.toLowerCase());
  const capital = words.map((word) => CAPITAL.test(word));
  const headings = blocks.filter((block) => block.kind === 'subheading');
  const sentences = cutSentences(text, tokens, lower, words, capital).map((sentence) => {
    const start = tokens[sentence.from]?.start ?? 0;
    return headings.some((block) => block.start <= start && start < block.end)
      ? { ...sentence, titled: true }
      : sentence;
  });
  const midCapital = new Map<string, number>();
  const small = new Map<string, number>();
  for (const sentence of sentences) {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const word = lower[at] ?? '';
      if (!capital[at]) small.set(word, (small.get(word) ?? 0) + 1);
      else if (at > sentence.from && !sentence.titled && LETTER.test(words[at - 1] ?? '')) {
        midCapital.set(word, (midCapital.get(word) ?? 0) + 1);
      }
    }
  }
  return { text, tokens, words, lower, capital, sentences, midCapital, small };
}
