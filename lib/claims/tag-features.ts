import { hashPair } from '../tagging/feature-hash';
import type { SequenceFeatures } from '../tagging/lattice';
import { FeatureWriter } from './feature-writer';
import type { Run } from './frame';
import type { TokenFacts } from './token-facts';

/** Labels of the first stage: outside, and beginning and inside of source, cue and content. */
export const TAGS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;

const EDGE = 0xed6e;

/** The features of the tokens of one paragraph for the first stage, which marks sources, cues and contents. */
export function tagFeatures(facts: TokenFacts, run: Run): SequenceFeatures {
  const sights = lookAround(facts, run);
  const writer = new FeatureWriter(run.last - run.first, 64);
  for (let i = run.first; i < run.last; i++) {
    writer.from(0);
    pushWords(facts, run, i, writer);
    writer.from(40);
    pushClusters(facts, run, i, writer);
    writer.from(80);
    pushPlace(facts, run, i, sights, writer);
    writer.next();
  }
  return writer.features();
}

function pushWords({ word, suffix, shape }: TokenFacts, run: Run, i: number, writer: FeatureWriter): void {
  const at = (values: Uint32Array, d: number): number =>
    i + d < run.first || i + d >= run.last ? EDGE : values[i + d]!;
  for (let d = -3; d <= 3; d++) writer.push(at(word, d));
  writer.push(at(word, -1), at(word, 0));
  writer.push(at(word, 0), at(word, 1));
  writer.push(at(word, -2), at(word, -1));
  writer.push(at(word, 1), at(word, 2));
  writer.push(hashPair(0, at(word, -1), at(word, 0)), at(word, 1));
  for (let d = -1; d <= 1; d++) writer.push(at(suffix, d));
  for (let d = -1; d <= 1; d++) writer.push(at(shape, d));
  writer.push(at(shape, -1), at(shape, 0));
  writer.push(at(shape, 0), at(shape, 1));
  writer.push(at(suffix, 0), at(word, 1));
  writer.push(at(suffix, -1), at(suffix, 0));
}

function pushClusters({ fine, coarse, word }: TokenFacts, run: Run, i: number, writer: FeatureWriter): void {
  const at = (values: Int32Array, d: number): number =>
    i + d < run.first || i + d >= run.last ? EDGE : values[i + d]!;
  for (let d = -2; d <= 2; d++) writer.push(at(fine, d));
  for (let d = -3; d <= 3; d++) writer.push(at(coarse, d));
  writer.push(at(fine, -1), at(fine, 0));
  writer.push(at(fine, 0), at(fine, 1));
  writer.push(at(coarse, -1), at(coarse, 1));
  writer.push(hashPair(1, at(coarse, -1), at(coarse, 0)), at(coarse, 1));
  writer.push(at(fine, 0), word[i + 1] ?? EDGE);
}

function pushPlace(facts: TokenFacts, run: Run, i: number, sights: Sights, writer: FeatureWriter): void {
  const { verb, kind, quote, word, frame, coarse } = facts;
  const at = (values: Uint8Array | Int32Array, d: number): number =>
    i + d < run.first || i + d >= run.last ? EDGE : values[i + d]!;
  const sentence = frame.sentence[i]!;
  const q = quote[i]!;
  for (let d = -2; d <= 2; d++) writer.push(at(verb, d), at(kind, d));
  writer.push(hashPair(2, at(verb, -1), at(kind, -1)), hashPair(2, verb[i]!, kind[i]!));
  writer.push(q, hashPair(at(quote, -1), at(quote, 1)));
  writer.push(q, word[i]);
  writer.push(q, verb[i]);
  writer.push(q, coarse[i]);
  const first = frame.sentences[sentence]?.first ?? i;
  const last = frame.sentences[sentence]?.last ?? i;
  writer.push(bucket(i - first), q);
  writer.push(bucket(last - i), q);
  const left = sights.verbLeft[i - run.first]!;
  const right = sights.verbRight[i - run.first]!;
  writer.push(left < 0 ? EDGE : word[left]!, q);
  writer.push(right < 0 ? EDGE : word[right]!, q);
  writer.push(left < 0 ? EDGE : verb[left]!, hashPair(bucket(i - left), q));
  writer.push(right < 0 ? EDGE : verb[right]!, hashPair(bucket(right - i), q));
  writer.push(bucket(i - sights.markLeft[i - run.first]!), hashPair(verb[i]!, q));
  writer.push(bucket(sights.markRight[i - run.first]! - i), hashPair(verb[i]!, q));
  writer.push(sights.clauseLeft[i - run.first]!, hashPair(left < 0 ? 0 : 1, q));
  writer.push(sights.summary.get(sentence) ?? 0, hashPair(q, verb[i] ? 1 : 0));
  writer.push(word[first] ?? EDGE, q);
  writer.push(sights.summary.get(sentence) ?? 0, word[i]);
}

/** For every token of a run: the nearest cue verb in the same sentence, the nearest quotation sign, the last word that opens a clause. */
interface Sights {
  readonly verbLeft: Int32Array;
  readonly verbRight: Int32Array;
  readonly markLeft: Int32Array;
  readonly markRight: Int32Array;
  readonly clauseLeft: Uint32Array;
  /** By sentence: whether it has cue verbs outside quotations, and quotations. */
  readonly summary: ReadonlyMap<number, number>;
}

function lookAround({ verb, kind, quote, word, frame }: TokenFacts, run: Run): Sights {
  const length = run.last - run.first;
  const sights = {
    verbLeft: new Int32Array(length).fill(-1),
    verbRight: new Int32Array(length).fill(-1),
    markLeft: new Int32Array(length).fill(-1000),
    markRight: new Int32Array(length).fill(1_000_000),
    clauseLeft: new Uint32Array(length),
    summary: new Map<number, number>(),
  };
  let seen = -1;
  let mark = -1000;
  let clause = 0;
  for (let i = run.first; i < run.last; i++) {
    const sentence = frame.sentence[i]!;
    if (i > run.first && sentence !== frame.sentence[i - 1]) {
      seen = -1;
      clause = 0;
    }
    sights.verbLeft[i - run.first] = seen;
    sights.markLeft[i - run.first] = mark;
    sights.clauseLeft[i - run.first] = clause;
    if (verb[i]! > 0 && quote[i] === 0) {
      seen = i;
      clause = 0;
    }
    if (kind[i] === 6 || kind[i] === 4) clause = word[i]!;
    if (quote[i] === 1 || quote[i] === 3) mark = i;
    const has = (verb[i]! > 0 && quote[i] === 0 ? 1 : 0) | (quote[i]! > 0 ? 2 : 0);
    sights.summary.set(sentence, (sights.summary.get(sentence) ?? 0) | has);
  }
  seen = -1;
  mark = 1_000_000;
  for (let i = run.last - 1; i >= run.first; i--) {
    if (i < run.last - 1 && frame.sentence[i] !== frame.sentence[i + 1]) seen = -1;
    sights.verbRight[i - run.first] = seen;
    sights.markRight[i - run.first] = mark;
    if (verb[i]! > 0 && quote[i] === 0) seen = i;
    if (quote[i] === 1 || quote[i] === 3) mark = i;
  }
  return sights;
}

/** A distance in steps that grow: 0 1 2 3 4 5–6 7–9 10–14 15–24 25–49 50 and more; negative ones mirrored. */
export function bucket(distance: number): number {
  const size = Math.abs(distance);
  const step =
    size < 5 ? size : size < 7 ? 5 : size < 10 ? 6 : size < 15 ? 7 : size < 25 ? 8 : size < 50 ? 9 : 10;
  return distance < 0 ? -step : step;
}
