import type { BlockKind, ExtractedArticle } from '../model/article';
import { chooseBlocks } from './choose-blocks';
import { HINT } from './class-hints';
import { kindOf } from './document-text';
import { joinBlocks } from './join-blocks';
import { headlineBlock, metadataOf } from './metadata';
import { type PageBlock, readPageBlocks } from './page-blocks';
import { readableNodes } from './readable-region';
import type { TextMap } from './text-map';

/** An article and the way back from its text to the live page. */
export interface LiveArticle {
  readonly article: ExtractedArticle;
  readonly map: TextMap;
}

/**
 * The article of a page: its body blocks with their live text nodes, and its metadata. Never changes the page, never
 * throws; null only where the page has no text at all.
 */
export function extractArticle(document: Document, url: string): LiveArticle | null {
  const blocks = readPageBlocks(document);
  if (blocks.length === 0) return null;
  const kept = chooseBlocks(blocks, readableNodes(document), headlineBlock(document, blocks));
  const chosen = kept.map((i) => blocks[i]!);
  const { map, spans } = joinBlocks(chosen);
  const metadata = metadataOf(document, url, blocks, { first: kept[0] ?? -1, last: kept.at(-1) ?? -1 });
  return {
    article: {
      ...metadata,
      url,
      text: map.text,
      blocks: spans.map((span, i) => ({ ...span, kind: bodyKind(chosen[i]!, i === 0) })),
    },
    map,
  };
}

function bodyKind(block: PageBlock, isFirst: boolean): BlockKind {
  const kind = kindOf(block);
  const isStandfirst = isFirst && block.nearHints & HINT.lead && !(block.nearHints & HINT.body);
  return isStandfirst && kind !== 'list' ? 'standfirst' : kind;
}
