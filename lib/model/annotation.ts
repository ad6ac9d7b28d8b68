/** W3C TextQuoteSelector. `\n` inside stands for a block boundary; prefix and suffix hold up to 96 UTF-16 units. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * W3C TextPositionSelector: UTF-16 units into the text of article version `version` (its hash), or, with base
 * `document`, into the page's visible text (a caption, a comment, a page that is no article).
 */
export interface PositionSelector {
  readonly start: number;
  readonly end: number;
  readonly version: string | null;
  readonly base: 'article' | 'document';
}

/** Where in the page's structure the passage stood; every part is a hint, none is trusted alone. */
export interface StructureHint {
  /** Tag names from the block up to the body, e.g. `p<div<article`. */
  readonly path: string;
  /** Ordinal of the block in the text, from 0. */
  readonly block: number;
  /** The nearest heading above, or the empty string. */
  readonly heading: string;
  /** 32-bit simhash of the block's text, in hex. */
  readonly simhash: string;
}

/** A passage that the reader pointed at or was asked about, and when (ISO 8601). */
export interface DatedPlace {
  readonly quote: QuoteSelector;
  readonly position: PositionSelector;
  readonly at: string;
}

/** The passage an annotation is about. Where the reader attached it since is appended to `history`, never written over. */
export interface Target {
  readonly quote: QuoteSelector;
  readonly position: PositionSelector;
  readonly structure: StructureHint | null;
  readonly history: readonly DatedPlace[];
  /** Passages of which the reader has said that they are not this one: never taken for it again. */
  readonly refused?: readonly DatedPlace[];
}

export type AnnotationKind = 'highlight' | 'note' | 'coding' | 'correction';

/** What a person wrote: the fields of one version. `target` null means the page as a whole. Times are ISO 8601. */
export interface AnnotationFields {
  readonly kind: AnnotationKind;
  /** Key of the article. */
  readonly article: string;
  readonly target: Target | null;
  /** Markdown. */
  readonly body?: string;
  readonly tags: readonly string[];
  readonly codes: readonly string[];
  readonly stance?: number;
  readonly created: string;
  readonly updated: string;
}

/** Which events of which device a replica has seen: device id → highest counter. */
export type VersionContext = Readonly<Record<string, number>>;

/** The part of a version that merging reads. `hlc` is for display alone; `hash` detects a cloned device. */
export interface VersionStamp {
  readonly device: string;
  readonly n: number;
  readonly hlc: string;
  readonly author: string;
  /** SHA-256 in hex over the RFC 8785 JSON of the version without this field. */
  readonly hash: string;
  readonly deleted?: true;
}

export type AnnotationVersion = VersionStamp & AnnotationFields;

/** A replicated record: the concurrent versions still alive, and everything it has seen. */
export interface VersionedRecord<V extends VersionStamp> {
  readonly id: string;
  readonly ctx: VersionContext;
  readonly versions: readonly V[];
}

/** One annotation with all its concurrent versions; more than one version is a conflict to settle. */
export type AnnotationRecord = VersionedRecord<AnnotationVersion>;
