import type { BlockFacts } from './page-blocks';

/** Texts that elements with one kind of author mark show; `isExact` marks hold a name alone. */
export interface MarkedTexts {
  readonly isExact: boolean;
  readonly texts: readonly string[];
}

/** A block with what Readability makes of it. */
export interface SurveyedBlock extends BlockFacts {
  /** Share of the block's characters that Readability takes for the article, 0…1. */
  readonly readable: number;
}

/**
 * Everything about a page that its article is decided from: plain data, so that the deciding (weights, phrases, names,
 * dates) can be done in the background and the page need not load it.
 */
export interface PageSurvey {
  readonly url: string;
  readonly documentTitle: string;
  readonly lang: string | null;
  readonly canonicalLinks: readonly (string | null)[];
  /** Sources of the page's JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** Names (property, name, itemprop in one string) and content of each `<meta>`. */
  readonly meta: readonly (readonly [names: string, content: string])[];
  readonly marked: readonly MarkedTexts[];
  /** What elements marked as dates show, in the order in which they are believed. */
  readonly times: readonly string[];
  readonly blocks: readonly SurveyedBlock[];
}
