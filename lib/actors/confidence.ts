import type { Actor, ActorType, Mention } from '../model/actor';
import { ModelFormatError } from '../tagging/model-format';
import { speechVerbs } from './lexicon/lexicon';
import type { Reading } from './reading';

/** The classes of names that have a line of their own, in the order of the model's file. */
export const CONFIDENCE_CLASSES = ['person', 'organisation', 'place', 'people', 'other'] as const;
export type ConfidenceClass = (typeof CONFIDENCE_CLASSES)[number];

/** From the log-odds of the model's probability to the log-odds of being right: `base + slope × log-odds`; `slope` is not negative. */
export interface ConfidenceLine {
  readonly base: number;
  readonly slope: number;
}
export type ConfidenceLines = Readonly<Record<ConfidenceClass, ConfidenceLine>>;

const CLASS: Readonly<Record<ActorType, ConfidenceClass>> = {
  person: 'person',
  organisation: 'organisation',
  party: 'organisation',
  'armed-group': 'organisation',
  media: 'organisation',
  state: 'place',
  place: 'place',
  people: 'people',
  other: 'other',
};

/** In a hundred words of news there are more verbs of speaking than this; in an encyclopaedia hardly ever so many. */
const NEWS_FROM = 1.2;
const NEWS_CERTAINLY = 2.2;
/** Probabilities nearer to 0 or 1 than this say nothing more. */
const NEAREST = 0.001;

/** How much a text is like news, 0…1, by how often somebody says something in it. */
export function newsLikeness({ lower }: Pick<Reading, 'lower'>): number {
  const said = lower.reduce((count, word) => count + (speechVerbs.has(word) ? 1 : 0), 0);
  const share = (100 * said) / Math.max(1, lower.length);
  return Math.min(1, Math.max(0, (share - NEWS_FROM) / (NEWS_CERTAINLY - NEWS_FROM)));
}

export function logOdds(probability: number): number {
  const within = Math.min(1 - NEAREST, Math.max(NEAREST, probability));
  return Math.log(within / (1 - within));
}

/** The class of a mention's type, whose line it takes. */
export const confidenceClass = (type: ActorType): ConfidenceClass => CLASS[type];

/** Lines from the model's file; null where it has none. */
export function readConfidence(text: string): ConfidenceLines | null {
  if (text === '') return null;
  let read: unknown = null;
  try {
    read = JSON.parse(text);
  } catch {
    // Reported below, with every other table that is no table of lines.
  }
  const numbers = Array.isArray(read) ? read.map(Number) : [];
  const isWhole = numbers.length === 2 * CONFIDENCE_CLASSES.length && numbers.every(Number.isFinite);
  if (!isWhole || numbers.some((slope, at) => at % 2 === 1 && slope < 0))
    throw new ModelFormatError('inconsistent', 'the table of confidence is not readable');
  const line = (at: number): ConfidenceLine => ({ base: numbers[2 * at]!, slope: numbers[2 * at + 1]! });
  const [person, organisation, place, people, other] = [0, 1, 2, 3, 4].map(line);
  return { person: person!, organisation: organisation!, place: place!, people: people!, other: other! };
}

/**
 * How often a name with the model's probability is right in a text so much like news. In news the model can be taken at its word; elsewhere
 * it is too sure.
 */
export function calibrated(probability: number, { base, slope }: ConfidenceLine, likeness: number): number {
  const odds = logOdds(probability);
  const right = likeness * odds + (1 - likeness) * (base + slope * odds);
  return likeness === 1 ? probability : 1 / (1 + Math.exp(-right));
}

/** The actors with a confidence that holds what it says; names alone, for the others are found by rules. */
export function withCalibrated(actors: readonly Actor[], reading: Reading, lines: ConfidenceLines): Actor[] {
  const likeness = newsLikeness(reading);
  const ofMention = (mention: Mention): Mention =>
    mention.form === 'name'
      ? { ...mention, confidence: calibrated(mention.confidence, lines[CLASS[mention.type]], likeness) }
      : mention;
  return actors.map((actor) => {
    const mentions = actor.mentions.map(ofMention);
    return { ...actor, mentions, confidence: Math.max(...mentions.map(({ confidence }) => confidence)) };
  });
}
