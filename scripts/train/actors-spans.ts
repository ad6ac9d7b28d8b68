import type { CoarseType } from '../../lib/actors/candidate';

/** A name in a sentence of the silver newswire: tokens `from`…`to` (inclusive, as annotators write them). */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly type: CoarseType;
}

/** Two readings of one span, in an order that does not tell which is whose; null for "no name". */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly one: CoarseType | null;
  readonly two: CoarseType | null;
}

/** A sentence put before an annotator: what two labellings agree on, and where they differ (lettered a, b, …). */
export interface Sentence {
  readonly id: number;
  readonly tokens: readonly string[];
  readonly agreed: readonly Span[];
  readonly differing: readonly Difference[];
}

export const TYPES: readonly CoarseType[] = ['PER', 'ORG', 'LOC', 'MISC'];

export const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): boolean =>
  a.from <= b.to && b.from <= a.to;

/** "a", "b", … for the differing spans of a sentence. */
export const letterOf = (number: number): string =>
  number < 26 ? String.fromCharCode(97 + number) : `z${number - 25}`;

/** "LOC@6" or "LOC@6-8". */
export const writeSpan = ({ from, to, type }: Span): string => `${type}@${from}${to > from ? `-${to}` : ''}`;

const spanPattern = /^(PER|ORG|LOC|MISC)@(\d+)(?:-(\d+))?$/;

/** Reads what `writeSpan` writes, or null. */
export function readSpan(text: string): Span | null {
  const match = spanPattern.exec(text);
  if (!match) return null;
  const from = Number(match[2]);
  return { from, to: Number(match[3] ?? from), type: match[1] as CoarseType };
}

/** The spans of a row of BIO tags. */
export function spansOf(tags: readonly string[]): Span[] {
  const spans: Span[] = [];
  tags.forEach((tag, at) => {
    const type = tag.slice(2) as CoarseType;
    const last = spans.at(-1);
    if (tag.startsWith('I-') && last && last.to === at - 1 && last.type === type)
      spans[spans.length - 1] = { ...last, to: at };
    else if (tag !== 'O') spans.push({ from: at, to: at, type });
  });
  return spans;
}
