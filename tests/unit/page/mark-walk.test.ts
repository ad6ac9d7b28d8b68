import { describe, expect, it } from 'vitest';
import type { PageMark } from '../../../lib/page/collect-marks';
import { MarkWalk } from '../../../lib/page/mark-walk';

const mark = (kind: PageMark['kind'], id: string, mention = 0): PageMark => ({
  kind,
  id,
  mention,
  highlight: 'h1',
  base: 'article',
  spans: [],
  ranges: [{ name: `${kind} ${id} ${mention}` } as unknown as Range],
});

const MARKS = [
  mark('actor', 'a1'),
  mark('claim', 'c1'),
  mark('actor', 'a1', 1),
  mark('note', 'n1'),
  mark('claim', 'c2'),
];

/** A walk on a page of which the marks from `first` to `last` are in view. */
function walkOn(marks: readonly PageMark[], [first, last] = [0, marks.length - 1]) {
  const view = { first: first!, last: last! };
  const walk = new MarkWalk(
    () => marks,
    ([range]) => {
      const at = marks.findIndex((each) => each.ranges[0] === range);
      return at < view.first ? -1 : at > view.last ? 1 : 0;
    },
  );
  return { walk, view };
}

describe('going from mark to mark', () => {
  it('begins at the first, or at the last where it goes backwards', () => {
    expect(walkOn(MARKS).walk.step(1, null)).toBe(MARKS[0]);
    expect(walkOn(MARKS).walk.step(-1, null)).toBe(MARKS[4]);
  });

  it('tells the mentions of an actor apart and goes on at the beginning behind the end', () => {
    const { walk } = walkOn(MARKS);
    expect(Array.from({ length: 6 }, () => walk.step(1, null))).toEqual([...MARKS, MARKS[0]]);
  });

  it('goes to the next of one kind, from wherever it came to last', () => {
    const { walk } = walkOn(MARKS);
    const way = [walk.step(1, 'claim'), walk.step(1, 'actor'), walk.step(1, 'claim'), walk.step(1, 'claim')];
    expect(way).toEqual([MARKS[1], MARKS[2], MARKS[4], MARKS[1]]);
    expect(walk.step(-1, 'actor')).toBe(MARKS[0]);
    expect(walk.step(-1, 'actor')).toBe(MARKS[2]);
  });

  it('begins where the reader is reading, and again there after scrolling away', () => {
    const { walk, view } = walkOn(MARKS, [2, 3]);
    expect(walk.step(1, 'claim')).toBe(MARKS[4]);
    view.last = 4;
    expect(walk.step(-1, 'actor')).toBe(MARKS[2]);
    [view.first, view.last] = [0, 1];
    expect(walk.step(1, 'claim'), 'the reader has gone back up').toBe(MARKS[1]);
  });

  it('goes backwards from what is in view to what is above', () => {
    expect(walkOn(MARKS, [3, 4]).walk.step(-1, 'claim')).toBe(MARKS[1]);
  });

  it('goes on from the same mark after the marks were drawn anew', () => {
    let drawn: readonly PageMark[] = MARKS;
    const walk = new MarkWalk(
      () => drawn,
      () => 0,
    );
    walk.step(1, null);
    drawn = MARKS.map((each) => ({ ...each }));
    expect(walk.step(1, null)).toBe(drawn[1]);
  });

  it('goes nowhere on a page without marks, or without marks of the kind', () => {
    expect(walkOn([]).walk.step(1, null)).toBeNull();
    expect(walkOn(MARKS.slice(0, 1)).walk.step(1, 'note')).toBeNull();
  });
});
