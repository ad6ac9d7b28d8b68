import { describe, expect, it } from 'vitest';
import { afterPlacing } from '../../../lib/notes/lost-passages';

const NOW = '2026-03-02T00:00:00.000Z';

describe('the list of notes that have lost their passage', () => {
  it('takes in what was missed, and says when it was missed first', () => {
    const known = { a: '2026-03-01T00:00:00.000Z' };
    const placed = [
      { id: 'a', isGone: true },
      { id: 'b', isGone: true },
    ];
    expect(afterPlacing(known, placed, NOW)).toEqual({ ...known, b: NOW });
  });

  it('lets go of what is there again, and of nothing that was not looked for', () => {
    const known = { a: NOW, b: NOW };
    expect(afterPlacing(known, [{ id: 'a', isGone: false }], NOW)).toEqual({ b: NOW });
  });

  it('stays the very same object where nothing is new, so that nothing is written', () => {
    const known = { a: NOW };
    const placed = [
      { id: 'a', isGone: true },
      { id: 'b', isGone: false },
    ];
    expect(afterPlacing(known, placed, NOW)).toBe(known);
    expect(afterPlacing(known, [], NOW)).toBe(known);
  });
});
