import * as v from 'valibot';
import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import type { StoredWord } from '../model/word-list';
import { parseJson } from './parse-json';
import { readArticle } from './read-article';
import { readRecord } from './read-record';
import { storedWordSchema } from './word-list-file';

/**
 * A backup: lines of JSON, the first about the backup, then one row of the database each, the last one the count of rows,
 * by which a file that was cut off is known. It holds whole tables as they stand, so that any version can be written.
 */
const FORMAT = 'pressmark-backup';
const VERSION = 1;

/** What the first line says. `schema` is the database's version; `made` is ISO 8601. */
export interface BackupHeader {
  readonly made: string;
  readonly schema: number;
  readonly sentinel: string | null;
}

/** A row as it stands in a table of the database. */
export interface BackupRow {
  readonly table: string;
  readonly row: unknown;
}

/** Why a file cannot be restored. */
export type BackupProblem = 'not-a-backup' | 'newer-backup' | 'cut-off';

/** What a backup holds, every record checked. `skipped` counts the rows that are damaged. */
export interface BackupContent {
  readonly header: BackupHeader;
  readonly annotations: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
  readonly words: readonly StoredWord[];
  readonly skipped: number;
}

export type BackupReading =
  | { readonly ok: true; readonly content: BackupContent }
  | { readonly ok: false; readonly problem: BackupProblem };

/** The first line. */
export function headerLine(header: BackupHeader): string {
  return line({ format: FORMAT, version: VERSION, ...header });
}

/** One row. */
export function rowLine({ table, row }: BackupRow): string {
  return line({ table, row });
}

/** The last line; `rows` is the number of rows before it. */
export function endLine(rows: number): string {
  return line({ end: rows });
}

const headerSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  made: v.pipe(v.string(), v.maxLength(64)),
  schema: v.pipe(v.number(), v.minValue(1)),
  sentinel: v.nullable(v.pipe(v.string(), v.maxLength(128))),
});

/** Reads lines of a backup, of whatever hand; nothing in them is trusted. Never rejects for bad data. */
export async function readBackup(lines: AsyncIterable<string>): Promise<BackupReading> {
  let header: BackupHeader | null = null;
  let rows = 0;
  let skipped = 0;
  const annotations: AnnotationRecord[] = [];
  const articles: ArticleRecord[] = [];
  const words: StoredWord[] = [];
  for await (const text of lines) {
    const parsed = parseJson(text);
    const value = parsed.ok
      ? (parsed.value as { table?: unknown; row?: unknown; end?: unknown } | null)
      : null;
    if (header === null) {
      const first = v.safeParse(headerSchema, value);
      if (!first.success) return { ok: false, problem: 'not-a-backup' };
      if (first.output.version > VERSION) return { ok: false, problem: 'newer-backup' };
      const { made, schema, sentinel } = first.output;
      header = { made, schema, sentinel };
      continue;
    }
    if (typeof value?.end === 'number') {
      if (value.end !== rows) break;
      return { ok: true, content: { header, annotations, articles, words, skipped } };
    }
    rows += 1;
    const kept = value === null ? null : await readRow(value.table, value.row);
    if (kept?.record) annotations.push(kept.record);
    else if (kept?.article) articles.push(kept.article);
    else if (kept?.word) words.push(kept.word);
    else if (kept === null) skipped += 1;
  }
  return { ok: false, problem: header === null ? 'not-a-backup' : 'cut-off' };
}

interface KeptRow {
  readonly record?: AnnotationRecord;
  readonly article?: ArticleRecord;
  readonly word?: StoredWord;
}

// Null for a damaged row; empty for one of a table that is not restored (identity, drafts, indexes).
async function readRow(table: unknown, row: unknown): Promise<KeptRow | null> {
  const inside = typeof row === 'object' && row !== null ? (row as { record?: unknown }) : {};
  if (table === 'annotations') {
    const reading = await readRecord(inside.record);
    return reading.ok ? { record: reading.record } : null;
  }
  if (table === 'articles') {
    const article = await readArticle(inside.record);
    return article && { article };
  }
  if (table === 'wordList') {
    const word = v.safeParse(storedWordSchema, row);
    return word.success ? { word: word.output } : null;
  }
  return {};
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
