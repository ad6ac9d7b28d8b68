import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord, CorrectableField, Provenance } from '../model/article';
import type { ChangeKind } from '../model/change-kind';
import type { Draft } from '../model/draft';
import type { WordListEntry } from '../model/word-list';
import type { PackedWords } from '../notes/packed-words';
import { firstSchema } from './migrations/0001-first-schema';
import { searchAndUndo } from './migrations/0002-search-and-undo';
import { packedSearch } from './migrations/0003-packed-search';
import type { Migration } from './migrations/migration';

/** Every step from the first schema on, in order. A new one is a new file and a golden dump in tests/migrations. */
export const MIGRATIONS: readonly Migration[] = [firstSchema, searchAndUndo, packedSearch];

/** The newest schema this code knows. */
export const SCHEMA_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version));

/** A record with the columns that indexes need. They repeat what the record says and can be rebuilt at any time. */
export interface AnnotationRow {
  readonly id: string;
  readonly record: AnnotationRecord;
  readonly article: string;
  /** ISO 8601 in UTC, so that it sorts as text; empty where the record gives no time. */
  readonly updated: string;
  /** A number because IndexedDB cannot index booleans. */
  readonly deleted: 0 | 1;
  /** Since when a deletion that came from elsewhere is known on this device, ISO 8601 in UTC. */
  readonly heard?: string;
}

/** An article with the keys of all its addresses (see `articleKey`). */
export interface ArticleRow {
  readonly key: string;
  readonly record: ArticleRecord;
  readonly urls: readonly string[];
}

/**
 * A part of the search index: the words of some annotations as they were when it was made. It is never changed, only merged
 * with others into a new one. Until `isReady` it is being made or being removed, and nobody reads it.
 */
export interface SearchSegment {
  readonly id?: number;
  readonly isReady: boolean;
  /** How many annotations it holds; the last changed stands at place 0. */
  readonly size: number;
}

/** When the annotations of a segment were last changed, ms since 1970, a part of them: rows that are large are slow. */
export interface SearchTimesRow {
  readonly segment: number;
  readonly part: number;
  readonly times: Float64Array;
}

/** The words of a segment that lie in one bucket (see `bucketOf`). */
export interface SearchWordsRow extends PackedWords {
  readonly segment: number;
  readonly bucket: string;
}

/** Which annotations stand at the places of a segment, a page of them, and under which stamp each was indexed. */
export interface SearchPlacesRow {
  readonly segment: number;
  readonly page: number;
  readonly ids: readonly string[];
  readonly stamps: Float64Array;
}

/** Under which stamp an annotation was indexed last. Whatever segments hold of it under another one is out of date. */
export interface SearchStampRow {
  readonly id: string;
  readonly stamp: number;
}

/** An annotation that is to be indexed anew. */
export interface PendingRow {
  readonly id: string;
  /** Another one with every change, so that a change during the indexing is not taken for indexed. */
  readonly mark: number;
  /** Its words were deleted for good, and shall not stay in the index either. */
  readonly forgets?: true;
}

/** One record of a change. */
export interface ChangeEntry {
  readonly id: string;
  /** `recordContent` of what the change made: what says something else by now is left alone. */
  readonly content: string;
  readonly before: AnnotationRecord | null;
  /** Null where nothing stood before: taken back it is deleted, and a deletion keeps what it deletes. */
  readonly after: AnnotationRecord | null;
}

/** What was taught of a surface before and after a change; null where nothing was. */
export interface WordChange {
  readonly id: string;
  readonly before: WordListEntry | null;
  readonly after: WordListEntry | null;
}

/** The fields of an article that a change corrected: what was kept of them before, and is since. */
export interface ArticleChange {
  readonly key: string;
  readonly before: CorrectedFields;
  readonly after: CorrectedFields;
}

/** Some fields of an article, each with where it was read. */
export type CorrectedFields = Readonly<
  Partial<Record<CorrectableField, { readonly value: unknown; readonly from?: Provenance }>>
>;

/** A change of annotations and corrections that can be taken back, or was (`undone`) and can be made again. Rows are in order of time. */
export interface ChangeRow {
  readonly n?: number;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: ChangeKind;
  readonly entries: readonly ChangeEntry[];
  readonly words?: readonly WordChange[];
  readonly articles?: readonly ArticleChange[];
  readonly undone: boolean;
}

export interface DraftRow {
  readonly key: string;
  readonly draft: Draft;
}

/** What tells this database from another one: an emptied database comes back with another id. */
export interface Sentinel {
  readonly id: string;
  /** ISO 8601. */
  readonly created: string;
}

/** `device`: the id this database writes versions under. `clock`: the last reading of the hybrid clock. */
export interface MetaValues {
  readonly device: string;
  readonly clock: string;
  readonly sentinel: Sentinel;
}

export type MetaRow = {
  [K in keyof MetaValues]: { readonly key: K; readonly value: MetaValues[K] };
}[keyof MetaValues];

export interface WordListRow {
  readonly id: string;
  readonly entry: WordListEntry;
}
