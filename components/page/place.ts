/** Where a card stands: CSS pixels in the document's coordinates. */
export interface Place {
  readonly top: number;
  readonly left: number;
}

/** A passage's line in viewport coordinates (CSS pixels). */
export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Viewport {
  readonly scrollX: number;
  readonly scrollY: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 10;

/**
 * Places a card of the given size below a passage's last line, or above it where there is no room. Only in a window that has
 * room for it on neither side does it cover the line, so that all of it can be reached. `box` is in viewport coordinates.
 */
export function placeBeside(
  box: Box,
  size: { readonly width: number; readonly height: number },
  viewport: Viewport,
): Place {
  const below = box.bottom + GAP;
  const above = box.top - GAP - size.height;
  const isRoomBelow = below + size.height <= viewport.height;
  const top = isRoomBelow ? below : above > 0 ? above : insideOf(viewport, below, size.height);
  const rightmost = Math.max(GAP, viewport.width - size.width - GAP);
  const left = Math.min(Math.max(GAP, box.right - size.width / 2), rightmost);
  return { top: top + viewport.scrollY, left: left + viewport.scrollX };
}

/** How far down the top of something `height` high may be, so that it does not reach below the window; `top` where it does not. */
export function insideOf(viewport: Pick<Viewport, 'height'>, top: number, height: number): number {
  return Math.min(top, Math.max(GAP, viewport.height - height - GAP));
}

/** How large a card may be, so that all of it stands within the window and beside its scroll bars. */
export function largestIn({ width, height }: Pick<Viewport, 'width' | 'height'>) {
  return { maxWidth: `${width - 2 * GAP}px`, maxHeight: `${height - 2 * GAP}px` };
}

/** The part of the document that is in view: what is left of the window beside its scroll bars. */
export function viewportOf(window: Window): Viewport {
  const { scrollX, scrollY, innerWidth, innerHeight, document } = window;
  // In a page without a doctype it is the body that knows the window's size.
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  return { scrollX, scrollY, width: clientWidth || innerWidth, height: clientHeight || innerHeight };
}
