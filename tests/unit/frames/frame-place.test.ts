import { describe, expect, it, vi } from 'vitest';
import { framePlace, pointInto, pointToTop, toTop } from '../../../lib/frames/frame-place';
import { framed, page } from '../article/page';

/** jsdom has no layout: gives an element a box in its viewport, the width that it has before it is scaled, and a border. */
function lay(
  element: HTMLElement,
  [left = 0, top = 0, width = 0, height = 0]: readonly number[],
  unscaled = width,
  border = 0,
): void {
  const view = element.ownerDocument.defaultView!;
  const scale = width / unscaled;
  element.getBoundingClientRect = () => new view.DOMRect(left, top, width, height);
  const sizes = {
    offsetWidth: unscaled,
    clientLeft: border,
    clientTop: border,
    clientWidth: unscaled - 2 * border,
    clientHeight: height / scale - 2 * border,
  };
  for (const [name, value] of Object.entries(sizes)) Object.defineProperty(element, name, { value });
}

/** A page with a frame at the given place, its content in it. */
function withFrame(place: readonly number[], unscaled?: number, border?: number) {
  const document = page('<iframe></iframe>');
  const frame = document.querySelector('iframe')!;
  const inner = framed(document, 'iframe', '<p>Text</p><iframe></iframe>');
  lay(frame, place, unscaled, border);
  return { document, frame, inner };
}

const BOX = { left: 10, top: 20, right: 60, bottom: 40 };

describe('the place of a frame in its page', () => {
  it('ends at the document that the script runs in, also where that stands in a frame of a page of the same origin', () => {
    const document = page('<iframe></iframe>');
    lay(document.querySelector('iframe')!, [100, 200, 300, 150]);
    const inner = framed(document, 'iframe', '<p>Text</p>');
    expect(framePlace(inner)).not.toBeNull();
    vi.stubGlobal('document', inner);
    expect(framePlace(inner)).toBeNull();
    vi.unstubAllGlobals();
  });

  it('is none for the page itself', () => {
    expect(framePlace(page(''))).toBeNull();
    expect(pointToTop(page(''), 5, 6)).toEqual({ x: 5, y: 6 });
  });

  it('moves boxes and points by the frame, its border included, and back', () => {
    const { inner, frame } = withFrame([100, 50, 400, 300], 400, 7);
    expect(toTop(framePlace(inner)!, BOX)).toEqual({ left: 117, top: 77, right: 167, bottom: 97 });
    expect(pointToTop(inner, 10, 20)).toEqual({ x: 117, y: 77 });
    expect(pointInto(frame, 117, 77)).toEqual({ document: inner, x: 10, y: 20 });
  });

  it('scales with a frame that the page has scaled', () => {
    const { inner, frame } = withFrame([100, 50, 200, 150], 400);
    expect(toTop(framePlace(inner)!, BOX)).toEqual({ left: 105, top: 60, right: 130, bottom: 70 });
    expect(pointInto(frame, 105, 60)).toMatchObject({ x: 10, y: 20 });
  });

  it('cuts what cannot be seen of the frame', () => {
    const { inner } = withFrame([100, 50, 30, 300]);
    expect(toTop(framePlace(inner)!, BOX)).toMatchObject({ left: 110, right: 130 });
    const beyond = toTop(framePlace(inner)!, { left: 10, top: 400, right: 60, bottom: 420 });
    expect(beyond.bottom).toBeLessThan(beyond.top);
  });

  it('adds up for frames in frames, and what the outer one hides stays hidden', () => {
    const { inner } = withFrame([100, 50, 400, 300]);
    const innermost = framed(inner, 'iframe', '<p>Text</p>');
    lay(inner.querySelector('iframe')!, [20, 250, 200, 100]);
    const place = framePlace(innermost)!;
    expect(toTop(place, BOX)).toEqual({ left: 130, top: 320, right: 180, bottom: 340 });
    expect(toTop(place, { ...BOX, bottom: 80 })).toMatchObject({ top: 320, bottom: 350 });
  });

  it('is not asked of other elements, nor of frames of another origin', () => {
    const document = page('<p>Text</p><object></object><form><input name="contentDocument"></form>');
    for (const element of document.querySelectorAll('p, form')) expect(pointInto(element, 1, 1)).toBeNull();
    expect(pointInto(null, 1, 1)).toBeNull();
  });
});
