import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Painter } from '../../../lib/marks/painter';

/** What the painter needs of a window; the registry is a plain Map, as in the specification. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0;

  constructor(...ranges: readonly AbstractRange[]) {
    super(ranges);
  }
}

const range = () => ({ collapsed: false, startContainer: {} }) as AbstractRange;

function fakeWindow(isForced = false) {
  const highlights = new Map<string, FakeHighlight>();
  const window = {
    CSS: { highlights },
    Highlight: FakeHighlight,
    setTimeout: (...args: Parameters<typeof setTimeout>) => setTimeout(...args),
    clearTimeout: (id: number) => clearTimeout(id),
    matchMedia: (query: string) => ({ matches: isForced && query.includes('forced-colors') }),
  } as unknown as Window;
  return { highlights, window };
}

describe('Painter', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('keeps one highlight a category, however often it paints', () => {
    const { highlights, window } = fakeWindow();
    const painter = new Painter(window);
    painter.paint('h1', [range(), range()]);
    painter.paint('h1', [range()]);
    expect([...highlights.keys()]).toEqual(['h1']);
    expect(highlights.get('h1')?.size).toBe(1);
  });

  it('lays notes over claims over actors', () => {
    const { highlights, window } = fakeWindow();
    const painter = new Painter(window);
    for (const name of ['h7', 'h1', 'h6'] as const) painter.paint(name, [range()]);
    const priorityOf = (name: string) => highlights.get(name)?.priority ?? Number.NaN;
    expect(priorityOf('h7')).toBeGreaterThan(priorityOf('h6'));
    expect(priorityOf('h6')).toBeGreaterThan(priorityOf('h1'));
  });

  it('adds to what it has painted, puts that back too, and takes all away', () => {
    const { highlights, window } = fakeWindow();
    const painter = new Painter(window);
    painter.add('h1', [range()]);
    expect(highlights.size, 'nothing to add to').toBe(0);
    painter.paint('h1', [range()]);
    const before = highlights.get('h1');
    painter.add('h1', [range(), range()]);
    expect(highlights.get('h1')).toBe(before);
    expect(before?.size).toBe(3);
    painter.watch();
    highlights.clear();
    vi.advanceTimersByTime(1_100);
    expect(highlights.get('h1')?.size).toBe(3);
    painter.clear();
    expect(highlights.size).toBe(0);
  });

  it("takes away its own paint and leaves the page's", () => {
    const { highlights, window } = fakeWindow();
    const own = new FakeHighlight();
    highlights.set('search-hit', own);
    const painter = new Painter(window);
    painter.paint('h2', [range()]);
    painter.clear();
    expect([...highlights.keys()]).toEqual(['search-hit']);
  });

  it('paints again after the page has cleared the registry', () => {
    const { highlights, window } = fakeWindow();
    const painter = new Painter(window);
    painter.paint('h1', [range()]);
    painter.watch();
    highlights.clear();
    vi.advanceTimersByTime(1_100);
    expect(highlights.get('h1')?.size).toBe(1);
  });

  it('paints again after the page has emptied a highlight', () => {
    const { highlights, window } = fakeWindow();
    const painter = new Painter(window);
    painter.paint('h1', [range(), range()]);
    painter.watch();
    highlights.get('h1')?.clear();
    vi.advanceTimersByTime(1_100);
    expect(highlights.get('h1')?.size).toBe(2);
  });

  it('gives up against a page that insists', () => {
    const { highlights, window } = fakeWindow();
    const painter = new Painter(window);
    painter.paint('h1', [range()]);
    painter.watch();
    const set = vi.spyOn(highlights, 'set');
    for (let minute = 0; minute < 60; minute++) {
      highlights.clear();
      vi.advanceTimersByTime(60_000);
    }
    expect(set.mock.calls.length).toBe(10);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops looking when told to', () => {
    const { window } = fakeWindow();
    const stop = new Painter(window).watch();
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does nothing and says so where the interface is missing', () => {
    const painter = new Painter({} as Window);
    expect(painter.supported).toBe(false);
    expect(() => {
      painter.paint('h1', [range()]);
      painter.watch()();
      painter.clear();
    }).not.toThrow();
  });

  it('leaves claims to their bars in forced colours', () => {
    const { highlights, window } = fakeWindow(true);
    const painter = new Painter(window);
    painter.paint('h6', [range()]);
    painter.paint('h1', [range()]);
    expect([...highlights.keys()]).toEqual(['h1']);
  });

  describe('with frames of the page', () => {
    const frameOf = (highlights = new Map<string, FakeHighlight>()) => {
      const view = { CSS: { highlights }, Highlight: FakeHighlight, closed: false };
      class Own {
        get defaultView() {
          return view.closed ? null : view;
        }
      }
      const document = new Own() as unknown as Document;
      return {
        highlights,
        view,
        range: () => ({ startContainer: { ownerDocument: document } }) as AbstractRange,
      };
    };

    it('paints in the registry of each, and takes that away when nothing is left to paint there', () => {
      const { highlights, window } = fakeWindow();
      const frame = frameOf();
      const painter = new Painter(window);
      painter.paint('h1', [range(), frame.range(), frame.range()]);
      expect([highlights.get('h1')?.size, frame.highlights.get('h1')?.size]).toEqual([1, 2]);
      painter.paint('h1', [range()]);
      expect([highlights.get('h1')?.size, frame.highlights.has('h1')]).toEqual([1, false]);
      painter.paint('h1', [frame.range()]);
      painter.clear();
      expect([highlights.size, frame.highlights.size]).toEqual([0, 0]);
    });

    it('paints again what a frame has cleared, and nothing of frames that are gone', () => {
      const { highlights, window } = fakeWindow();
      const [stays, goes] = [frameOf(), frameOf()];
      const painter = new Painter(window);
      painter.paint('h1', [range(), stays.range(), goes.range()]);
      painter.watch();
      stays.highlights.clear();
      goes.view.closed = true;
      vi.advanceTimersByTime(1_100);
      expect([highlights.get('h1')?.size, stays.highlights.get('h1')?.size]).toEqual([1, 1]);
      const comes = frameOf();
      painter.add('h1', [range(), comes.range(), goes.range()]);
      expect([highlights.get('h1')?.size, comes.highlights.get('h1')?.size]).toEqual([2, 1]);
      expect(() => painter.paint('h1', [range(), goes.range()])).not.toThrow();
      expect(() => painter.clear()).not.toThrow();
    });

    it('lives on where Firefox lets everything throw that belonged to a document which its frame has left', () => {
      const { highlights, window } = fakeWindow();
      const frame = frameOf();
      const painter = new Painter(window);
      painter.paint('h1', [range(), frame.range()]);
      painter.watch();
      const dead = () => {
        throw new TypeError("can't access dead object");
      };
      const highlight = frame.highlights.get('h1')!;
      Object.defineProperty(highlight, 'size', { get: dead });
      highlight.clear = dead;
      // The window itself stays: it shows the next document, which has a registry of its own.
      frame.view.CSS = { highlights: new Map() };
      highlights.clear();
      expect(() => vi.advanceTimersByTime(1_100)).not.toThrow();
      expect(highlights.get('h1')?.size, 'what the page cleared is back').toBe(1);
      expect(() => painter.paint('h1', [range()])).not.toThrow();
      expect(() => painter.clear()).not.toThrow();
    });
  });
});
