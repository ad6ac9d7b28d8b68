import { type Box, type FramePlace, framePlace, pointToTop, toTop } from '../frames/frame-place';
import { documentOf, ifReachable, windowOf } from '../frames/frame-tree';

/** Where a claim's bar goes: beside the column that its text stands in. */
export interface BarPlace {
  readonly id: string;
  /** The column's edge on the side where lines begin. */
  readonly edge: number;
  readonly isRtl: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly element: Element;
}

/** Where the documents of some ranges lie in the page's own; null for that itself. Holds as long as nothing moves. */
export type Places = Map<Document, FramePlace | null>;

function placeOf(range: Range, places: Places): FramePlace | null {
  const document = documentOf(range);
  if (!document) return null;
  const known = places.get(document);
  if (known !== undefined) return known;
  const place = framePlace(document);
  places.set(document, place);
  return place;
}

/** The boxes of a range in its own viewport that are not empty; none where its frame is gone, at which Firefox throws. */
function ownBoxes(range: Range): readonly DOMRect[] {
  const boxes = ifReachable(() => [...range.getClientRects()], []);
  return boxes.filter(({ width, height }) => width > 0 && height > 0);
}

/**
 * The boxes of the lines that ranges cover, in the viewport of the page, also of text in its frames, cut to what can be seen of
 * these; empty boxes (hidden text, lone line feeds) are left out.
 */
export function lineBoxes(ranges: readonly Range[], places: Places = new Map()): Box[] {
  return ranges.flatMap((range): readonly Box[] => {
    const boxes = ownBoxes(range);
    const place = boxes.length > 0 ? placeOf(range, places) : null;
    if (!place) return boxes;
    return boxes
      .map((box) => toTop(place, box))
      .filter(({ left, top, right, bottom }) => right > left && bottom > top);
  });
}

/** The box around a range in the viewport of the page, whether it can be seen or not. */
export function rangeBox(range: Range): Box {
  const box = range.getBoundingClientRect();
  const document = documentOf(range);
  if (!document) return box;
  const { x: left, y: top } = pointToTop(document, box.left, box.top);
  const { x: right, y: bottom } = pointToTop(document, box.right, box.bottom);
  return { left, top, right, bottom };
}

/** The element that holds a range's first text; the host where that stands in a shadow root itself; null in a gone frame. */
export function elementOf(range: Range): Element | null {
  return ifReachable(() => {
    const node: Node = range.startContainer;
    if (node.nodeType === 1) return node as Element;
    return node.parentElement ?? (node.parentNode as Partial<ShadowRoot> | null)?.host ?? null;
  }, null);
}

/** The nearest ancestor that is laid out as a box of its own: the paragraph, not the link inside it. */
function columnOf(view: Window, element: Element): Element {
  let at = element;
  for (let depth = 0; depth < 20; depth++) {
    const { display } = view.getComputedStyle(at);
    const parent = at.parentElement;
    if (!display.startsWith('inline') && display !== 'contents') return at;
    if (!parent) return at;
    at = parent;
  }
  return at;
}

/** Measures where the bar of a claim belongs; null where nothing of it is visible. Reads layout, writes nothing. */
export function placeBar(window: Window, id: string, ranges: readonly Range[]): BarPlace | null {
  const places: Places = new Map();
  const boxes = lineBoxes(ranges, places);
  const first = ranges[0];
  const element = first ? elementOf(first) : null;
  if (boxes.length === 0 || !first || !element) return null;
  const view = windowOf(element.ownerDocument) ?? window;
  const column = columnOf(view, element);
  const style = view.getComputedStyle(column);
  const isRtl = style.direction === 'rtl';
  const box = column.getBoundingClientRect();
  const padding = Number.parseFloat(isRtl ? style.paddingRight : style.paddingLeft) || 0;
  const edge = isRtl ? box.right - padding : box.left + padding;
  const { left, scale } = placeOf(first, places) ?? { left: 0, scale: 1 };
  return {
    id,
    edge: left + edge * scale,
    isRtl,
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    element,
  };
}

/** Gives each bar the first lane, counted from the text outwards, in which it touches no other. */
export function assignLanes(places: readonly BarPlace[], lanes: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]!.top - places[b]!.top);
  const chosen = new Array<number>(places.length).fill(0);
  const taken: { lane: number; place: BarPlace }[] = [];
  for (const i of order) {
    const place = places[i]!;
    const blocked = new Set(
      taken
        .filter((other) => other.place.bottom > place.top && Math.abs(other.place.edge - place.edge) < 20)
        .map((other) => other.lane),
    );
    let lane = 0;
    while (lane < lanes - 1 && blocked.has(lane)) lane++;
    chosen[i] = lane;
    taken.push({ lane, place });
  }
  return chosen;
}
