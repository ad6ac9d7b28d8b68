import type { PageBlock } from '../../lib/article/page-blocks';

const WORD = /[\p{L}\p{N}_]+/gu;

/**
 * Which share of each block stands in the reference text, 0…1, by its 4-grams; each 4-gram of the reference is used up
 * once, so that copies do not count. A block shorter than four words is looked up together with what stands before it.
 */
export function labelBlocks(
  blocks: readonly Pick<PageBlock, 'text'>[],
  reference: string,
): readonly number[] {
  const truth = reference.match(WORD) ?? [];
  const left = new Map<string, number>();
  for (let i = 0; i + 4 <= truth.length; i++) {
    const gram = truth.slice(i, i + 4).join(' ');
    left.set(gram, (left.get(gram) ?? 0) + 1);
  }
  const joined = ` ${truth.join(' ')} `;
  let tail: readonly string[] = [];
  return blocks.map(({ text }) => {
    const words = text.match(WORD) ?? [];
    let label = 0;
    if (words.length >= 4) label = gramShare(words, left);
    else if (words.length > 0 && joined.includes(` ${[...tail, ...words].join(' ')} `)) label = 1;
    if (label >= 0.5) tail = [...tail, ...words].slice(-3);
    return label;
  });
}

function gramShare(words: readonly string[], left: Map<string, number>): number {
  let found = 0;
  for (let i = 0; i + 4 <= words.length; i++) {
    const gram = words.slice(i, i + 4).join(' ');
    const count = left.get(gram) ?? 0;
    if (count > 0) {
      found++;
      left.set(gram, count - 1);
    }
  }
  return found / (words.length - 3);
}
