import type { WordClusters } from '../tagging/clusters';
import { hashPair, hashText } from '../tagging/feature-hash';
import type { SequenceFeatures } from '../tagging/lattice';
import { documentSigns, SIGN_BITS } from './document-signs';
import {
  firstNames,
  type LexiconKind,
  lookUp,
  nameParticles,
  organisationHeads,
  speechVerbs,
  titles,
} from './lexicon/lexicon';
import type { Reading, Sentence } from './reading';

// Kinds of features. The numbers are part of the model: a change needs new training.
const KIND = {
  bias: 0,
  word: 1,
  exact: 6,
  wordPair: 7,
  shape: 12,
  shapePair: 17,
  prefix: 20,
  suffix: 26,
  nearSuffix: 32,
  fine: 40,
  coarse: 50,
  coarsePair: 56,
  fineShape: 59,
  gazetteer: 60,
  bit: 64,
  run: 70,
  sign: 90,
  signBit: 92,
  place: 94,
  clusterWord: 97,
  runCluster: 100,
  edge: 104,
  kindSigns: 110,
} as const;
const LEXICON_BIT: Readonly<Record<LexiconKind, number>> = {
  country: 1,
  capital: 2,
  region: 4,
  city: 8,
  people: 16,
  organisation: 32,
  party: 64,
  'armed-group': 128,
  media: 256,
  none: 512,
};
/** The signs that are looked at all together with a word's shape; those of kinds are beside them. */
const FORM_BITS = 10;
const FORM_SIGNS = (1 << FORM_BITS) - 1;
const FIRST_NAME = 1 << 12;
const EDGE = 0x2545f491;

/** Per-token numbers from which features are mixed; parallel to the tokens of the reading. */
export interface Columns {
  readonly word: Uint32Array;
  readonly exact: Uint32Array;
  readonly shape: Uint32Array;
  readonly suffix: Uint32Array;
  readonly fine: Int32Array;
  readonly coarse: Int32Array;
  readonly known: Int32Array;
  readonly signs: Int32Array;
  readonly neighbour: Uint32Array;
  readonly quoted: Uint8Array;
}

/** "Xxxx-XX'x" with runs of one class shortened to two, so that long words share a shape. */
export function wordShape(word: string): string {
  let shape = '';
  for (const sign of word) {
    const kind = /\p{Lu}/u.test(sign) ? 'X' : /\p{L}/u.test(sign) ? 'x' : /\p{N}/u.test(sign) ? '0' : sign;
    if (shape.at(-1) !== kind || shape.at(-2) !== kind) shape += kind;
  }
  return shape.slice(0, 10);
}

function wordBits(word: string, lower: string): number {
  let bits = 0;
  if (firstNames.has(word)) bits |= FIRST_NAME;
  if (titles.has(lower)) bits |= 1 << 13;
  if (organisationHeads.has(lower)) bits |= 1 << 14;
  if (speechVerbs.has(lower)) bits |= 1 << 15;
  if (nameParticles.has(lower)) bits |= 1 << 16;
  return bits;
}

/** Whether a name is to be read as if no lexicon had it. In training alone: so that context is learnt beside what is known. */
export type HidesName = (name: string) => boolean;

const NO_NAME: HidesName = () => false;

/** What the lexicon knows at every token: kind bits, the same shifted where the token continues a name. */
function knownBits(reading: Reading, hides: HidesName): Int32Array {
  const { words, lower } = reading;
  const bits = Int32Array.from(words, (word, at) => {
    const known = wordBits(word, lower[at] ?? '');
    return known & FIRST_NAME && hides(word) ? known & ~FIRST_NAME : known;
  });
  for (let at = 0; at < bits.length; at += 1) {
    const hit = lookUp(words, at);
    if (!hit) continue;
    const length = hit.kind !== 'none' && hides(words.slice(at, at + hit.length).join(' ')) ? 0 : hit.length;
    for (let step = 0; step < length && at + step < bits.length; step += 1) {
      bits[at + step] =
        bits[at + step]! |
        LEXICON_BIT[hit.kind] |
        (step > 0 ? 1 << 17 : 1 << 18) |
        (hit.length > 1 ? 1 << 19 : 0);
    }
    at += hit.length - 1;
  }
  return bits;
}

function quotedTokens(reading: Reading): Uint8Array {
  const quoted = new Uint8Array(reading.tokens.length);
  for (const sentence of reading.sentences) {
    let open = false;
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const word = reading.tokens[at]?.text ?? '';
      if (word === '“' || (word === '"' && !open)) open = true;
      else if (word === '”' || word === '"') open = false;
      quoted[at] = open ? 1 : 0;
    }
  }
  return quoted;
}

function columnsOf(reading: Reading, clusters: WordClusters, hides: HidesName): Columns {
  const { words, lower } = reading;
  const { bits, neighbour } = documentSigns(reading);
  const hashes = (list: readonly string[], seed: number): Uint32Array =>
    Uint32Array.from(list, (text) => hashText(text, seed));
  const plain = lower.map((word) => word.replace(/\d/g, '0'));
  return {
    word: hashes(plain, 1),
    exact: hashes(words, 2),
    shape: hashes(words.map(wordShape), 3),
    suffix: hashes(
      lower.map((word) => word.slice(-3)),
      4,
    ),
    fine: Int32Array.from(lower, (word) => clusters.fine(word)),
    coarse: Int32Array.from(lower, (word) => clusters.coarse(word)),
    known: knownBits(reading, hides),
    signs: bits,
    neighbour: hashes(neighbour, 5),
    quoted: quotedTokens(reading),
  };
}

/** The run of capitalised words around each token of a sentence: its ends, or an empty one at the token. */
function runsOf(reading: Reading, sentence: Sentence): { from: Int32Array; to: Int32Array } {
  const length = sentence.to - sentence.from;
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  for (let at = sentence.from; at < sentence.to; ) {
    let end = at;
    while (end < sentence.to && reading.capital[end]) end += 1;
    const next = Math.max(end, at + 1);
    from.fill(at, at - sentence.from, next - sentence.from);
    to.fill(end, at - sentence.from, next - sentence.from);
    at = next;
  }
  return { from, to };
}

/** Collects hashes; one per sentence. */
class Sink {
  private list = new Uint32Array(4096);
  size = 0;

  add(kind: number, a: number, b = 0): void {
    if (this.size === this.list.length) {
      const longer = new Uint32Array(this.list.length * 2);
      longer.set(this.list);
      this.list = longer;
    }
    this.list[this.size] = hashPair(kind, a, b);
    this.size += 1;
  }

  take(): Uint32Array {
    return this.list.slice(0, this.size);
  }
}

/** Feature columns of a document, and the features of each of its sentences. */
export class FeatureReader {
  readonly columns: Columns;

  constructor(
    private readonly reading: Reading,
    clusters: WordClusters,
    hides: HidesName = NO_NAME,
  ) {
    this.columns = columnsOf(reading, clusters, hides);
  }

  /** Features of one sentence, token by token. */
  sentence(sentence: Sentence): SequenceFeatures {
    const sink = new Sink();
    const offsets = new Uint32Array(sentence.to - sentence.from + 1);
    const runs = runsOf(this.reading, sentence);
    for (let at = sentence.from; at < sentence.to; at += 1) {
      this.window(sink, at, sentence);
      this.letters(sink, at);
      this.context(sink, at, sentence);
      this.run(sink, at, runs.from[at - sentence.from]!, runs.to[at - sentence.from]!, sentence);
      offsets[at - sentence.from + 1] = sink.size;
    }
    return { hashes: sink.take(), offsets };
  }

  private window(sink: Sink, at: number, sentence: Sentence): void {
    const { word, shape, fine, coarse, suffix, exact } = this.columns;
    const inside = (index: number): boolean => index >= sentence.from && index < sentence.to;
    const wordAt = (index: number): number => (inside(index) ? word[index]! : EDGE);
    const shapeAt = (index: number): number => (inside(index) ? shape[index]! : EDGE);
    const fineAt = (index: number): number => (inside(index) ? fine[index]! : -2);
    const coarseAt = (index: number): number => (inside(index) ? coarse[index]! : -2);
    for (let step = -2; step <= 2; step += 1) {
      sink.add(KIND.word + step + 2, wordAt(at + step));
      sink.add(KIND.shape + step + 2, shapeAt(at + step));
      sink.add(KIND.fine + step + 2, fineAt(at + step));
      sink.add(KIND.coarse + step + 2, coarseAt(at + step));
    }
    sink.add(KIND.bias, 0);
    sink.add(KIND.exact, exact[at]!);
    sink.add(KIND.wordPair, wordAt(at - 1), wordAt(at));
    sink.add(KIND.wordPair + 1, wordAt(at), wordAt(at + 1));
    sink.add(KIND.wordPair + 2, wordAt(at - 2), wordAt(at - 1));
    sink.add(KIND.wordPair + 3, wordAt(at + 1), wordAt(at + 2));
    sink.add(KIND.shapePair, shapeAt(at - 1), shapeAt(at));
    sink.add(KIND.shapePair + 1, shapeAt(at), shapeAt(at + 1));
    sink.add(KIND.shapePair + 2, shapeAt(at - 1) ^ Math.imul(shapeAt(at + 1), 31), shapeAt(at));
    sink.add(KIND.coarsePair, coarseAt(at - 1), coarseAt(at));
    sink.add(KIND.coarsePair + 1, coarseAt(at), coarseAt(at + 1));
    sink.add(KIND.fineShape, fineAt(at), shapeAt(at));
    sink.add(KIND.clusterWord, wordAt(at - 1), shapeAt(at));
    sink.add(KIND.clusterWord + 1, wordAt(at + 1), shapeAt(at));
    sink.add(KIND.clusterWord + 2, fineAt(at - 1), fineAt(at + 1));
    if (inside(at - 1)) sink.add(KIND.nearSuffix, suffix[at - 1]!);
    if (inside(at + 1)) sink.add(KIND.nearSuffix + 1, suffix[at + 1]!);
  }

  private letters(sink: Sink, at: number): void {
    const word = this.reading.lower[at] ?? '';
    for (let length = 1; length <= 5 && length <= word.length; length += 1) {
      sink.add(KIND.prefix + length, hashText(word.slice(0, length), 6));
      sink.add(KIND.suffix + length, hashText(word.slice(-length), 7));
    }
  }

  private context(sink: Sink, at: number, sentence: Sentence): void {
    const { known, signs, shape, neighbour, quoted } = this.columns;
    for (let step = -1; step <= 1; step += 1) sink.add(KIND.gazetteer + step + 1, known[at + step] ?? -1);
    sink.add(KIND.gazetteer + 3, known[at]!, shape[at]!);
    for (let bit = 0; bit < 20; bit += 1) {
      if ((known[at]! >>> bit) & 1) sink.add(KIND.bit, bit);
      if (((known[at - 1] ?? 0) >>> bit) & 1) sink.add(KIND.bit + 1, bit);
      if (((known[at + 1] ?? 0) >>> bit) & 1) sink.add(KIND.bit + 2, bit);
    }
    const place = (at === sentence.from ? 1 : 0) | (sentence.titled ? 2 : 0) | (quoted[at]! << 2);
    sink.add(KIND.place, place, shape[at]!);
    sink.add(KIND.place + 1, place, signs[at]! & 3);
    sink.add(KIND.sign, signs[at]! & FORM_SIGNS, shape[at]!);
    sink.add(KIND.kindSigns, signs[at]! >>> FORM_BITS, this.reading.capital[at] ? 1 : 0);
    for (let bit = 0; bit < SIGN_BITS; bit += 1)
      if ((signs[at]! >>> bit) & 1) sink.add(KIND.signBit, bit, at === sentence.from ? 1 : 0);
    if (this.reading.capital[at]) sink.add(KIND.sign + 1, neighbour[at]!);
  }

  private run(sink: Sink, at: number, from: number, to: number, sentence: Sentence): void {
    const { word, fine, coarse, known, shape } = this.columns;
    if (to <= from) return;
    const left = from > sentence.from ? from - 1 : -1;
    const right = to < sentence.to ? to : -1;
    const wordAt = (index: number): number => (index < 0 ? EDGE : word[index]!);
    const length = Math.min(to - from, 6);
    const place = Math.min(at - from, 3) * 8 + Math.min(to - 1 - at, 3);
    sink.add(KIND.run, wordAt(left), length);
    sink.add(KIND.run + 1, wordAt(right), length);
    sink.add(KIND.run + 2, wordAt(to - 1));
    sink.add(KIND.run + 3, wordAt(from));
    sink.add(KIND.run + 4, length, place);
    sink.add(KIND.run + 5, wordAt(left), place);
    sink.add(KIND.run + 6, wordAt(right), place);
    sink.add(KIND.run + 7, wordAt(to - 1), place);
    sink.add(KIND.run + 8, known[from]!, place);
    sink.add(KIND.run + 9, known[to - 1]!, place);
    sink.add(KIND.run + 10, shape[from]!, shape[to - 1]!);
    sink.add(KIND.run + 11, left < 0 ? -2 : known[left]!, place);
    sink.add(KIND.runCluster, left < 0 ? -2 : fine[left]!, place);
    sink.add(KIND.runCluster + 1, right < 0 ? -2 : fine[right]!, place);
    sink.add(KIND.runCluster + 2, fine[to - 1]!, place);
    sink.add(KIND.runCluster + 3, coarse[from]!, coarse[to - 1]!);
    sink.add(KIND.edge, wordAt(left), wordAt(right));
    // "Ministry of Foreign Affairs": the run beyond a lower-case link, from this side.
    if (right >= 0 && right + 1 < sentence.to && this.reading.capital[right + 1]) {
      sink.add(KIND.edge + 1, wordAt(right), wordAt(to - 1));
      sink.add(KIND.edge + 2, wordAt(right), fine[right + 1]!);
    }
    if (left > sentence.from && this.reading.capital[left - 1]) {
      sink.add(KIND.edge + 3, wordAt(left), wordAt(left - 1));
      sink.add(KIND.edge + 4, wordAt(left), fine[left - 1]!);
    }
  }
}
