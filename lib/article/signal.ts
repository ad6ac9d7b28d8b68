/** Cheap facts about a page by name; most lie between 0 and 1. */
export type Signals = Record<string, number>;

/** Grows slowly with a count: 0 for none, about 1 for `scale`. */
export function grow(count: number, scale: number): number {
  return Math.log1p(count) / Math.log1p(scale);
}

/** 1 for anything truthy, else 0. */
export function flag(value: unknown): number {
  return value ? 1 : 0;
}
