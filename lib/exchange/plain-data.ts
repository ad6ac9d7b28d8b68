/** A JSON object whose keys are safe; see `plainData`. */
export type PlainObject = { readonly [key: string]: unknown };

/** Why data from a file is refused before anybody looks at it. */
export type DataProblem = 'unsafe-key' | 'too-deep' | 'too-large';

// Keys that turn a copy into an attack on the prototypes of the program.
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 32;
const MAX_VALUES = 2_000_000;

/** Looks through parsed JSON for keys and sizes that are refused; null when there are none. Never throws. */
export function dataProblem(value: unknown): DataProblem | null {
  let count = 0;
  const visit = (item: unknown, depth: number): DataProblem | null => {
    if (typeof item !== 'object' || item === null) return null;
    if (depth > MAX_DEPTH) return 'too-deep';
    const isList = Array.isArray(item);
    for (const key of Object.keys(item)) {
      count += 1;
      if (count > MAX_VALUES) return 'too-large';
      if (!isList && UNSAFE_KEYS.has(key)) return 'unsafe-key';
      const problem = visit((item as PlainObject)[key], depth + 1);
      if (problem !== null) return problem;
    }
    return null;
  };
  return visit(value, 0);
}

/** The value as an object with keys; null for lists and everything else. */
export function asObject(value: unknown): PlainObject | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as PlainObject) : null;
}

/** A list of what may be one value or many (JSON-LD writes one without brackets); empty for null and undefined. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The first string of what may be one or many; null when there is none. */
export function firstText(value: unknown): string | null {
  return asList(value).find((item): item is string => typeof item === 'string') ?? null;
}
