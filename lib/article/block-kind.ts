import type { BlockKind } from '../model/article';
import { type BlockFacts, IN } from './page-blocks';

/** The kind of a block by its markup alone. */
export function kindOf(block: BlockFacts): BlockKind {
  if (block.context & IN.heading) return 'subheading';
  if (block.context & IN.quote) return 'quote';
  return block.context & IN.list ? 'list' : 'paragraph';
}
