// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { LineDrawer } from '../../../lib/marks/line-drawer';

const BOX = { left: 10, top: 20, right: 60, bottom: 38, width: 50, height: 18 } as DOMRect;
const ORIGIN = { left: 2, top: 3 } as DOMRect;

/** A range with boxes of its own: jsdom lays nothing out. */
function rangeWith(boxes: readonly DOMRect[]): Range {
  const range = document.createRange();
  range.selectNodeContents(document.body);
  range.getClientRects = () => boxes as unknown as DOMRectList;
  return range;
}

function drawer() {
  const layer = document.createElement('div');
  return { layer, drawer: new LineDrawer(window, layer) };
}

const boxesIn = (layer: HTMLElement) => [...layer.querySelectorAll<HTMLElement>('.lines > div')];

describe('drawing marks ourselves', () => {
  it('gives every line of a mark a box at its place, with the look of its kind', () => {
    const { layer, drawer: lines } = drawer();
    lines.draw([{ name: 'h3', ranges: [rangeWith([BOX, BOX])] }], ORIGIN);
    const boxes = boxesIn(layer);
    expect(boxes).toHaveLength(2);
    const { left, top, width, height, borderBottomStyle } = boxes[0]!.style;
    expect({ left, top, width, height }).toEqual({ left: '8px', top: '17px', width: '50px', height: '18px' });
    expect(borderBottomStyle).toBe('dotted');
  });

  it('tells the kinds apart by their lines alone', () => {
    const { layer, drawer: lines } = drawer();
    const names = ['h1', 'h2', 'h3', 'h4', 'h5'] as const;
    lines.draw(
      names.map((name) => ({ name, ranges: [rangeWith([BOX])] })),
      ORIGIN,
    );
    const looks = boxesIn(layer).map(({ style }) => `${style.borderBottomWidth} ${style.borderBottomStyle}`);
    expect(new Set(looks).size).toBe(names.length);
  });

  it('replaces what was drawn, leaves out what is not visible, and takes everything away', () => {
    const { layer, drawer: lines } = drawer();
    lines.draw([{ name: 'h7', ranges: [rangeWith([BOX])] }], ORIGIN);
    lines.draw(
      [{ name: 'h7', ranges: [rangeWith([]), rangeWith([{ ...BOX, width: 0 } as DOMRect])] }],
      ORIGIN,
    );
    expect(boxesIn(layer)).toEqual([]);
    lines.draw([{ name: 'h7', ranges: [rangeWith([BOX])] }], ORIGIN);
    lines.clear();
    expect(boxesIn(layer)).toEqual([]);
  });

  it('draws no more boxes than an article could need', () => {
    const { layer, drawer: lines } = drawer();
    lines.draw([{ name: 'h1', ranges: Array.from({ length: 7000 }, () => rangeWith([BOX])) }], ORIGIN);
    expect(boxesIn(layer).length).toBeLessThanOrEqual(6001);
  });
});
