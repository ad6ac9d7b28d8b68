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
  ranges: [],
});

describe('going from mark to mark', () => {
  const marks = [mark('actor', 'a1'), mark('claim', 'c1'), mark('actor', 'a1', 1), mark('note', 'n1')];

  it('begins at the first, or at the last where it goes backwards', () => {
    expect(new MarkWalk(() => marks).step(1)).toBe(marks[0]);
    expect(new MarkWalk(() => marks).step(-1)).toBe(marks[3]);
  });

  it('tells the mentions of an actor apart and goes on at the beginning behind the end', () => {
    const walk = new MarkWalk(() => marks);
    expect([1, 2, 3, 4, 5].map(() => walk.step(1))).toEqual([...marks, marks[0]]);
  });

  it('goes on from the same mark after the marks were drawn anew', () => {
    let drawn = marks;
    const walk = new MarkWalk(() => drawn);
    walk.step(1);
    drawn = marks.map((one) => ({ ...one }));
    expect(walk.step(1)).toBe(drawn[1]);
  });

  it('goes nowhere on a page without marks', () => {
    expect(new MarkWalk(() => []).step(1)).toBeNull();
  });
});
