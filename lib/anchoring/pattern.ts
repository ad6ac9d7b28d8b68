import type { Target } from '../model/annotation';
import { foldText } from './fold-text';

/** A target prepared for matching: its folded words between their folded contexts. Offsets count in `whole`. */
export interface Pattern {
  readonly whole: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the quote began (ended) between two words, so that its place must do so too. */
  readonly beginsWord: boolean;
  readonly endsWord: boolean;
  readonly target: Target;
}

const WORD = /[\p{L}\p{N}]/u;

/** True where `text` has a letter or digit directly before and after offset `at`. */
export function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD.test(text[at - 1]!) && WORD.test(text[at]!);
}

function firstFrom(from: Int32Array, raw: number): number {
  const at = from.findIndex((offset) => offset >= raw);
  return at < 0 ? from.length : at;
}

/** Folds a target's words and context. Null where nothing is left to look for (an empty quote, invisible characters). */
export function toPattern(target: Target): Pattern | null {
  const { exact, prefix, suffix } = target.quote;
  const { text: whole, from } = foldText(prefix + exact + suffix);
  let start = firstFrom(from, prefix.length);
  let end = firstFrom(from, prefix.length + exact.length);
  while (start < end && /\s/.test(whole[start]!)) start++;
  while (end > start && /\s/.test(whole[end - 1]!)) end--;
  if (end <= start) return null;
  return {
    whole,
    start,
    end,
    quote: whole.slice(start, end),
    prefix: whole.slice(0, start),
    suffix: whole.slice(end),
    beginsWord: !isInsideWord(whole, start),
    endsWord: !isInsideWord(whole, end),
    target,
  };
}
