import { type ArticleRows, type ExportRow, exportRows } from './export-rows';
import type { ExportSet, Format } from './format';

/** A cell: text from people is guarded, numbers are our own. */
type Cell = string | number | null;

// What makes a spreadsheet compute, full-width forms included. Some programs skip blanks and invisible characters.
const FORMULA = /^[\s\p{Cf}\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

const COLUMNS: readonly (readonly [name: string, read: (row: ExportRow, group: ArticleRows) => Cell])[] = [
  ['id', (row) => row.id],
  ['kind', (row) => row.version.kind],
  ['article', (_, { article }) => article?.title ?? ''],
  ['authors', (_, { article }) => (article?.authors ?? []).join('; ')],
  ['outlet', (_, { article }) => article?.siteName ?? ''],
  ['published', (_, { article }) => article?.publishedTime ?? ''],
  ['url', (_, { address }) => address],
  ['quote', (row) => row.version.target?.quote.exact ?? ''],
  ['prefix', (row) => row.version.target?.quote.prefix ?? ''],
  ['suffix', (row) => row.version.target?.quote.suffix ?? ''],
  ['note', (row) => row.version.body ?? ''],
  ['tags', (row) => row.version.tags.join('; ')],
  ['codes', (row) => row.version.codes.join('; ')],
  ['stance', (row) => row.version.stance ?? null],
  ['written_by', (row) => row.version.author],
  ['created', (row) => row.version.created],
  ['updated', (row) => row.version.updated],
  ['wordings', (row) => row.wordings],
  ['article_flags', (_, { article }) => (article?.flags ?? []).join('; ')],
];

/** A table for spreadsheets and statistics, after RFC 4180, with a byte order mark so that spreadsheets see UTF-8. */
export const csv: Format = {
  name: 'csv',
  extension: '.csv',
  mediaType: 'text/csv',
  descriptionKey: 'export_csv_description',
  lossKey: 'export_csv_loss',
  write: writeTable,
};

/**
 * A text as a cell. Where a spreadsheet would compute, an apostrophe comes first; it then shows the text as it is.
 * NUL, at which some readers stop, becomes U+FFFD.
 */
export function textCell(text: string): string {
  const clean = text.replaceAll('\0', '\uFFFD');
  const guarded = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function* writeTable(set: ExportSet): Iterable<string> {
  yield `\uFEFF${COLUMNS.map(([name]) => textCell(name)).join(',')}\r\n`;
  for (const group of exportRows(set)) {
    for (const row of group.rows) yield `${COLUMNS.map(([, read]) => cell(read(row, group))).join(',')}\r\n`;
  }
}

function cell(value: Cell): string {
  if (value === null) return '';
  return typeof value === 'number' ? String(value) : textCell(value);
}
