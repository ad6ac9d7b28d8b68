import { describe, expect, it } from 'vitest';
import {
  badgeCount,
  badgeText,
  byLastChange,
  inPageOrder,
  type ListItem,
} from '../../../lib/notes/page-list';

type Where = null | readonly [start: number, end: number, base?: 'article' | 'document'];

function item(id: string, where: Where, change: Partial<ListItem['version']> = {}): ListItem {
  const target = where && {
    quote: { exact: 'x', prefix: '', suffix: '' },
    position: { start: where[0], end: where[1], version: null, base: where[2] ?? ('article' as const) },
    structure: null,
    history: [],
  };
  const time = '2026-03-01T09:00:00.000Z';
  const fields = {
    kind: 'note' as const,
    article: 'https://example.org/',
    tags: [],
    codes: [],
    created: time,
  };
  const stamp = { device: 'a', n: 1, hlc: '', author: '', hash: '' };
  return { id, version: { ...fields, ...stamp, target, updated: time, ...change }, conflicted: false };
}

const ids = (items: readonly ListItem[]) => items.map(({ id }) => id).join(' ');

describe('the lists of notes', () => {
  it('show a page’s notes from top to bottom', () => {
    const items = [
      item('caption', [0, 4, 'document']),
      item('late', [90, 95]),
      item('longer', [10, 30]),
      item('early', [10, 20]),
      item('page', null),
    ];
    expect(ids(inPageOrder(items))).toBe('page early longer late caption');
    expect(ids(items)).toBe('caption late longer early page');
  });

  it('show notes on one passage in the order in which they were made', () => {
    const second = item('a', [1, 2], { created: '2026-03-01T09:30:00.000Z' });
    expect(ids(inPageOrder([second, item('c', [1, 2]), item('b', [1, 2])]))).toBe('b c a');
  });

  it('show all notes by their last change, whatever the zone', () => {
    const items = [
      item('utc', null, { updated: '2026-03-01T10:00:00Z' }),
      item('later', null, { updated: '2026-03-01T09:30:00-03:00' }),
      item('earlier', null, { updated: '2026-03-01T12:00:00+05:45' }),
      item('never', null, { updated: 'long ago' }),
    ];
    expect(ids(byLastChange(items))).toBe('later utc earlier never');
  });

  it('count what is not deleted', () => {
    expect(badgeCount([item('a', null), item('b', null, { deleted: true }), item('c', [1, 2])])).toBe(2);
    expect([0, -1, 1, 999, 1000].map(badgeText)).toEqual(['', '', '1', '999', '999+']);
  });
});
