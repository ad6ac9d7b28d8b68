import type { NodeReader } from './node-reader';

/** Breaks, and characters of text, from which on an element may hold a story. */
const MANY = 8;
const LONG = 1_500;
/** Verses and addresses have shorter lines on average. */
const LINE = 40;
const MOST = 2_000;

/**
 * Whether most of a page's text stands in one element, between line breaks and hardly linked: stories of old pages, which have no
 * paragraphs. Forums write so, too, but hold many such elements.
 */
export function isBrokenStory(document: Document, reader: NodeReader): boolean {
  if (reader.countTags(document, 'br') < MANY) return false;
  const counts = new Map<Node, number>();
  let best: Node | null = null;
  for (const br of reader.tags(document, 'br', MOST)) {
    const parent = reader.parent(br)!;
    const count = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, count);
    if (!best || count > counts.get(best)!) best = parent;
  }
  const body = reader.body(document);
  const breaks = best ? counts.get(best)! : 0;
  if (!best || !body || breaks < MANY) return false;
  const text = lengthOf(best, reader);
  let linked = 0;
  for (const link of reader.select(best as Element, 'a')) linked += lengthOf(link, reader);
  return text >= Math.max(LONG, breaks * LINE) && linked <= text / 10 && text * 2 >= lengthOf(body, reader);
}

function lengthOf(node: Node, reader: NodeReader): number {
  return reader.text(node).replace(/\s+/g, ' ').length;
}
