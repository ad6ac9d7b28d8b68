import { csv } from './csv';
import type { Format } from './format';
import { jsonLd } from './json-ld';
import { markdown } from './markdown';

/** Every format a reader can choose, in the order in which they are offered. */
export const FORMATS: readonly Format[] = [jsonLd, csv, markdown];

/** The format of a name; null for a name nobody has. */
export function formatNamed(name: string): Format | null {
  return FORMATS.find((format) => format.name === name) ?? null;
}
