import { type NodeReader, readerFor } from './node-reader';
import { RegionFinder } from './region-finder';

/**
 * Beyond this many elements Readability (which is quadratic in places) would block the page for seconds; the block filter
 * then decides without it.
 */
const MAX_ELEMENTS = 30_000;
/** Readability's own threshold: less text than this and it tries again, more leniently. */
const ENOUGH_CHARACTERS = 500;

// Readability's FLAG_STRIP_UNLIKELYS, FLAG_WEIGHT_CLASSES, FLAG_CLEAN_CONDITIONALLY, in the order it gives them up.
const ATTEMPTS = [7, 6, 4, 0] as const;

/** Attributes by which form controls and images shadow the DOM of their form or document. */
const CLOBBERING = 'input,button,select,textarea,output,fieldset,object,img,form,embed,iframe';

/** Of `NodeFilter`, which is no global in every realm. */
const SHOW_TEXT = 4;

/** What Readability takes for the article. */
export interface ReadableRegion {
  readonly live: ReadonlySet<Text>;
  /** Characters, white space aside, in text that Readability made and that has no live node. */
  readonly lost: number;
}

const NO_REGION: ReadableRegion = { live: new Set(), lost: 0 };

/**
 * The live text nodes that Readability takes for the article; empty if it finds none, fails or the page is too large.
 * It works on a clone, node by node remembered, so the live page is never touched. Its retries rebuild the page from
 * a string, which would lose the way back to the live nodes: each attempt gets a fresh clone instead. An attempt that
 * gives `enough` characters is the last.
 */
export function readableRegion(document: Document, enough: number = ENOUGH_CHARACTERS): ReadableRegion {
  let best = NO_REGION;
  if (readerFor(document).countTags(document, '*') > MAX_ELEMENTS) return best;
  let bestLength = 0;
  for (const flags of ATTEMPTS) {
    const region = attempt(document, flags);
    let length = 0;
    for (const node of region.live) length += node.data.trim().length;
    if (length > bestLength) {
      best = region;
      bestLength = length;
    }
    if (length >= enough) return region;
  }
  return best;
}

function attempt(document: Document, flags: number): ReadableRegion {
  const reader = readerFor(document);
  try {
    const copy = cloneWithMap(document, reader);
    const content = new RegionFinder(copy.document, flags).find();
    return content ? collectLive(content, copy, reader) : NO_REGION;
  } catch {
    // Hostile or broken markup: the block filter goes on without a region.
    return NO_REGION;
  }
}

interface Copy {
  readonly document: Document;
  readonly live: ReadonlyMap<Node, Text>;
}

/** Both trees are walked by their text nodes alone, which the browser finds itself. */
function cloneWithMap(document: Document, reader: NodeReader): Copy {
  const prototype = Object.getPrototypeOf(document) as Document;
  const copy = prototype.cloneNode.call(document, true) as Document;
  const walk = (of: Document) => prototype.createTreeWalker.call(of, of, SHOW_TEXT);
  const live = new Map<Node, Text>();
  const originals = walk(document);
  const copies = walk(copy);
  for (;;) {
    const [original, copied] = [originals.nextNode(), copies.nextNode()];
    if (!original || !copied) break;
    live.set(copied, original as Text);
  }
  disarm(copy, reader);
  return { document: copy, live };
}

/** Removes from the clone what clobbers Readability's reads. */
function disarm(copy: Document, reader: NodeReader): void {
  const prototype = Object.getPrototypeOf(reader.root(copy)) as Element;
  for (const element of reader.select(copy, '[name]')) prototype.removeAttribute.call(element, 'name');
  for (const element of reader.select(copy, CLOBBERING)) prototype.removeAttribute.call(element, 'id');
}

function collectLive(content: Node, copy: Copy, reader: NodeReader): ReadableRegion {
  const kept = new Set<Text>();
  let lost = 0;
  const stack: Node[] = [content];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const live = copy.live.get(node);
    if (live) kept.add(live);
    else if (reader.type(node) === 3) lost += reader.text(node).replace(/\s+/g, '').length;
    const next = node === content ? null : reader.next(node);
    if (next) stack.push(next);
    const first = reader.first(node);
    if (first) stack.push(first);
  }
  return { live: kept, lost };
}
