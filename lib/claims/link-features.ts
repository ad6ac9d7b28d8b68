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
export function linkWindow(paragraph: Run, cue: Run, reach = REACH): Run {
  return {
    first: Math.max(paragraph.first, cue.first - reach),
    last: Math.min(paragraph.last, cue.last + reach),
  };
}

/** How far cues may reach in a paragraph with so many of them: text of nothing but cues must not cost its square. */
export function reachOf(paragraph: Run, cues: number): number {
  return Math.min(
    REACH,
    Math.max(20, Math.floor((20 * (paragraph.last - paragraph.first)) / Math.max(1, cues))),
  );
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

/** Where one token stands towards the cue; one object is used for all tokens of a window. */
interface Place {
  side: number;
  distance: number;
  quote: number;
  sentence: number;
  marks: number;
  commas: number;
  verbs: number;
  cues: number;
  clauses: number;
  tags: number;
}

interface Scene {
  readonly facts: TokenFacts;
  readonly steps: TagSteps;
  readonly window: Run;
  readonly cue: Run;
  readonly head: number;
  readonly around: number;
  readonly between: Between;
}

const EDGE = 0xed6e;

/** The features of the tokens of `window` for one cue. */
export function linkFeatures(facts: TokenFacts, steps: TagSteps, window: Run, cue: Run): SequenceFeatures {
  const scene: Scene = {
    facts,
    steps,
    window,
    cue,
    head: headOfCue(facts, cue),
    around: surroundings(facts, window, cue),
    between: countBetween(facts, steps, window, cue),
  };
  const place = {
    side: 0,
    distance: 0,
    quote: 0,
    sentence: 0,
    marks: 0,
    commas: 0,
    verbs: 0,
    cues: 0,
    clauses: 0,
    tags: 0,
  };
  const writer = new FeatureWriter(window.last - window.first, 60);
  for (let i = window.first; i < window.last; i++) {
    moveTo(place, scene, i);
    writer.from(200);
    pushPlace(writer, scene, place);
    pushTags(writer, scene, place, i);
    pushWords(writer, scene, place, i);
    pushCue(writer, scene, place);
    writer.next();
  }
  return writer.features();
}

function moveTo(place: Place, { facts, steps, window, cue, between }: Scene, i: number): void {
  const w = i - window.first;
  place.side = i < cue.first ? 1 : i >= cue.last ? 2 : 3;
  place.distance = bucket(place.side === 1 ? i - cue.first : place.side === 2 ? i - cue.last + 1 : 0);
  place.quote = facts.quote[i]!;
  place.sentence = Math.max(-2, Math.min(2, facts.frame.sentence[i]! - facts.frame.sentence[cue.first]!));
  place.marks = between.marks[w]!;
  place.commas = between.commas[w]!;
  place.verbs = between.verbs[w]!;
  place.cues = between.cues[w]!;
  place.clauses = between.clauses[w]!;
  place.tags = steps[i]!;
}

function wallsOf({ commas, verbs, cues, clauses }: Place): number {
  return hashPair(commas, verbs, hashPair(cues, clauses));
}

function pushPlace(writer: FeatureWriter, { around }: Scene, place: Place): void {
  const { side, distance: d, quote: q, sentence, marks, commas, verbs, cues } = place;
  const spot = hashPair(side, q, marks);
  const walls = wallsOf(place);
  writer.push(side, q);
  writer.push(d, q);
  writer.push(d, spot);
  writer.push(d, hashPair(q, around));
  writer.push(side, walls);
  writer.push(d, walls);
  writer.push(spot, hashPair(sentence, around));
  writer.push(spot, walls);
  writer.push(sentence, hashPair(q, cues));
  writer.push(side, hashPair(commas, cues));
  writer.push(side, hashPair(verbs, sentence));
}

function pushTags(writer: FeatureWriter, { steps, window, around }: Scene, place: Place, i: number): void {
  const { side, distance: d, sentence, commas, cues, clauses, tags } = place;
  const before = i > window.first ? steps[i - 1]! : EDGE;
  const after = i + 1 < window.last ? steps[i + 1]! : EDGE;
  writer.push(tags, hashPair(side, place.quote, place.marks));
  writer.push(tags, d);
  writer.push(tags, hashPair(side, cues, sentence));
  writer.push(tags, hashPair(side, commas, clauses));
  writer.push(tags, hashPair(side, before, after));
  writer.push(tags, hashPair(side, around));
}

function pushWords(writer: FeatureWriter, { facts, window, head }: Scene, place: Place, i: number): void {
  const { word, fine, coarse, kind, verb, suffix, shape } = facts;
  const { side, distance: d, tags } = place;
  const at = (values: Uint32Array | Int32Array | Uint8Array, index: number): number =>
    index < window.first || index >= window.last ? EDGE : values[index]!;
  writer.push(word[i]!, side);
  writer.push(word[i]!, d);
  writer.push(word[i]!, word[head]!);
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
  writer.push(coarse[i]!, hashPair(side, place.quote, place.marks));
  writer.push(kind[i]!, d);
  writer.push(kind[i]!, hashPair(side, at(kind, i - 1), at(kind, i + 1)));
  writer.push(verb[i]!, hashPair(side, verb[head]!));
}

function pushCue(writer: FeatureWriter, { facts, window, cue, head, around }: Scene, place: Place): void {
  const { word, fine, coarse, kind, verb } = facts;
  const { side, distance: d, quote: q, sentence, marks, commas, clauses, tags } = place;
  const spot = hashPair(side, q, marks);
  const after = cue.last < window.last ? cue.last : -1;
  const before = cue.first > window.first ? cue.first - 1 : -1;
  writer.push(word[head]!, hashPair(side, q));
  writer.push(word[head]!, d);
  writer.push(word[head]!, hashPair(side, sentence, marks));
  writer.push(word[head]!, hashPair(side, commas, clauses));
  writer.push(word[head]!, hashPair(side, tags));
  writer.push(fine[head]!, d);
  writer.push(fine[head]!, spot);
  writer.push(fine[head]!, hashPair(side, commas, clauses));
  writer.push(fine[head]!, hashPair(side, tags));
  writer.push(verb[head]!, hashPair(d, q));
  writer.push(verb[head]!, hashPair(side, wallsOf(place)));
  writer.push(verb[head]!, hashPair(side, tags, around));
  writer.push(word[after] ?? EDGE, d);
  writer.push(word[before] ?? EDGE, d);
  writer.push(word[after] ?? EDGE, hashPair(side, tags));
  writer.push(word[before] ?? EDGE, hashPair(side, tags));
  writer.push(kind[after] ?? EDGE, hashPair(d, kind[before] ?? EDGE));
  writer.push(coarse[cue.first]!, hashPair(d, cue.last - cue.first));
  writer.push(word[cue.first]!, hashPair(side, tags));
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
