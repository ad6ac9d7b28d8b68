import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageHost } from '../../../lib/marks/host';
import { assignLanes, type BarPlace, placeBar } from '../../../lib/marks/measure-ranges';
import { Overlay } from '../../../lib/marks/overlay';
import { isOnDark } from '../../../lib/marks/page-light';

/** jsdom has no layout: every range is one line of 200 × 20 pixels at (100, top), every element 600 pixels wide. */
function pageWithLayout(html: string, top = 300) {
  const { window } = new JSDOM(`<body>${html}</body>`, { pretendToBeVisual: true });
  const box = (left: number, y: number, width: number, height: number) =>
    new window.DOMRect(left, y, width, height);
  window.Range.prototype.getClientRects = () => [box(100, top, 200, 20)] as unknown as DOMRectList;
  window.Element.prototype.getBoundingClientRect = function (this: Element) {
    return this.tagName === 'P' ? box(80, top, 600, 40) : box(0, 0, 0, 0);
  };
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  const rangeOf = (selector: string) => {
    const range = window.document.createRange();
    range.selectNodeContents(window.document.querySelector(selector)!.firstChild!);
    return range;
  };
  return { window: window as unknown as Window, document: window.document, rangeOf };
}

const drawn = (document: Document) => [
  ...pageHost(document).root.querySelectorAll<HTMLElement>('[style*="height"]'),
];

describe('Overlay', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('draws a bar in the margin before the lines of a claim', () => {
    const { window, document, rangeOf } = pageWithLayout('<p>A claim</p>');
    new Overlay(window).bars([{ id: 'c', ranges: [rangeOf('p')] }]);
    const [bar] = drawn(document);
    expect(Number.parseFloat(bar!.style.left)).toBeLessThan(80);
    expect([bar!.style.top, bar!.style.height]).toEqual(['300px', '20px']);
    expect(bar!.style.borderLeft).toContain('3px solid');
  });

  it('draws the bar on the right where lines begin there', () => {
    const { window, document, rangeOf } = pageWithLayout('<p style="direction: rtl">نص</p>');
    new Overlay(window).bars([{ id: 'c', ranges: [rangeOf('p')] }]);
    const [bar] = drawn(document);
    expect(Number.parseFloat(bar!.style.left)).toBeGreaterThanOrEqual(680);
    expect(bar!.style.borderRight).toContain('3px solid');
  });

  it('replaces bars rather than adding to them, and clears all', () => {
    const { window, document, rangeOf } = pageWithLayout('<p>A claim</p>');
    const overlay = new Overlay(window);
    overlay.bars([{ id: 'c', ranges: [rangeOf('p')] }]);
    overlay.bars([{ id: 'd', ranges: [rangeOf('p')] }]);
    expect(drawn(document)).toHaveLength(1);
    overlay.clear();
    expect(drawn(document)).toHaveLength(0);
  });

  it('rings the mark that has the keyboard, and takes the ring away', () => {
    const { window, document, rangeOf } = pageWithLayout('<p>A name</p>');
    const overlay = new Overlay(window);
    overlay.focus([rangeOf('p')]);
    expect(drawn(document)[0]?.style.border).toContain('2px solid');
    overlay.focus(null);
    expect(drawn(document)).toHaveLength(0);
  });

  it('leaves the bars where they are while the ring goes on, and where nothing is dimmed or hidden', () => {
    const { window, document, rangeOf } = pageWithLayout('<p>A claim</p>');
    const overlay = new Overlay(window);
    overlay.bars([{ id: 'c', ranges: [rangeOf('p')] }]);
    const [bar] = drawn(document);
    overlay.focus([rangeOf('p')]);
    overlay.focus([rangeOf('p')]);
    expect(drawn(document)).toHaveLength(2);
    overlay.focus(null);
    overlay.lines([]);
    overlay.dim(null);
    expect(drawn(document)).toEqual([bar]);
    expect(drawn(document)[0]).toBe(bar);
  });

  it('lets a flash go by', () => {
    const { window, document, rangeOf } = pageWithLayout('<p>A note</p>');
    const later = vi.spyOn(window, 'setTimeout');
    new Overlay(window).flash([rangeOf('p')]);
    expect(drawn(document)).toHaveLength(1);
    (later.mock.calls[0]![0] as () => void)();
    expect(drawn(document)).toHaveLength(0);
  });

  it('lets clicks through unless somebody wants them, and is no matter for screen readers', () => {
    const { window, document, rangeOf } = pageWithLayout('<p>A claim</p>');
    new Overlay(window).bars([{ id: 'c', ranges: [rangeOf('p')] }]);
    expect(drawn(document)[0]?.style.pointerEvents).toBe('');
    expect(drawn(document)[0]?.closest('[aria-hidden="true"]')).not.toBeNull();
    new Overlay(window, () => {}).bars([{ id: 'c', ranges: [rangeOf('p')] }]);
    expect(drawn(document)[1]?.style.pointerEvents).toBe('auto');
  });

  it('changes nothing in the page itself', () => {
    const { window, document, rangeOf } = pageWithLayout('<p>A claim</p>');
    const before = document.body.outerHTML;
    new Overlay(window).bars([{ id: 'c', ranges: [rangeOf('p')] }]);
    expect(document.body.outerHTML).toBe(before);
  });
});

describe('placeBar', () => {
  it('measures from the paragraph, not from the link inside it', () => {
    const { window, rangeOf } = pageWithLayout('<p>See <a href="#">this claim</a></p>');
    expect(placeBar(window, 'c', [rangeOf('a')])?.edge).toBe(80);
  });

  it('has no place for text that is not visible', () => {
    const { window } = pageWithLayout('<p>A claim</p>');
    expect(placeBar(window, 'c', [])).toBeNull();
  });
});

describe('assignLanes', () => {
  const place = (top: number, bottom: number, edge = 80): BarPlace => ({
    id: `${top}`,
    edge,
    isRtl: false,
    top,
    bottom,
    element: {} as Element,
  });

  it('puts bars side by side that share a line', () => {
    expect(assignLanes([place(0, 50), place(40, 90), place(45, 60), place(90, 99)], 3)).toEqual([0, 1, 2, 0]);
  });

  it('uses the first lane again in another column', () => {
    expect(assignLanes([place(0, 50), place(10, 40, 500)], 3)).toEqual([0, 0]);
  });
});

describe('isOnDark', () => {
  const on = (style: string, inner = '') => {
    const { window, document } = pageWithLayout(`<div style="${style}"><p style="${inner}">x</p></div>`);
    return isOnDark(window, document.querySelector('p')!);
  };

  it('goes by the nearest opaque background', () => {
    expect(on('background-color: rgb(17, 17, 17)')).toBe(true);
    expect(on('background-color: rgb(17, 17, 17)', 'background-color: rgb(250, 250, 250)')).toBe(false);
    expect(on('background-color: rgb(17, 17, 17)', 'background-color: rgba(255, 255, 255, 0.1)')).toBe(true);
  });

  it('goes by the colour of the text where there is no background', () => {
    expect(on('color: rgb(240, 240, 240)')).toBe(true);
    expect(on('color: rgb(20, 20, 20)')).toBe(false);
  });
});
