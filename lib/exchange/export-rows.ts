import type { AnnotationVersion } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { inPageOrder } from '../notes/page-list';
import { currentVersion, isConflicted, isDeleted } from '../team/conflicts';
import { ExportPlaces } from './export-places';
import type { ExportSet } from './format';

/** One line of a table, one callout of a document. Where people have yet to settle a conflict, each wording has one. */
export interface ExportRow {
  readonly id: string;
  readonly version: AnnotationVersion;
  /** How many wordings stand side by side; 1 without a conflict. */
  readonly wordings: number;
}

/** An article's rows from top to bottom. `address` is where the reader saw it. */
export interface ArticleRows {
  readonly address: string;
  readonly article: ArticleRecord | null;
  readonly rows: readonly ExportRow[];
}

/** What people read of an export: deleted annotations left out, grouped by article in the order of first mention. */
export function exportRows(set: ExportSet): ArticleRows[] {
  const places = new ExportPlaces(set.articles);
  const groups = new Map<string, (ExportRow & { readonly conflicted: boolean })[]>();
  for (const record of set.annotations) {
    const current = currentVersion(record);
    if (current === null || isDeleted(record)) continue;
    const conflicted = isConflicted(record);
    const others = conflicted ? record.versions.filter((other) => other !== current && !other.deleted) : [];
    const wordings = 1 + others.length;
    const rows = groups.get(current.article) ?? [];
    for (const version of [current, ...others]) rows.push({ id: record.id, version, wordings, conflicted });
    groups.set(current.article, rows);
  }
  return Array.from(groups, ([key, rows]) => ({
    address: places.address(key),
    article: places.article(key),
    rows: inPageOrder(rows),
  }));
}
