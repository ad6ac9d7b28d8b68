import type { ExtractedArticle } from '../model/article';
import type { ArticleDecision } from './decide-article';
import { joinBlocks } from './join-blocks';
import type { PageBlock } from './page-blocks';
import type { TextMap } from './text-map';

/** An article and the way back from its text to the live page. */
export interface LiveArticle {
  readonly article: ExtractedArticle;
  readonly map: TextMap;
}

/**
 * Puts the article together from a page's live blocks and what was decided of them. Null where nothing was kept; indexes
 * that name no block are passed over.
 */
export function assembleArticle(
  blocks: readonly PageBlock[],
  { kept, metadata }: ArticleDecision,
  url: string,
): LiveArticle | null {
  const known = kept.filter(({ index }) => blocks[index] !== undefined);
  if (known.length === 0) return null;
  const { map, spans } = joinBlocks(known.map(({ index }) => blocks[index]!));
  const articleBlocks = spans.map((span, i) => ({ ...span, kind: known[i]!.kind }));
  return { article: { ...metadata, url, text: map.text, blocks: articleBlocks }, map };
}
