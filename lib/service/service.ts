import type { Models } from '../analysis/analyse-text';
import type { PressmarkDatabase } from '../store/database';
import type { FindingsDatabase } from '../store/findings-database';

/**
 * What the background's handlers work with. Each is opened on first use and stays open while the worker lives;
 * a failed opening is tried again by the next message.
 */
export interface Service {
  database(): Promise<PressmarkDatabase>;
  models(): Promise<Models>;
  /** What was found in the kept articles, and can be found again. */
  findings(): Promise<FindingsDatabase>;
  /** Names the engines and their weights: findings of others are out of date. */
  engine(): Promise<string>;
}

/** A handler's refusal with the code that the asker is told. */
export class Refusal extends Error {
  readonly code = 'refused';
}

/**
 * Runs `make` once and shares its promise. Forgets a rejection, and what is no longer good (a database that the browser
 * has closed), so that the next call makes it anew.
 */
export function once<T>(
  make: () => Promise<T>,
  isGood: (value: T) => boolean = () => true,
): () => Promise<T> {
  let made: Promise<T> | null = null;
  return async function ask(): Promise<T> {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    const asked = made;
    const value = await asked;
    if (isGood(value)) return value;
    if (made === asked) made = null;
    return ask();
  };
}
