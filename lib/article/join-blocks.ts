import type { Span } from '../model/span';
import type { PageBlock } from './page-blocks';
import { createTextMap, type Run, type TextMap } from './text-map';

/** The blocks joined by one `\n`, mapped to their live nodes, with the span of each block in the joined text. */
export function joinBlocks(blocks: readonly PageBlock[]): {
  readonly map: TextMap;
  readonly spans: readonly Span[];
} {
  const texts: string[] = [];
  const runs: Run[] = [];
  const spans: Span[] = [];
  let at = 0;
  for (const block of blocks) {
    texts.push(block.text);
    for (const run of block.runs) runs.push({ ...run, at: run.at + at });
    spans.push({ start: at, end: at + block.text.length });
    at += block.text.length + 1;
  }
  return { map: createTextMap(texts.join('\n'), runs), spans };
}
