import { vi } from 'vitest';
import type { FinderActions } from '../../components/notes/note-finder';

const NAMES = [
  'search',
  'addCondition',
  'liftCondition',
  'clearConditions',
  'sortBy',
  'showMore',
  'choose',
] as const;

/** What a list's search, filters and order ask for, one spy each. */
export function finderSpies() {
  const made = Object.fromEntries(NAMES.map((name) => [name, vi.fn()]));
  return made as unknown as { [K in keyof FinderActions]: ReturnType<typeof vi.fn<FinderActions[K]>> };
}
