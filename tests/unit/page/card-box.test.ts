import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { placeBeside } from '../../../components/page/place';
import { passageBox } from '../../../lib/page/card-box';

const { document } = new JSDOM('<p>text').window;

const boxOf = (left: number, top: number, bottom: number) =>
  ({ left, top, right: left + 300, bottom, width: 300, height: bottom - top }) as DOMRect;

/** A range of lines that are 20 px high, given where each begins. */
function linesAt(...places: readonly (readonly [left: number, top: number])[]): Range {
  const boxes = places.map(([left, top]) => boxOf(left, top, top + 20));
  const range = document.createRange();
  range.getClientRects = () => boxes as unknown as DOMRectList;
  range.getBoundingClientRect = () => boxOf(50, boxes[0]!.top, boxes.at(-1)!.bottom);
  return range;
}

describe('where the card of a passage stands', () => {
  const card = { width: 340, height: 240 };
  const passage = [linesAt([100, 300], [50, 330]), linesAt([50, 360], [50, 390])];

  it('is below its last line', () => {
    const { top } = placeBeside(passageBox(passage)!, card, {
      scrollX: 0,
      scrollY: 0,
      width: 800,
      height: 900,
    });
    expect(top).toBeGreaterThanOrEqual(410);
  });

  it('is above all of it where there is no room below', () => {
    const { top } = placeBeside(passageBox(passage)!, card, {
      scrollX: 0,
      scrollY: 0,
      width: 800,
      height: 600,
    });
    expect(top).toBeGreaterThan(0);
    expect(top + card.height).toBeLessThanOrEqual(300);
  });

  it('is nowhere for a passage of which nothing is on the page', () => {
    expect(passageBox([])).toBeNull();
  });
});
