import * as v from 'valibot';
import type { StoredWord } from '../model/word-list';
import { type JsonProblem, parseJson } from './parse-json';

const FORMAT = 'pressmark-word-list';
const VERSION = 1;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const surface = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(300));

/** A correction of a file. */
export const storedWordSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  entry: v.object({
    surface,
    action: v.picklist(['not-an-actor', 'type', 'same-as', 'split', 'mute']),
    value: v.exactOptional(surface),
    scope: v.picklist(['article', 'site', 'everywhere']),
    where: v.exactOptional(text(8_192)),
    author: text(2_000),
    created: text(64),
  }),
});

/** The corrections of a file, and how many of its entries were left out because they are no corrections. */
export type WordListFile =
  | { readonly ok: true; readonly words: readonly StoredWord[]; readonly skipped: number }
  | { readonly ok: false; readonly problem: JsonProblem | 'other-json' | 'newer-version' };

/** A word list as the text of a file that teams pass on. */
export function writeWordList(words: readonly StoredWord[], generator: string): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, generator, words }, null, 2)}\n`;
}

/** Reads a file of `writeWordList`; nothing in it is trusted. Never throws. */
export function readWordList(json: string): WordListFile {
  const parsed = parseJson(json);
  if (!parsed.ok) return parsed;
  const file = parsed.value as { format?: unknown; version?: unknown; words?: unknown } | null;
  if (typeof file !== 'object' || file?.format !== FORMAT || !Array.isArray(file.words)) {
    return { ok: false, problem: 'other-json' };
  }
  if (typeof file.version !== 'number' || file.version > VERSION)
    return { ok: false, problem: 'newer-version' };
  const words = file.words.flatMap((entry) => {
    const result = v.safeParse(storedWordSchema, entry);
    return result.success ? [result.output] : [];
  });
  return { ok: true, words, skipped: file.words.length - words.length };
}
