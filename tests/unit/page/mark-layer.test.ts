import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageMark } from '../../../lib/page/collect-marks';
import { MarkLayer } from '../../../lib/page/mark-layer';

class FakeHighlight extends Set<AbstractRange> {
  priority = 0;

  constructor(...ranges: readonly AbstractRange[]) {
    super(ranges);
  }
}

const NOWHERE = { article: null, document: null };
const LOOKS = { density: 'everything', hidesMarks: false } as const;
const LINE = 20;

function openPage() {
  const { window } = new JSDOM('<body><p>A page</p></body>');
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  const highlights = new Map<string, FakeHighlight>();
  Object.assign(window, { CSS: { highlights }, Highlight: FakeHighlight });
  // The timers of the test, which its clock moves.
  window.setTimeout = ((...args: Parameters<typeof setTimeout>) => setTimeout(...args)) as never;
  window.clearTimeout = (id) => clearTimeout(id as number);
  const layer = new MarkLayer(window as unknown as Window);
  const text = window.document.querySelector('p')!.firstChild!;
  let asked = 0;
  /** Marks on one line each, of which the first lies `above` lines above what is in view. */
  const marksFrom = (count: number, above: number): PageMark[] =>
    Array.from({ length: count }, (_, n) => {
      const box = () => {
        asked++;
        return { top: (n - above) * LINE, bottom: (n - above + 1) * LINE };
      };
      const range = { startContainer: text, endContainer: text, getBoundingClientRect: box };
      return {
        kind: 'actor',
        id: String(n),
        mention: 0,
        highlight: n % 2 ? 'h1' : 'h2',
        base: 'article',
        spans: [],
        ranges: [range as unknown as Range],
      };
    });
  const isPainted = ({ ranges, highlight }: PageMark) => highlights.get(highlight)?.has(ranges[0]!) ?? false;
  return { layer, highlights, marksFrom, isPainted, asked: () => asked };
}

describe('many marks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are painted where the reader looks at once, and everywhere soon after', () => {
    const { layer, marksFrom, isPainted, asked } = openPage();
    const marks = marksFrom(2000, 1200);
    layer.draw(marks, LOOKS, NOWHERE);
    const view = marks.slice(1200, 1240);
    expect(view.every(isPainted)).toBe(true);
    expect(marks.filter(isPainted).length).toBeLessThan(500);
    expect(asked(), 'few are measured to find that place').toBeLessThan(20);
    vi.advanceTimersByTime(100);
    expect(marks.every(isPainted)).toBe(true);
    expect(vi.getTimerCount(), 'the watch of the registry alone').toBe(1);
  });

  it('of an ordinary page are all painted at once, and nothing is measured for that', () => {
    const { layer, marksFrom, isPainted, asked } = openPage();
    const marks = marksFrom(200, 100);
    layer.draw(marks, LOOKS, NOWHERE);
    expect(marks.every(isPainted)).toBe(true);
    expect(asked()).toBe(0);
  });

  it('that are taken away or drawn anew meanwhile do not come back', () => {
    const { layer, highlights, marksFrom, isPainted } = openPage();
    const [before, after] = [marksFrom(2000, 0), marksFrom(600, 0)];
    layer.draw(before, LOOKS, NOWHERE);
    layer.draw(after, LOOKS, NOWHERE);
    vi.advanceTimersByTime(100);
    expect(before.some(isPainted)).toBe(false);
    expect(after.every(isPainted)).toBe(true);
    layer.draw(before, LOOKS, NOWHERE);
    layer.clear();
    vi.advanceTimersByTime(100);
    expect(highlights.size).toBe(0);
    layer.draw(before, LOOKS, NOWHERE);
    layer.draw(before, { ...LOOKS, hidesMarks: true }, NOWHERE);
    vi.advanceTimersByTime(100);
    expect(highlights.size).toBe(0);
  });
});
