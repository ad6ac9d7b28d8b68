import { describe, expect, it, vi } from 'vitest';
import { type PageAsk, PagedList, type PageOf } from '../../../lib/surfaces/paged-list';

/** A list of numbers that answers at once, and remembers what it was asked. */
function numbers(count: number) {
  const asks: PageAsk[] = [];
  const open = { count, watchers: 0, tell: () => {} };
  const watch = (ask: PageAsk, onPage: (page: PageOf<number>) => void) => {
    asks.push(ask);
    open.watchers += 1;
    open.tell = () => {
      const all = Array.from({ length: open.count }, (_, n) => n);
      const items = all.slice(ask.offset, ask.offset + ask.limit);
      onPage({ items, total: open.count, hasMore: ask.offset + ask.limit < open.count });
    };
    open.tell();
    return () => {
      open.watchers -= 1;
    };
  };
  return { asks, open, watch };
}

describe('a list in pages', () => {
  it('asks for a page at a time and watches one page alone', () => {
    const { asks, open, watch } = numbers(120);
    const list = new PagedList(watch, vi.fn());
    list.open();
    list.turn(1);
    list.turn(1);
    expect(asks.map(({ offset }) => offset)).toEqual([0, 50, 100]);
    expect(list.data.page?.items).toHaveLength(20);
    expect(list.data.page?.hasMore).toBe(false);
    expect(open.watchers).toBe(1);
    list.close();
    expect(open.watchers).toBe(0);
  });

  it('begins at the front again with another search or order', () => {
    const { asks, watch } = numbers(120);
    const list = new PagedList(watch, vi.fn(), 50, 'date');
    list.open();
    list.turn(1);
    list.search('harbour');
    expect(asks.at(-1)).toEqual({ query: 'harbour', sort: 'date', of: null, offset: 0, limit: 50 });
    list.turn(1);
    list.sortBy('title');
    expect(asks.at(-1)).toMatchObject({ query: 'harbour', sort: 'title', offset: 0 });
  });

  it('stays where it was left, unless it is opened for something else', () => {
    const { asks, watch } = numbers(120);
    const list = new PagedList(watch, vi.fn());
    list.open('a');
    list.turn(1);
    list.close();
    list.open('a');
    expect(asks.at(-1)).toMatchObject({ of: 'a', offset: 50 });
    list.open('b');
    expect(asks.at(-1)).toMatchObject({ of: 'b', offset: 0, query: '' });
  });

  it('goes back a page when the one in front has lost all it held', () => {
    const { open, watch } = numbers(51);
    const list = new PagedList(watch, vi.fn());
    list.open();
    list.turn(1);
    expect(list.data.page?.items).toEqual([50]);
    open.count = 50;
    open.tell();
    expect(list.data.offset).toBe(0);
    expect(list.data.page?.items).toHaveLength(50);
  });

  it('keeps what it shows when the store fails, and says so', () => {
    const onFailure: ((code: 'blocked') => void)[] = [];
    const list = new PagedList<number>((_ask, onPage, fail) => {
      onPage({ items: [1], total: 1, hasMore: false });
      onFailure.push(fail);
      return () => {};
    }, vi.fn());
    list.open();
    onFailure[0]?.('blocked');
    expect(list.data).toMatchObject({ failure: 'blocked', page: { items: [1] } });
  });
});
