import { placeBlocks } from '../anchoring/block-path';
import { assembleArticle } from '../article/assemble-article';
import type { ArticleDecision } from '../article/decide-article';
import { documentText } from '../article/document-text';
import type { PageSurvey } from '../article/page-survey';
import { surveyPage } from '../article/survey-page';
import type { TextMap } from '../article/text-map';
import type { ArticleMetadata, ExtractedArticle } from '../model/article';

/** A text of the page with its live nodes: the article's own, or everything visible on the page. */
export interface PageReading {
  readonly base: 'article' | 'document';
  readonly article: ExtractedArticle;
  readonly map: TextMap;
}

/** Has a survey decided by the background, which holds the weights. */
export type Decide = (survey: PageSurvey) => Promise<ArticleDecision>;

/** Takes the article's text where the page is one (`isArticle`) and has some, else the page's whole text. */
export async function readPage(
  document: Document,
  url: string,
  isArticle: boolean,
  decide: Decide,
): Promise<PageReading> {
  const { survey, blocks } = surveyPage(document, url, isArticle);
  const decision = await decide(survey);
  const live = isArticle ? assembleArticle(blocks, decision, url) : null;
  if (live === null) return readDocument(document, url, decision.metadata);
  const article = { ...live.article, blocks: placeBlocks(live.map, live.article.blocks) };
  return { base: 'article', article, map: live.map };
}

/** The metadata of a page whose article was not read. */
const UNDESCRIBED: ArticleMetadata = {
  title: null,
  authors: [],
  siteName: null,
  publishedTime: null,
  modifiedTime: null,
  section: null,
  lang: null,
  canonicalUrl: null,
  provenance: {},
};

/** Takes the page's whole visible text, for notes outside an article and on pages that are none. */
export function readDocument(
  document: Document,
  url: string,
  metadata: ArticleMetadata = UNDESCRIBED,
): PageReading {
  const map = documentText(document);
  const article = { ...metadata, url, text: map.text, blocks: placeBlocks(map, map.blocks) };
  return { base: 'document', article, map };
}

/** Whether a page that is read again is still the same, in text, address and nodes. */
export function isSameReading(now: PageReading | null, next: PageReading): boolean {
  return (
    now !== null &&
    now.article.text === next.article.text &&
    now.article.url === next.article.url &&
    now.map.isAlive()
  );
}
