import type { Span } from './span';

/** What the detector says of a page. `maybe` is offered in the popup, never marked unasked. */
export type Verdict = 'article' | 'maybe' | 'no';

/** The detector's answer: `score` is a probability 0…1, `why` lists the signals that decided, strongest first. */
export interface Detection {
  readonly verdict: Verdict;
  readonly score: number;
  readonly why: readonly string[];
}

export type BlockKind = 'standfirst' | 'paragraph' | 'subheading' | 'list' | 'quote';

/** One body block; offsets are UTF-16 units into the article's text. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Tag names from the block up to the body, e.g. `p<div<article`: a hint for anchoring, never stored. */
  readonly path?: string;
}

/** The fields of an article that a page states about itself. */
export type MetadataField =
  | 'title'
  | 'authors'
  | 'siteName'
  | 'publishedTime'
  | 'modifiedTime'
  | 'section'
  | 'lang'
  | 'canonicalUrl';

/** What a page says of how its text is offered: a part of it only to subscribers; growing while it is read. */
export type ArticleFlag = 'paywall' | 'live-blog';

/** Where a metadata value was read; `reader`: corrected by hand, which no later visit overwrites. */
export type Provenance = 'json-ld' | 'meta' | 'visible' | 'document' | 'url' | 'reader';

/** The fields that a reader can correct. */
export const CORRECTABLE = ['title', 'authors', 'siteName', 'publishedTime'] as const;
export type CorrectableField = (typeof CORRECTABLE)[number];

/** Corrections by field: null goes back to what the page says, an empty text or list says that there is none. */
export interface ArticleCorrection {
  readonly title?: string | null;
  readonly authors?: readonly string[] | null;
  readonly siteName?: string | null;
  /** ISO 8601, as a page's dates. */
  readonly publishedTime?: string | null;
}

/** What a page states about its article. Dates are ISO 8601 as found; `null` rather than a guess. */
export interface ArticleMetadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly siteName: string | null;
  readonly publishedTime: string | null;
  readonly modifiedTime: string | null;
  readonly section: string | null;
  readonly lang: string | null;
  readonly canonicalUrl: string | null;
  /** Absent where the page states none. */
  readonly flags?: readonly ArticleFlag[];
  readonly provenance: Readonly<Partial<Record<MetadataField | ArticleFlag, Provenance>>>;
}

/**
 * The article of a page as plain data, the way it travels from the page to the background.
 * `text` is the body's blocks joined by one `\n`, without headline and captions.
 */
export interface ExtractedArticle extends ArticleMetadata {
  readonly url: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** One state of an article's text that the reader annotated. `hash` is the SHA-256 of `text` in hex. */
export interface ArticleVersion {
  readonly hash: string;
  readonly seenAt: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly skeleton: readonly BlockPrint[];
}

/** Fingerprint of a block for aligning two versions: 32-bit simhash in hex, length in UTF-16 units. */
export interface BlockPrint {
  readonly simhash: string;
  readonly length: number;
}

/** An article the reader keeps. `key` is its normalised location (see `articleKey`). */
export interface ArticleRecord extends ArticleMetadata {
  readonly key: string;
  readonly urls: readonly string[];
  readonly versions: readonly ArticleVersion[];
  /** The reading history has it: the reader has neither kept it nor written on it. */
  readonly onlyRead?: true;
}
