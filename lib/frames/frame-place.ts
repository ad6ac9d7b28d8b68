import { documentIn, frameOf } from './frame-tree';

/** A box in CSS pixels of a viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a frame's own viewport lies in the top one: an offset, a scale, and the part of it that can be seen. */
export interface FramePlace {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
  readonly seen: Box;
}

/** Where the viewport of `frame` lies in that of the document which the frame element stands in: inside of its border. */
function placeIn(frame: HTMLElement): FramePlace {
  const rect = frame.getBoundingClientRect();
  const scale = rect.width / frame.offsetWidth || 1;
  const left = rect.left + frame.clientLeft * scale;
  const top = rect.top + frame.clientTop * scale;
  const right = left + frame.clientWidth * scale;
  const bottom = top + frame.clientHeight * scale;
  return { left, top, scale, seen: { left, top, right, bottom } };
}

/** Where the viewport of a document in a frame lies in the top one; null for the top document itself. Reads layout. */
export function framePlace(document: Document): FramePlace | null {
  const frame = frameOf(document) as HTMLElement | null;
  if (!frame) return null;
  const inner = placeIn(frame);
  const outer = framePlace(frame.ownerDocument);
  if (!outer) return inner;
  const { x, y } = pointAt(outer, inner.left, inner.top);
  return { left: x, top: y, scale: inner.scale * outer.scale, seen: toTop(outer, inner.seen) };
}

function pointAt({ left, top, scale }: FramePlace, x: number, y: number) {
  return { x: left + x * scale, y: top + y * scale };
}

/** A box of a frame's viewport in the top one, cut to what can be seen of the frame. Empty boxes have no right side. */
export function toTop(place: FramePlace, { left, top, right, bottom }: Box): Box {
  const { seen } = place;
  const first = pointAt(place, left, top);
  const last = pointAt(place, right, bottom);
  return {
    left: Math.max(first.x, seen.left),
    top: Math.max(first.y, seen.top),
    right: Math.min(last.x, seen.right),
    bottom: Math.min(last.y, seen.bottom),
  };
}

/** A point of a frame's viewport in the top one. */
export function pointToTop(
  document: Document,
  x: number,
  y: number,
): { readonly x: number; readonly y: number } {
  const place = framePlace(document);
  return place ? pointAt(place, x, y) : { x, y };
}

/** A point of a document's viewport in that of the document in the frame that is shown there; null where there is no frame. */
export function pointInto(
  frame: Element | null | undefined,
  x: number,
  y: number,
): { readonly document: Document; readonly x: number; readonly y: number } | null {
  const document = documentIn(frame);
  if (!document) return null;
  const { left, top, scale } = placeIn(frame as HTMLElement);
  return { document, x: (x - left) / scale, y: (y - top) / scale };
}
