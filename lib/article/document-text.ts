import type { Block } from '../model/article';
import { kindOf } from './block-kind';
import { joinBlocks } from './join-blocks';
import { readPageBlocks } from './page-blocks';
import type { TextMap } from './text-map';

/**
 * The page's visible text: all blocks separated by `\n`, open shadow roots included, without scripts, styles,
 * templates and what the markup hides. The base (`document`) for notes outside of an article's own text.
 */
export function documentText(document: Document): TextMap & { readonly blocks: readonly Block[] } {
  const pageBlocks = readPageBlocks(document);
  const { map, spans } = joinBlocks(pageBlocks);
  return { ...map, blocks: spans.map((span, i) => ({ ...span, kind: kindOf(pageBlocks[i]!) })) };
}
