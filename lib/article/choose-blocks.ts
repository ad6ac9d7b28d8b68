import { HINT } from './class-hints';
import { IN, type PageBlock } from './page-blocks';

const FURNITURE = IN.nav | IN.footer | IN.form | IN.caption | IN.button | IN.dialog;
const FURNITURE_HINTS = HINT.share | HINT.newsletter | HINT.consent | HINT.bio | HINT.comment;

/**
 * Indexes of the blocks that make the article's body, in order. `readable` are the text nodes that Readability takes
 * for the article. At least one block comes back where there is one.
 */
export function chooseBlocks(blocks: readonly PageBlock[], readable: ReadonlySet<Text>): readonly number[] {
  const kept: number[] = [];
  blocks.forEach((block, i) => {
    if (readableShare(block, readable) < 0.5) return;
    if (block.context & FURNITURE || block.ownHints & FURNITURE_HINTS) return;
    kept.push(i);
  });
  return kept.length > 0 ? kept : longestBlocks(blocks);
}

/** Share of a block's characters that stand in the given text nodes, 0…1. */
export function readableShare(block: PageBlock, readable: ReadonlySet<Text>): number {
  let inside = 0;
  let all = 0;
  for (const run of block.runs) {
    all += run.length;
    if (readable.has(run.node)) inside += run.length;
  }
  return all > 0 ? inside / all : 0;
}

/** Without any region: the running text of the page, or its longest block. */
function longestBlocks(blocks: readonly PageBlock[]): readonly number[] {
  const isProse = (block: PageBlock) => block.text.length > 80 && block.linkChars < block.text.length / 3;
  const prose = blocks.flatMap((block, i) => (isProse(block) && !(block.context & FURNITURE) ? [i] : []));
  if (prose.length > 0) return prose;
  let longest = 0;
  blocks.forEach((block, i) => {
    if (block.text.length > blocks[longest]!.text.length) longest = i;
  });
  return [longest];
}
