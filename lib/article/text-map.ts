import { frameOf, ifReachable, windowOf } from '../frames/frame-tree';
import type { Span } from '../model/span';
import { type NodeReader, readerFor } from './node-reader';

/**
 * A text and the live nodes it was read from. Offsets are UTF-16 units into `text`. Runs of white space are one space
 * in the text, blocks are separated by `\n`; every other character stands for exactly one character of one text node.
 */
export interface TextMap {
  readonly text: string;
  /** Whether some of it stands in frames of the page. */
  readonly isFramed: boolean;
  /**
   * Live ranges of a span, one per contiguous run, so that nothing between (furniture, another block) is included.
   * Empty when the nodes are gone, their frame has gone elsewhere, or their text has changed.
   */
  toRanges(span: Span): Range[];
  /** Offsets of a selection, clamped to this text; null if it touches nothing of it. */
  toSpan(range: AbstractRange): Span | null;
  /** Offset of a caret in one of the mapped text nodes, or null. */
  spanAt(node: Node, offset: number): number | null;
  /** Whether all mapped nodes still stand in a document and still are long enough. */
  isAlive(): boolean;
}

/**
 * A stretch of text that maps one to one: `text[at … at+length)` is `node.data[from … from+length)`, white space
 * aside. `joined` means: nothing but collapsed white space lies between this run and the one before.
 */
export interface Run {
  readonly node: Text;
  readonly at: number;
  readonly from: number;
  readonly length: number;
  readonly joined: boolean;
}

// Bits of Node.compareDocumentPosition.
const PRECEDING = 2;
const FOLLOWING = 4;
const CONTAINED_BY = 16;

/** Builds the map of a text from its runs, which are in the order of the text and do not overlap. */
export function createTextMap(text: string, runs: readonly Run[]): TextMap {
  const byNode = indexByNode(runs);
  const framed = framedIn(runs);
  const isAlive = () =>
    runs.every((run) => isThere(run.node, framed) && run.node.length >= run.from + run.length);
  return {
    text,
    isFramed: framed.size > 0,
    toRanges: (span) => ifReachable(() => toRanges(text, runs, framed, span), []),
    toSpan: (range) => ifReachable(() => toSpan(runs, byNode, range), null),
    spanAt: (node, offset) => {
      const found = byNode.get(node);
      return found ? offsetInNode(runs, found, offset) : null;
    },
    isAlive: () => ifReachable(isAlive, false),
  };
}

/** The documents of the text that stand in frames. */
type Framed = ReadonlySet<Document>;

function framedIn(runs: readonly Run[]): Framed {
  const documents = new Set(runs.map(({ node }) => node.ownerDocument));
  return new Set([...documents].filter((document) => frameOf(document) !== null));
}

/** Nodes stay connected in the document that a frame has left; that document has no window any more. */
function isThere(node: Text, framed: Framed): boolean {
  if (!node.isConnected) return false;
  return framed.size === 0 || !framed.has(node.ownerDocument) || windowOf(node.ownerDocument) !== null;
}

type NodeRuns = readonly [first: number, last: number];

function indexByNode(runs: readonly Run[]): Map<Node, NodeRuns> {
  const index = new Map<Node, NodeRuns>();
  runs.forEach((run, i) => {
    index.set(run.node, [index.get(run.node)?.[0] ?? i, i]);
  });
  return index;
}

/** Index of the first run that ends behind `offset`; `runs.length` if there is none. */
function firstRunBehind(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.at + run.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface OpenRange {
  readonly startNode: Text;
  readonly startOffset: number;
  endNode: Text;
  endOffset: number;
}

function toRanges(text: string, runs: readonly Run[], framed: Framed, span: Span): Range[] {
  const open: OpenRange[] = [];
  for (let i = firstRunBehind(runs, span.start); i < runs.length; i++) {
    const run = runs[i]!;
    if (run.at >= span.end) break;
    const start = Math.max(span.start, run.at);
    const end = Math.min(span.end, run.at + run.length);
    if (start >= end || !stillSame(text, run, framed, start, end)) return [];
    const last = open.at(-1);
    if (run.joined && last) {
      last.endNode = run.node;
      last.endOffset = run.from + end - run.at;
    } else {
      open.push({
        startNode: run.node,
        startOffset: run.from + start - run.at,
        endNode: run.node,
        endOffset: run.from + end - run.at,
      });
    }
  }
  return open.map(toLiveRange);
}

function stillSame(text: string, run: Run, framed: Framed, start: number, end: number): boolean {
  const { node } = run;
  if (!isThere(node, framed)) return false;
  const live = node.data.slice(run.from + start - run.at, run.from + end - run.at);
  const own = text.slice(start, end);
  return live === own || live.replace(/\s/g, ' ') === own;
}

function toLiveRange(open: OpenRange): Range {
  // `ownerDocument` of a text node cannot be clobbered, and `createRange` only on the document: take the prototype's.
  const document = open.startNode.ownerDocument;
  const prototype = Object.getPrototypeOf(document) as Document;
  const range = prototype.createRange.call(document);
  range.setStart(open.startNode, open.startOffset);
  range.setEnd(open.endNode, open.endOffset);
  return range;
}

/** Text offset of a position in a mapped node: inside collapsed white space it is the next run's beginning. */
function offsetInNode(runs: readonly Run[], [first, last]: NodeRuns, offset: number): number {
  for (let i = first; i <= last; i++) {
    const run = runs[i]!;
    if (offset < run.from) return run.at;
    if (offset <= run.from + run.length) return run.at + offset - run.from;
  }
  const run = runs[last]!;
  return run.at + run.length;
}

function toSpan(runs: readonly Run[], byNode: Map<Node, NodeRuns>, range: AbstractRange): Span | null {
  if (runs.length === 0) return null;
  const start = boundary(runs, byNode, range.startContainer, range.startOffset, 'start');
  const end = boundary(runs, byNode, range.endContainer, range.endOffset, 'end');
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Offset of the first mapped character at or after a position (`start`), or behind the last one before it (`end`). */
function boundary(
  runs: readonly Run[],
  byNode: Map<Node, NodeRuns>,
  container: Node,
  offset: number,
  side: 'start' | 'end',
): number | null {
  const found = byNode.get(container);
  if (found) return boundaryInNode(runs, found, offset, side);
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareToPosition(runs[middle]!.node, container, offset);
    if (order === null) return null;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  // Runs below `low` lie before the position, the others behind it.
  if (side === 'start') return low < runs.length ? runs[low]!.at : null;
  const before = runs[low - 1];
  return before ? before.at + before.length : null;
}

function boundaryInNode(
  runs: readonly Run[],
  [first, last]: NodeRuns,
  offset: number,
  side: 'start' | 'end',
): number | null {
  if (side === 'start') {
    for (let i = first; i <= last; i++) {
      const run = runs[i]!;
      if (offset < run.from + run.length) return run.at + Math.max(0, offset - run.from);
    }
    return runs[last + 1]?.at ?? null;
  }
  for (let i = last; i >= first; i--) {
    const run = runs[i]!;
    if (offset > run.from) return run.at + Math.min(run.length, offset - run.from);
  }
  const before = runs[first - 1];
  return before ? before.at + before.length : null;
}

/** The element that a tree hangs on: the frame of a document, the host of a shadow root (which no page can clobber). */
function hostOf(root: Node, reader: NodeReader): Node | null {
  return reader.type(root) === 9 ? frameOf(root as Document) : ((root as Partial<ShadowRoot>).host ?? null);
}

/** −1 if `node` lies before the position, 1 if behind it, null if they share no tree (hosts and frames are climbed). */
function compareToPosition(node: Text, container: Node, offset: number): -1 | 1 | null {
  // Methods of a text node cannot be clobbered by the page, those of the container can.
  const rootOf = (n: Node): Node => node.getRootNode.call(n);
  const reader = readerFor(node.ownerDocument);
  const hosts = new Map<Node, Node>();
  for (let n: Node | null = node; n; ) {
    const root: Node = rootOf(n);
    hosts.set(root, n);
    n = hostOf(root, reader);
  }
  let position = { container, offset };
  for (let depth = 0; depth < 20; depth++) {
    const root = rootOf(position.container);
    const peer = hosts.get(root);
    if (peer) return compareInTree(node, peer, position.container, position.offset);
    const host = hostOf(root, reader);
    if (!host) return null;
    position = { container: host, offset: 0 };
  }
  return null;
}

function compareInTree(text: Text, node: Node, container: Node, offset: number): -1 | 1 {
  if (node === container) return 1;
  const relation = text.compareDocumentPosition.call(container, node);
  if (relation & CONTAINED_BY) {
    const child = childAt(text.ownerDocument, container, offset);
    if (!child) return -1;
    if (child === node) return 1;
    return text.compareDocumentPosition.call(child, node) & PRECEDING ? -1 : 1;
  }
  return relation & FOLLOWING ? 1 : -1;
}

function childAt(document: Document, container: Node, offset: number): Node | null {
  const reader = readerFor(document);
  let child = reader.first(container);
  for (let i = 0; i < offset && child; i++) child = reader.next(child);
  return child;
}
