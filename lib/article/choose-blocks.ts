import { blockFeatures } from './block-features';
import { surveyBlocks } from './block-scene';
import { treesProbability } from './block-trees';
import { BLOCK_FILTER } from './block-weights';
import { type BlockFacts, IN } from './page-blocks';
import { trimBlocks } from './trim-blocks';

const FURNITURE = IN.nav | IN.footer | IN.form | IN.caption | IN.button | IN.dialog;

/** More blocks than this are judged by Readability alone: the reader must not wait for a page of that size. */
const MAX_BLOCKS = 20_000;

/**
 * Indexes of the blocks that make the article's body, in order, by a learned filter over all blocks of the page.
 * `readable` is the share of each block that Readability takes for the article, `title` the index of the headline's block or −1.
 * At least one block comes back where there is one.
 */
export function chooseBlocks(
  blocks: readonly BlockFacts[],
  readable: readonly number[],
  title: number,
): readonly number[] {
  const scene = surveyBlocks(blocks, readable, title);
  const scores =
    blocks.length > MAX_BLOCKS
      ? scene.readable
      : blocks.map((_block, i) =>
          i === title
            ? 0
            : treesProbability(
                BLOCK_FILTER.trees,
                blockFeatures(scene, i).map(([, value]) => value),
              ),
        );
  const likely = blocks.flatMap((_block, i) => (scores[i]! >= BLOCK_FILTER.threshold ? [i] : []));
  const kept = trimBlocks(blocks, readable, likely, title);
  return kept.length > 0 ? kept : longestBlocks(blocks);
}

/** Without any region: the running text of the page, or its longest block. */
function longestBlocks(blocks: readonly BlockFacts[]): readonly number[] {
  const isProse = (block: BlockFacts) => block.text.length > 80 && block.linkChars < block.text.length / 3;
  const prose = blocks.flatMap((block, i) => (isProse(block) && !(block.context & FURNITURE) ? [i] : []));
  if (prose.length > 0) return prose;
  let longest = 0;
  blocks.forEach((block, i) => {
    if (block.text.length > blocks[longest]!.text.length) longest = i;
  });
  return [longest];
}
