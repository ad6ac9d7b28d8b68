import { KIND_SIGN } from './kind-signs';
import type { Reading, Sentence } from './reading';

/** What a token may be: no name, or part of one of a class. */
const KINDS = ['O', 'PER', 'ORG', 'LOC', 'MISC'] as const;
type Kind = (typeof KINDS)[number];

/** How much a sure sign of a kind adds to the score of that kind. */
const SIGN_SCORE = 1.5;
const SIGN_KINDS: readonly (readonly [number, Kind])[] = [[KIND_SIGN.firm, 'ORG']];
/** Of headlines a word's case says little, so their places count for less. */
const HEADLINE_WEIGHT = 0.3;
/** Places elsewhere that weigh as much as the sentence's own view, were all of them certain. */
const DOUBT = 0.25;
/** However sure the other places are, they may all be wrong. */
const FLOOR = 0.03;

/** Less than half a place in a headline is nothing to lean on. */
const LEAST_WEIGHT = HEADLINE_WEIGHT / 2;

/** Probabilities of the kinds, summed over the places of a word, and the weight of those places. */
interface Tally {
  readonly kinds: Float64Array;
  weight: number;
}

/** A place that is not sure of the word says little of it elsewhere: its vote is the cube of its highest probability. */
function weightOf({ titled }: Sentence, own: Float64Array): number {
  let most = 0;
  for (const value of own) if (value > most) most = value;
  return (titled ? HEADLINE_WEIGHT : 1) * most * most * most;
}

/**
 * What the tagger thinks of a word in all places of a document, so that a sentence that says little leans on those that say
 * more: first `add` every sentence's probabilities, then ask `leaned` for its scores. Scores and probabilities are token-major.
 */
export class DocumentEvidence {
  private readonly tallies = new Map<string, Tally>();
  private readonly kindOf: readonly number[];

  /** `signs` holds bits of `KIND_SIGN` per token. */
  constructor(
    private readonly reading: Reading,
    private readonly signs: Int32Array,
    labels: readonly string[],
  ) {
    this.kindOf = labels.map((label) => Math.max(0, KINDS.indexOf(label.slice(2) as Kind)));
  }

  /** The scores with what the signs of a word's kind add to them. */
  signed({ from, to }: Sentence, scores: Float32Array): Float32Array {
    let result = scores;
    for (let at = from; at < to; at += 1) {
      if (!this.reading.capital[at]) continue;
      const shown = SIGN_KINDS.filter(([bit]) => this.signs[at]! & bit).map(([, kind]) => kind);
      if (shown.length === 0) continue;
      if (result === scores) result = scores.slice();
      this.addTo(result, at - from, (kind) => (shown.includes(KINDS[kind]!) ? SIGN_SCORE : 0));
    }
    return result;
  }

  add(sentence: Sentence, probabilities: Float64Array): void {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      if (!this.reading.capital[at]) continue;
      const word = this.reading.words[at]!;
      const tally = this.tallies.get(word) ?? { kinds: new Float64Array(KINDS.length), weight: 0 };
      this.tallies.set(word, tally);
      const own = this.kindsAt(probabilities, at - sentence.from);
      const weight = weightOf(sentence, own);
      own.forEach((value, kind) => {
        tally.kinds[kind] = tally.kinds[kind]! + weight * value;
      });
      tally.weight += weight;
    }
  }

  /** The scores drawn towards what the same words are elsewhere; null where none of them stands elsewhere. */
  leaned(sentence: Sentence, scores: Float32Array, probabilities: Float64Array): Float32Array | null {
    let result: Float32Array | null = null;
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const tally = this.reading.capital[at] ? this.tallies.get(this.reading.words[at]!) : undefined;
      if (!tally) continue;
      const own = this.kindsAt(probabilities, at - sentence.from);
      const weight = weightOf(sentence, own);
      const others = tally.weight - weight;
      if (others < LEAST_WEIGHT) continue;
      const leaning = own.map((value, kind) => {
        const elsewhere = Math.max(0, tally.kinds[kind]! - weight * value) / others;
        return (others / (others + DOUBT)) * Math.log(FLOOR + (1 - FLOOR) * elsewhere);
      });
      result ??= scores.slice();
      this.addTo(result, at - sentence.from, (kind) => leaning[kind]!);
    }
    return result;
  }

  private addTo(scores: Float32Array, step: number, more: (kind: number) => number): void {
    const count = this.kindOf.length;
    this.kindOf.forEach((kind, label) => {
      scores[step * count + label] = scores[step * count + label]! + more(kind);
    });
  }

  private kindsAt(probabilities: Float64Array, step: number): Float64Array {
    const sums = new Float64Array(KINDS.length);
    const count = this.kindOf.length;
    this.kindOf.forEach((kind, label) => {
      sums[kind] = sums[kind]! + probabilities[step * count + label]!;
    });
    return sums;
  }
}
