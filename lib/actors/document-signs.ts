import { kindSigns } from './kind-signs';
import { firstNames, honorifics, organisationHeads, speechVerbs, titles } from './lexicon/lexicon';
import type { Reading } from './reading';

/** What the rest of a document says about a word, as bits. */
export const SIGN = {
  midCapital: 1,
  small: 2,
  afterTitle: 4,
  beforeSpeech: 8,
  afterFirstName: 16,
  beforeHead: 32,
  bracketed: 64,
  afterIn: 128,
  longerRun: 256,
  many: 512,
} as const;

/** Room for the signs, those of kinds above these with them, in what the tagger and the net read. */
export const SIGN_BITS = 20;

const PLACE_BEFORE = new Set(['in', 'at', 'near', 'from', 'to']);

/** Bits of `SIGN` per token, gathered from all places of the same word; and per token the word that usually follows it. */
export interface DocumentSigns {
  readonly bits: Int32Array;
  readonly neighbour: readonly string[];
}

function signsAt(reading: Reading, at: number): number {
  const { lower, words, capital } = reading;
  const before = lower[at - 1] ?? '';
  const after = lower[at + 1] ?? '';
  let bits = 0;
  if (honorifics.has(before) || titles.has(before)) bits |= SIGN.afterTitle;
  if (speechVerbs.has(after)) bits |= SIGN.beforeSpeech;
  if (firstNames.has(words[at - 1] ?? '')) bits |= SIGN.afterFirstName;
  if (capital[at + 1] && organisationHeads.has(after)) bits |= SIGN.beforeHead;
  if (before === '(' && after === ')') bits |= SIGN.bracketed;
  if (PLACE_BEFORE.has(before)) bits |= SIGN.afterIn;
  if (capital[at - 1] || capital[at + 1]) bits |= SIGN.longerRun;
  return bits;
}

/** Gathers the signs of a document; time grows with its length. */
export function documentSigns(reading: Reading): DocumentSigns {
  const { lower, capital, tokens } = reading;
  const byWord = new Map<string, number>();
  const follows = new Map<string, string>();
  const count = new Map<string, number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const word = lower[at] ?? '';
    if (!capital[at]) continue;
    byWord.set(word, (byWord.get(word) ?? 0) | signsAt(reading, at));
    count.set(word, (count.get(word) ?? 0) + 1);
    if (capital[at + 1] && !follows.has(word)) follows.set(word, lower[at + 1] ?? '');
  }
  const kinds = kindSigns(reading);
  const bits = Int32Array.from(tokens, (_, at) => {
    const word = lower[at] ?? '';
    let sign = byWord.get(word) ?? 0;
    if (reading.midCapital.has(word)) sign |= SIGN.midCapital;
    if (reading.small.has(word)) sign |= SIGN.small;
    if ((count.get(word) ?? 0) > 2) sign |= SIGN.many;
    return sign | kinds[at]!;
  });
  return { bits, neighbour: lower.map((word) => follows.get(word) ?? '') };
}
