import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../lib/marks/dimmer';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('the holes in the veil', () => {
  it('joins the pieces of one line and keeps gaps between them', () => {
    expect(joinLines([box(10, 0, 50, 20), box(50, 1, 90, 20), box(200, 0, 240, 20)])).toEqual([
      box(10, 0, 90, 20),
      box(200, 0, 240, 20),
    ]);
  });

  it('cuts lines that reach into the next, which would be covered again', () => {
    expect(joinLines([box(0, 0, 100, 22), box(0, 20, 100, 42)])).toEqual([
      box(0, 0, 100, 20),
      box(0, 20, 100, 42),
    ]);
  });

  it('never gives two holes that overlap', () => {
    const boxes = fc.array(
      fc.record({
        left: fc.integer({ min: 0, max: 400 }),
        line: fc.integer({ min: 0, max: 9 }),
        width: fc.integer({ min: 1, max: 200 }),
        height: fc.integer({ min: 16, max: 24 }),
      }),
    );
    fc.assert(
      fc.property(boxes, (items) => {
        const holes = joinLines(
          items.map(({ left, line, width, height }) =>
            box(left, line * 20, left + width, line * 20 + height),
          ),
        );
        const overlap = holes.some((a, i) =>
          holes.some(
            (b, j) => i < j && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
          ),
        );
        return !overlap;
      }),
      { seed: 20261127 },
    );
  });
});
