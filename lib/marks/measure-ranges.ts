/** A box in viewport coordinates (CSS pixels). */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

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

/** The boxes of the lines that ranges cover; empty boxes (hidden text, lone line feeds) are left out. */
export function lineBoxes(ranges: readonly Range[]): Box[] {
  return ranges.flatMap((range) =>
    [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0),
  );
}

/** The element that holds a range's first text. */
export function elementOf(range: Range): Element | null {
  const node: Node = range.startContainer;
  return node.nodeType === 1 ? (node as Element) : node.parentElement;
}

/** The nearest ancestor that is laid out as a box of its own: the paragraph, not the link inside it. */
function columnOf(window: Window, element: Element): Element {
  let at = element;
  for (let depth = 0; depth < 20; depth++) {
    const { display } = window.getComputedStyle(at);
    const parent = at.parentElement;
    if (!display.startsWith('inline') && display !== 'contents') return at;
    if (!parent) return at;
    at = parent;
  }
  return at;
}

/** Measures where the bar of a claim belongs; null where nothing of it is visible. Reads layout, writes nothing. */
export function placeBar(window: Window, id: string, ranges: readonly Range[]): BarPlace | null {
  const boxes = lineBoxes(ranges);
  const first = ranges[0];
  const element = first ? elementOf(first) : null;
  if (boxes.length === 0 || !element) return null;
  const column = columnOf(window, element);
  const style = window.getComputedStyle(column);
  const isRtl = style.direction === 'rtl';
  const box = column.getBoundingClientRect();
  const padding = Number.parseFloat(isRtl ? style.paddingRight : style.paddingLeft) || 0;
  return {
    id,
    edge: isRtl ? box.right - padding : box.left + padding,
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
