import type { Block } from '../model/article';

/**
 * The blocks of plain text: one paragraph per line that is not blank, with UTF-16 offsets into `text`,
 * without the white space around it. Line ends may be `\n`, `\r\n` or `\r`.
 */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.matchAll(/[^\n\r]+/g)) {
    const trimmed = line[0].trim();
    if (!trimmed) continue;
    const start = line.index + line[0].indexOf(trimmed);
    blocks.push({ kind: 'paragraph', start, end: start + trimmed.length });
  }
  return blocks;
}
