import type { Target } from '../model/annotation';

/** Where a passage was attached last: by its original selectors, or by those that the reader chose since. */
export function latestPlace(target: Target): Target {
  const last = target.history.at(-1);
  // The structure is that of the first place and would point away from the second.
  return last ? { quote: last.quote, position: last.position, structure: null, history: [] } : target;
}

/** The target attached to another passage: its original selectors stay as they are, the new ones are appended. */
export function attachTo(target: Target, place: Target, at: string): Target {
  const { quote, position } = place;
  return { ...target, history: [...target.history, { quote, position, at }] };
}
