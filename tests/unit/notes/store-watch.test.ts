import { describe, expect, it } from 'vitest';
import { FRESH_WATCH } from '../../../lib/model/store-watch';
import { isFileDue, watchStore } from '../../../lib/notes/store-watch';

const NOON = Date.UTC(2026, 2, 1, 12);
const found = (sentinel: string, notes: number, deleted = 0) => ({ sentinel, notes, deleted });

describe('watching the database', () => {
  it('notes the first one, and follows its size', () => {
    const first = watchStore(FRESH_WATCH, found('a', 0), NOON);
    expect(watchStore(first, found('a', 12), NOON)).toMatchObject({ sentinel: 'a', notes: 12, lost: null });
  });

  it('notices another database in its place, and an emptied one', () => {
    const watch = { ...FRESH_WATCH, sentinel: 'a', notes: 12 };
    const lost = { noticed: '2026-03-01T12:00:00.000Z', notes: 12, sentinel: 'a' };
    expect(watchStore(watch, found('b', 0), NOON)).toMatchObject({ sentinel: 'b', notes: 0, lost });
    expect(watchStore(watch, found('a', 0), NOON).lost).toEqual(lost);
  });

  it('does not take for a loss what the reader deleted, or a database that held nothing', () => {
    const watch = { ...FRESH_WATCH, sentinel: 'a', notes: 12 };
    expect(watchStore(watch, found('a', 0, 12), NOON).lost).toBeNull();
    expect(watchStore({ ...watch, notes: 0 }, found('b', 0), NOON).lost).toBeNull();
  });

  it('keeps a loss in mind until it is settled', () => {
    const lost = { noticed: '2026-02-01T12:00:00.000Z', notes: 9, sentinel: 'a' };
    const watch = { ...FRESH_WATCH, sentinel: 'b', notes: 0, lost };
    expect(watchStore(watch, found('b', 3), NOON).lost).toEqual(lost);
  });

  it('reminds of a file once there is something to lose, and weekly from then on', () => {
    expect(isFileDue(FRESH_WATCH, 3, NOON)).toBe(false);
    expect(isFileDue(FRESH_WATCH, 30, NOON)).toBe(true);
    const saved = (day: string) => ({ ...FRESH_WATCH, fileSaved: `${day}T12:00:00.000Z` });
    expect(isFileDue(saved('2026-02-25'), 30, NOON)).toBe(false);
    expect(isFileDue(saved('2026-02-20'), 30, NOON)).toBe(true);
    // By a clock that was wrong.
    expect(isFileDue(saved('2036-02-20'), 30, NOON)).toBe(true);
  });
});
