import { pointInto } from '../frames/frame-place';
import type { Span } from '../model/span';

/** A mark's place in the page's text (UTF-16 offsets), under the id of what it marks. */
export interface MarkInterval extends Span {
  readonly id: string;
}

/** Marks made searchable by place. */
export interface MarkIntervals {
  /** Text offset of a position in the page, or null outside the text: `TextMap.spanAt`. */
  readonly offsetOf: (node: Node, offset: number) => number | null;
  /** Sorted by start. */
  readonly marks: readonly MarkInterval[];
  /** `reach[i]` is the largest end among the first i + 1 marks: where a search to the left may stop. */
  readonly reach: readonly number[];
}

/** Prepares marks for `markAt`. */
export function sortIntervals(
  marks: readonly MarkInterval[],
  offsetOf: MarkIntervals['offsetOf'],
): MarkIntervals {
  const sorted = [...marks].sort((a, b) => a.start - b.start || a.end - b.end);
  let far = 0;
  const reach = sorted.map(({ end }) => {
    far = Math.max(far, end);
    return far;
  });
  return { offsetOf, marks: sorted, reach };
}

/** The shortest mark that covers the character at text offset `at`, or null. Logarithmic where marks seldom overlap. */
export function markCovering({ marks, reach }: MarkIntervals, at: number): string | null {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  let best: MarkInterval | null = null;
  for (let i = low - 1; i >= 0 && reach[i]! > at; i--) {
    const mark = marks[i]!;
    if (mark.end <= at) continue;
    if (!best || mark.end - mark.start < best.end - best.start) best = mark;
  }
  return best?.id ?? null;
}

type CaretDocument = Document & {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots?: ShadowRoot[] },
  ): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
};

/** The open shadow roots that lie over one another at a point, the outermost first. */
function rootsAt(document: Document, x: number, y: number): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let root = document.elementFromPoint?.(x, y)?.shadowRoot;
  while (root && !roots.includes(root)) {
    roots.push(root);
    root = root.elementFromPoint(x, y)?.shadowRoot;
  }
  return roots;
}

interface Point {
  readonly document: CaretDocument;
  readonly x: number;
  readonly y: number;
}

/** Where a point of the page lies in the innermost of its own frames that is shown there. */
function innermost(point: Point): Point {
  let at = point;
  for (;;) {
    const { document, x, y } = at;
    const inner = pointInto((rootsAt(document, x, y).at(-1) ?? document).elementFromPoint?.(x, y), x, y);
    if (!inner) return at;
    at = inner;
  }
}

function caretAt({ document, x, y }: Point): readonly [Node, number] | null {
  const position = document.caretPositionFromPoint?.(x, y, { shadowRoots: rootsAt(document, x, y) });
  if (position) return [position.offsetNode, position.offset];
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : null;
}

/** Offset in a text node of the character under a point: the caret stands on either side of it, or far from it. */
function characterAt(node: Node, caret: number, x: number, y: number): number | null {
  const length = node.nodeValue?.length ?? 0;
  const range = node.ownerDocument!.createRange();
  for (const at of [caret, caret - 1]) {
    if (at < 0 || at >= length) continue;
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    for (const box of range.getClientRects()) {
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return at;
    }
  }
  return null;
}

/**
 * Id of the mark under a point of the viewport (CSS pixels), the innermost where marks overlap; null beside all marks,
 * also in the white space to which browsers attach the nearest caret.
 */
export function markAt(window: Window, x: number, y: number, intervals: MarkIntervals): string | null {
  const point = innermost({ document: window.document, x, y });
  const caret = caretAt(point);
  if (caret?.[0].nodeType !== 3) return null;
  const [node, offset] = caret;
  const at = characterAt(node, offset, point.x, point.y);
  const place = at === null ? null : intervals.offsetOf(node, at);
  return place === null ? null : markCovering(intervals, place);
}
