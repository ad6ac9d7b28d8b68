import { hashPair } from '../tagging/feature-hash';
import type { SequenceFeatures } from '../tagging/lattice';
import { FeatureWriter } from './feature-writer';
import type { Run } from './frame';
import { bucket } from './tag-features';
import { KIND, type TokenFacts } from './token-facts';

/** Labels of the second stage: what a token is for one cue. */
export const LINKS = ['none', 'source', 'content'] as const;

/** How far from its cue a source or a content is looked for, in tokens. */
const REACH = 220;

/** The window of a paragraph that a cue may link to. */
export function linkWindow(paragraph: Run, cue: Run): Run {
  return {
    first: Math.max(paragraph.first, cue.first - REACH),
    last: Math.min(paragraph.last, cue.last + REACH),
  };
}

/**
 * What the first stage says of each token of the frame, as small numbers: the likelihood of source, cue and content
 * in four steps each (see `tagSteps`).
 */
export type TagSteps = Uint8Array;

/** Packs the first stage's probabilities into two bits each: source, cue, content. */
export function tagSteps(source: number, cue: number, content: number): number {
  const step = (p: number): number => (p < 0.1 ? 0 : p < 0.4 ? 1 : p < 0.75 ? 2 : 3);
  return step(source) | (step(cue) << 2) | (step(content) << 4);
}

/** The features of the tokens of `window` for one cue. */
export function linkFeatures(facts: TokenFacts, steps: TagSteps, window: Run, cue: Run): SequenceFeatures {
  const { word, fine, coarse, quote, kind, verb, suffix, shape, frame } = facts;
  const head = headOfCue(facts, cue);
  const headWord = word[head]!;
  const headCluster = fine[head]!;
  const around = surroundings(facts, window, cue);
  const between = countBetween(facts, steps, window, cue);
  const cueSentence = frame.sentence[cue.first]!;
  const writer = new FeatureWriter(window.last - window.first, 60);
  const at = (values: Uint32Array | Int32Array | Uint8Array, i: number): number =>
    i < window.first || i >= window.last ? 0xed6e : values[i]!;
  for (let i = window.first; i < window.last; i++) {
    const w = i - window.first;
    const side = i < cue.first ? 1 : i >= cue.last ? 2 : 3;
    const distance = side === 1 ? i - cue.first : side === 2 ? i - cue.last + 1 : 0;
    const d = bucket(distance);
    const q = quote[i]!;
    const sentence = Math.max(-2, Math.min(2, frame.sentence[i]! - cueSentence));
    const marks = between.marks[w]!;
    const commas = between.commas[w]!;
    const verbs = between.verbs[w]!;
    const cues = between.cues[w]!;
    const clauses = between.clauses[w]!;
    const tags = steps[i]!;
    const place = hashPair(side, q, marks);
    const walls = hashPair(commas, verbs, hashPair(cues, clauses));
    writer.from(200);
    writer.push(side, q);
    writer.push(d, q);
    writer.push(d, place);
    writer.push(d, hashPair(q, around));
    writer.push(side, walls);
    writer.push(d, walls);
    writer.push(place, hashPair(sentence, around));
    writer.push(place, walls);
    writer.push(sentence, hashPair(q, cues));
    writer.push(side, hashPair(commas, cues));
    writer.push(side, hashPair(verbs, sentence));
    writer.push(tags, place);
    writer.push(tags, d);
    writer.push(tags, hashPair(side, cues, sentence));
    writer.push(tags, hashPair(side, commas, clauses));
    writer.push(tags, hashPair(side, at(steps, i - 1), at(steps, i + 1)));
    writer.push(tags, hashPair(side, around));
    writer.push(word[i]!, side);
    writer.push(word[i]!, d);
    writer.push(word[i]!, headWord);
    writer.push(word[i]!, hashPair(side, tags));
    writer.push(at(word, i - 1), side);
    writer.push(at(word, i + 1), side);
    writer.push(hashPair(1, at(word, i - 1), word[i]!), side);
    writer.push(hashPair(1, word[i]!, at(word, i + 1)), side);
    writer.push(suffix[i]!, side);
    writer.push(shape[i]!, hashPair(side, at(shape, i - 1)));
    writer.push(fine[i]!, side);
    writer.push(fine[i]!, d);
    writer.push(coarse[i]!, d);
    writer.push(coarse[i]!, hashPair(side, at(coarse, i - 1)));
    writer.push(coarse[i]!, hashPair(side, at(coarse, i + 1)));
    writer.push(coarse[i]!, place);
    writer.push(kind[i]!, d);
    writer.push(kind[i]!, hashPair(side, at(kind, i - 1), at(kind, i + 1)));
    writer.push(verb[i]!, hashPair(side, verb[head]!));
    writer.push(headWord, hashPair(side, q));
    writer.push(headWord, d);
    writer.push(headWord, hashPair(side, sentence, marks));
    writer.push(headWord, hashPair(side, commas, clauses));
    writer.push(headWord, hashPair(side, tags));
    writer.push(headCluster, d);
    writer.push(headCluster, place);
    writer.push(headCluster, hashPair(side, commas, clauses));
    writer.push(headCluster, hashPair(side, tags));
    writer.push(verb[head]!, hashPair(d, q));
    writer.push(verb[head]!, hashPair(side, walls));
    writer.push(verb[head]!, hashPair(side, tags, around));
    writer.push(at(word, cue.last), d);
    writer.push(at(word, cue.first - 1), d);
    writer.push(at(word, cue.last), hashPair(side, tags));
    writer.push(at(word, cue.first - 1), hashPair(side, tags));
    writer.push(at(kind, cue.last), hashPair(d, at(kind, cue.first - 1)));
    writer.push(coarse[cue.first]!, hashPair(d, cue.last - cue.first));
    writer.push(word[cue.first]!, hashPair(side, tags));
    writer.next();
  }
  return writer.features();
}

// The word of a cue that says how it takes its source: its last verb, else its last word.
function headOfCue({ verb, kind }: TokenFacts, cue: Run): number {
  for (let i = cue.last - 1; i >= cue.first; i--) if (verb[i]! > 0 || kind[i] === KIND.cueNoun) return i;
  return cue.last - 1;
}

// Where the cue stands: at its sentence's edge, beside a comma or a quotation, inside one.
function surroundings({ frame, quote, kind }: TokenFacts, window: Run, cue: Run): number {
  const sentence = frame.sentences[frame.sentence[cue.first]!];
  const before = cue.first > window.first ? hashPair(quote[cue.first - 1]!, kind[cue.first - 1]!) : 1;
  const after =
    cue.last < window.last
      ? hashPair(quote[cue.last]!, kind[cue.last] === KIND.comma ? 1 : kind[cue.last] === KIND.stop ? 2 : 0)
      : 1;
  const edge =
    (sentence && cue.first - sentence.first < 4 ? 1 : 0) | (sentence && sentence.last - cue.last < 3 ? 2 : 0);
  const left = quote[cue.first - 1] !== undefined && cue.first > window.first ? quote[cue.first - 1]! : 0;
  return hashPair(edge, hashPair(left, before === 1 ? 1 : 0), hashPair(after, quote[cue.first]!));
}

interface Between {
  readonly marks: Uint8Array;
  readonly commas: Uint8Array;
  readonly verbs: Uint8Array;
  readonly cues: Uint8Array;
  readonly clauses: Uint8Array;
}

/** For every token of the window: how many signs and words of each sort lie between it and the cue (up to three). */
function countBetween(
  { kind, verb, quote, frame }: TokenFacts,
  steps: TagSteps,
  window: Run,
  cue: Run,
): Between {
  const length = window.last - window.first;
  const fresh = (): Uint8Array => new Uint8Array(length);
  const found = { marks: fresh(), commas: fresh(), verbs: fresh(), cues: fresh(), clauses: fresh() };
  const walk = (from: number, to: number, by: number): void => {
    let [marks, commas, verbs, cues, clauses] = [0, 0, 0, 0, 0];
    for (let i = from; i !== to; i += by) {
      const w = i - window.first;
      found.marks[w] = Math.min(3, marks);
      found.commas[w] = Math.min(3, commas);
      found.verbs[w] = Math.min(3, verbs);
      found.cues[w] = Math.min(3, cues);
      found.clauses[w] = Math.min(2, clauses);
      if (frame.mark[i]) marks++;
      if (quote[i] === 2) continue;
      if (kind[i] === KIND.comma || kind[i] === KIND.stop) commas++;
      if (verb[i]! > 0) verbs++;
      // The edge of another cue, not each of its words.
      if (isCue(steps, i) && !isCue(steps, i - by)) cues++;
      if (kind[i] === KIND.clause) clauses++;
    }
  };
  walk(cue.first - 1, window.first - 1, -1);
  walk(cue.last, window.last, 1);
  return found;
}

function isCue(steps: TagSteps, i: number): boolean {
  return (((steps[i] ?? 0) >> 2) & 3) >= 2;
}
