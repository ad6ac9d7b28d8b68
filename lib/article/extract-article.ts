import { assembleArticle, type LiveArticle } from './assemble-article';
import { decideArticle } from './decide-article';
import { surveyPage } from './survey-page';

/**
 * The article of a page: its body blocks with their live text nodes, and its metadata. Never changes the page, never
 * throws; null only where the page has no text at all. In one go; the extension surveys in the page and decides in the
 * background.
 */
export function extractArticle(document: Document, url: string): LiveArticle | null {
  const { survey, blocks } = surveyPage(document, url);
  return assembleArticle(blocks, decideArticle(survey), url);
}
