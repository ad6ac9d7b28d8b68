import { placeBlocks } from '../anchoring/block-path';
import { documentText } from '../article/document-text';
import { extractArticle } from '../article/extract-article';
import { readMetadata } from '../article/metadata';
import type { TextMap } from '../article/text-map';
import type { ExtractedArticle } from '../model/article';

/** A text of the page with its live nodes: the article's own, or everything visible on the page. */
export interface PageReading {
  readonly base: 'article' | 'document';
  readonly article: ExtractedArticle;
  readonly map: TextMap;
}

/** Takes the article's text; null where the page has none. */
export function readArticle(document: Document, url: string): PageReading | null {
  const live = extractArticle(document, url);
  if (live === null) return null;
  const article = { ...live.article, blocks: placeBlocks(live.map, live.article.blocks) };
  return { base: 'article', article, map: live.map };
}

/** Takes the page's whole visible text, for notes outside an article and on pages that are none. */
export function readDocument(document: Document, url: string): PageReading {
  const map = documentText(document);
  const article = {
    ...readMetadata(document, url),
    url,
    text: map.text,
    blocks: placeBlocks(map, map.blocks),
  };
  return { base: 'document', article, map };
}
