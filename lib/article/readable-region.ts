import { Readability } from '@mozilla/readability';
import { type NodeReader, readerFor } from './node-reader';

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
  if (readerFor(document).count(document, '*') > MAX_ELEMENTS) return best;
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
    const readability = new Readability<Node>(copy.document, {
      charThreshold: 1,
      disableJSONLD: true,
      serializer: (element) => element,
    });
    (readability as unknown as { _flags: number })._flags = flags;
    const content = readability.parse()?.content;
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

function cloneWithMap(document: Document, reader: NodeReader): Copy {
  const prototype = Object.getPrototypeOf(document) as Document;
  const copy = prototype.cloneNode.call(document, true) as Document;
  const live = new Map<Node, Text>();
  let a: Node | null = reader.root(document);
  let b: Node | null = reader.root(copy);
  const top = a;
  while (a && b) {
    if (reader.type(a) === 3) live.set(b, a as Text);
    const downA: Node | null = reader.first(a);
    const downB: Node | null = reader.first(b);
    if (downA && downB) {
      a = downA;
      b = downB;
      continue;
    }
    while (a && a !== top && !reader.next(a)) {
      a = reader.parent(a);
      b = b && reader.parent(b);
    }
    if (!a || a === top) break;
    a = reader.next(a);
    b = b && reader.next(b);
  }
  disarm(copy, reader);
  return { document: copy, live };
}

/** Removes from the clone what clobbers Readability's reads, and links that it would replace by new text nodes. */
function disarm(copy: Document, reader: NodeReader): void {
  const prototype = Object.getPrototypeOf(reader.root(copy)) as Element;
  for (const element of reader.select(copy, '[name]')) prototype.removeAttribute.call(element, 'name');
  for (const element of reader.select(copy, CLOBBERING)) prototype.removeAttribute.call(element, 'id');
  for (const link of reader.select(copy, 'a[href^="javascript:" i]'))
    prototype.removeAttribute.call(link, 'href');
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
