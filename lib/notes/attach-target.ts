import type { DatedPlace, QuoteSelector, Target } from '../model/annotation';

/** Refusals that are remembered of one note; the oldest go first. */
const MOST_REFUSED = 50;
/** Places that a note was attached to since, as many as can be stored (`FIELD_LIMITS.history`); the original one stays besides. */
const MOST_PLACES = 100;
/** UTF-16 units beside a quote by which two places of the same words are told apart. */
const BESIDE = 32;

/** Where a passage was attached last: by its original selectors, or by those that the reader chose since. */
export function latestPlace(target: Target): Target {
  const last = target.history.at(-1);
  if (!last) return target;
  const { refused } = target;
  // The structure is that of the first place and would point away from the second.
  const latest = { quote: last.quote, position: last.position, structure: null, history: [] };
  return refused ? { ...latest, refused } : latest;
}

/**
 * The target attached to another passage: its original selectors stay as they are, the new ones are appended; of very many
 * the oldest after the original go, as a note that could be attached no more would be of no use. What the reader once refused
 * and now chooses is refused no longer.
 */
export function attachTo(target: Target, place: Target, at: string): Target {
  const { refused, ...others } = target;
  const { quote, position } = place;
  const history = [...target.history, { quote, position, at }].slice(-MOST_PLACES);
  const left = refused?.filter((one) => !isSamePlace(one.quote, quote)) ?? [];
  return left.length > 0 ? { ...others, history, refused: left } : { ...others, history };
}

/** The target with a passage of which the reader has said that it is not this one. */
export function refuse(target: Target, { quote, position }: Target, at: string): Target {
  const refused: DatedPlace[] = [...(target.refused ?? []), { quote, position, at }];
  return { ...target, refused: refused.slice(-MOST_REFUSED) };
}

function isSamePlace(a: QuoteSelector, b: QuoteSelector): boolean {
  const isBefore = a.prefix.slice(-BESIDE) === b.prefix.slice(-BESIDE);
  const isAfter = a.suffix.slice(0, BESIDE) === b.suffix.slice(0, BESIDE);
  return a.exact === b.exact && (isBefore || isAfter);
}
