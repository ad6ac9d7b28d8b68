import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type MarkInterval, markAt, markCovering, sortIntervals } from '../../../lib/marks/hit-test';

const nowhere = () => null;

describe('markCovering', () => {
  it('finds the innermost of nested marks', () => {
    const marks = sortIntervals(
      [
        { id: 'claim', start: 10, end: 90 },
        { id: 'actor', start: 20, end: 25 },
      ],
      nowhere,
    );
    expect(markCovering(marks, 22)).toBe('actor');
    expect(markCovering(marks, 25)).toBe('claim');
    expect(markCovering(marks, 90)).toBeNull();
  });

  it('finds what a look at every mark finds', () => {
    const interval = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 30 }), fc.nat(100), (pairs, at) => {
        const marks = pairs.map(([start, length], i) => ({ id: `${i}`, start, end: start + length }));
        const found = markCovering(sortIntervals(marks, nowhere), at);
        const covering = marks.filter(({ start, end }) => start <= at && at < end);
        const shortest = Math.min(...covering.map(({ start, end }) => end - start));
        const chosen = marks.find(({ id }) => id === found);
        if (covering.length === 0) expect(found).toBeNull();
        else expect(chosen!.end - chosen!.start).toBe(shortest);
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });
});

/** A document of one line in which every character is ten pixels wide and twenty high; jsdom has no layout. */
function lineOfText(text: string) {
  const { window } = new JSDOM('<p></p>');
  const node = window.document.createTextNode(text);
  window.document.querySelector('p')!.append(node);
  window.Range.prototype.getClientRects = function (this: Range) {
    return [
      new window.DOMRect(this.startOffset * 10, 0, (this.endOffset - this.startOffset) * 10, 20),
    ] as unknown as DOMRectList;
  };
  // Like browsers, snaps to the nearest caret position even far from the text.
  const caret = (x: number) => ({ offsetNode: node, offset: Math.min(text.length, Math.round(x / 10)) });
  Object.assign(window.document, { caretPositionFromPoint: caret });
  return { window: window as unknown as Window, node };
}

describe('markAt', () => {
  const marks: MarkInterval[] = [{ id: 'name', start: 4, end: 8 }];

  it('finds the mark under the pointer, on either half of a letter', () => {
    const { window, node } = lineOfText('Mrs Kato spoke');
    const intervals = sortIntervals(marks, (at, offset) => (at === node ? offset : null));
    expect(markAt(window, 41, 10, intervals)).toBe('name');
    expect(markAt(window, 79, 10, intervals)).toBe('name');
    expect(markAt(window, 38, 10, intervals)).toBeNull();
    expect(markAt(window, 83, 10, intervals)).toBeNull();
  });

  it('finds nothing in the blank to which the caret snaps', () => {
    const { window, node } = lineOfText('Mr Kato');
    const intervals = sortIntervals([{ id: 'name', start: 3, end: 7 }], (at, offset) =>
      at === node ? offset : null,
    );
    expect(markAt(window, 300, 10, intervals)).toBeNull();
    expect(markAt(window, 50, 100, intervals)).toBeNull();
  });

  it('finds nothing outside the text that is mapped', () => {
    const { window } = lineOfText('Mrs Kato spoke');
    expect(markAt(window, 45, 10, sortIntervals(marks, nowhere))).toBeNull();
  });
});
