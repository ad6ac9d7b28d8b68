import type { PageBlock } from './page-blocks';

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
