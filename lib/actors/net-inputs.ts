import { hashText } from '../tagging/feature-hash';
import { SIGN_BITS } from './document-signs';
import type { Columns } from './features';
import type { Reading } from './reading';

/** Tables that the net looks a token up in, beside the word: rows and width of each, in the order of the input. */
export const TABLES = {
  cluster: { rows: 1001, width: 16 },
  suffix: { rows: 1024, width: 8 },
  prefix: { rows: 1024, width: 8 },
  shape: { rows: 256, width: 8 },
} as const;

export type Table = keyof typeof TABLES;

/** What is known of a token as yes or no: twenty bits of the lexicons, twenty of the document, four of its place. */
export const BITS = 44;
const KNOWN_BITS = 20;
const PREFIX_SEED = 6;

/** The words the net has vectors for: row 0 is any other word. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Rows of the tables for every token of a document, and its bits in two numbers. */
export interface NetInputs {
  readonly word: Int32Array;
  readonly rows: Readonly<Record<Table, Int32Array>>;
  readonly known: Int32Array;
  readonly signs: Int32Array;
}

/** The key of a word in the vocabulary: lower case, digits as zeros. */
export const wordKey = (lower: string): string => lower.replace(/\d/g, '0');

function placesOf(reading: Reading, { quoted }: Columns): Int32Array {
  const places = new Int32Array(reading.tokens.length);
  for (const { from, to, titled } of reading.sentences) {
    for (let at = from; at < to; at += 1)
      places[at] =
        (at === from ? 1 : 0) | (titled ? 2 : 0) | (quoted[at]! << 2) | (reading.capital[at] ? 8 : 0);
  }
  return places;
}

/** Looks every token of a document up. Linear in the text. */
export function netInputs(reading: Reading, columns: Columns, vocabulary: Vocabulary): NetInputs {
  const places = placesOf(reading, columns);
  return {
    word: Int32Array.from(reading.lower, (lower) => vocabulary.get(wordKey(lower)) ?? 0),
    rows: {
      cluster: columns.fine.map((cluster) => Math.min(cluster + 1, TABLES.cluster.rows - 1)),
      suffix: Int32Array.from(columns.suffix, (hash) => hash & (TABLES.suffix.rows - 1)),
      prefix: Int32Array.from(
        reading.lower,
        (word) => hashText(word.slice(0, 3), PREFIX_SEED) & (TABLES.prefix.rows - 1),
      ),
      shape: Int32Array.from(columns.shape, (hash) => hash & (TABLES.shape.rows - 1)),
    },
    known: columns.known,
    signs: columns.signs.map((bits, at) => bits | (places[at]! << SIGN_BITS)),
  };
}

/** Writes the bits of a token as zeros and ones from `at` on. */
export function writeBits({ known, signs }: NetInputs, token: number, heap: Float32Array, at: number): void {
  for (let bit = 0; bit < KNOWN_BITS; bit += 1) heap[at + bit] = (known[token]! >>> bit) & 1;
  for (let bit = 0; bit < BITS - KNOWN_BITS; bit += 1)
    heap[at + KNOWN_BITS + bit] = (signs[token]! >>> bit) & 1;
}
