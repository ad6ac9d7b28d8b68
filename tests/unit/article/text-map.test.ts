import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../../lib/article/document-text';
import { bareDocument, page } from './page';

const words = fc.constantFrom(
  'harbour',
  'Mayor',
  'naïve',
  '北京',
  '🙂',
  'a',
  'it’s',
  '“yes”',
  ' ',
  '  ',
  '\n',
  '\u00a0',
  ' \t ',
);
const inline = fc
  .tuple(fc.constantFrom('', 'b', 'a', 'span', 'em', 'script', 'i hidden'), fc.array(words, { maxLength: 5 }))
  .map(([tag, parts]) => (tag ? `<${tag}>${parts.join('')}</${tag.split(' ')[0]}>` : parts.join('')));
const block = fc
  .tuple(
    fc.constantFrom('p', 'div', 'h2', 'li', 'blockquote'),
    fc.array(fc.oneof(inline, fc.constant('<br>')), { maxLength: 6 }),
  )
  .map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`);
const body = fc.array(block, { maxLength: 6 }).map((blocks) => `<body>${blocks.join('')}`);
const seeded = { seed: 20260101, numRuns: 150 } as const;

function liveText(ranges: readonly Range[]): string {
  return ranges.map((range) => range.toString()).join('');
}

const plain = (text: string) => text.replace(/\s/g, '');

describe('the text map', () => {
  it('maps every character to the same character of a live node, white space aside', () => {
    fc.assert(
      fc.property(body, (html) => {
        const map = documentText(bareDocument(html));
        for (let i = 0; i < map.text.length; i++) {
          if (/\s/.test(map.text[i]!)) continue;
          expect(liveText(map.toRanges({ start: i, end: i + 1 }))).toBe(map.text[i]);
        }
      }),
      seeded,
    );
  });

  it('leads from a span to ranges and back to the same span', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.nat(), (html, a, b) => {
        const map = documentText(bareDocument(html));
        fc.pre(map.text.length > 0);
        let [start, end] = [a % map.text.length, b % map.text.length].sort((x, y) => x - y) as [
          number,
          number,
        ];
        // A span whose edge is a made space (a line or block break) has no live character there.
        while (start < end && /\s/.test(map.text[start]!)) start++;
        while (end > start && /\s/.test(map.text[end - 1]!)) end--;
        fc.pre(start < end);
        const ranges = map.toRanges({ start, end });
        expect(plain(liveText(ranges))).toBe(plain(map.text.slice(start, end)));
        const spans = ranges.map((range) => map.toSpan(range)!);
        expect({ start: spans[0]!.start, end: spans.at(-1)!.end }).toEqual({ start, end });
      }),
      seeded,
    );
  });

  it('gives every block its span in the text', () => {
    const map = documentText(page('<body><h1>One</h1><p>Two  <b>three</b></p><ul><li>Four</ul>'));
    expect(map.blocks.map((b) => [b.kind, map.text.slice(b.start, b.end)])).toEqual([
      ['subheading', 'One'],
      ['paragraph', 'Two three'],
      ['list', 'Four'],
    ]);
  });

  it('leaves scripts, styles, templates and hidden elements out, and does not cover them with a range', () => {
    const document = page('<body><p>Before <span hidden>secret</span><script>x()</script>after</p>');
    const map = documentText(document);
    expect(map.text).toBe('Before after');
    const ranges = map.toRanges({ start: 0, end: map.text.length });
    expect(ranges.map(String)).toEqual(['Before ', 'after']);
  });

  it('clamps a selection that begins outside and ends inside of the text', () => {
    const document = page('<body><div id="top"></div><p>First words</p><p>Second words</p>');
    const map = documentText(document);
    const range = document.createRange();
    range.setStart(document.body, 0);
    range.setEnd(document.querySelectorAll('p')[1]!.firstChild!, 6);
    expect(map.toSpan(range)).toEqual({ start: 0, end: 'First words\nSecond'.length });
  });

  it('answers null for a selection that touches nothing of the text', () => {
    const document = page('<body><p>Words</p><div id="none"></div>');
    const map = documentText(document);
    const range = document.createRange();
    range.selectNode(document.querySelector('#none')!);
    expect(map.toSpan(range)).toBeNull();
    range.collapse(true);
    expect(map.toSpan(range)).toBeNull();
  });

  it('resolves an element boundary by the child that follows it', () => {
    const document = page('<body><p>One</p><p>Two</p><p>Three</p>');
    const map = documentText(document);
    const range = document.createRange();
    range.setStart(document.body, 1);
    range.setEnd(document.body, 2);
    expect(map.toSpan(range)).toEqual({ start: 4, end: 7 });
  });

  it('finds the offset of a caret and knows no caret outside of its nodes', () => {
    const document = page('<body><p>One   two</p>');
    const map = documentText(document);
    const node = document.querySelector('p')!.firstChild!;
    expect(map.spanAt(node, 0)).toBe(0);
    expect(map.spanAt(node, 6)).toBe(4);
    expect(map.spanAt(node, 5)).toBe(4);
    expect(map.spanAt(document.body, 0)).toBeNull();
  });

  it('gives no ranges once the nodes are gone or say something else', () => {
    const document = page('<body><p>One</p><p>Two</p>');
    const map = documentText(document);
    expect(map.isAlive()).toBe(true);
    (document.querySelectorAll('p')[1]!.firstChild as Text).data = 'Ten';
    expect(map.toRanges({ start: 4, end: 7 })).toEqual([]);
    document.querySelector('p')!.remove();
    expect(map.isAlive()).toBe(false);
    expect(map.toRanges({ start: 0, end: 3 })).toEqual([]);
  });

  it('reads open shadow roots with what is given to their slots, and maps into them', () => {
    const document = page('<body><p>Light</p><x-story><p>Slotted words</p></x-story><p>End</p>');
    const root = document.querySelector('x-story')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Inside the shadow</p><slot></slot>';
    const map = documentText(document);
    expect(map.text).toBe('Light\nInside the shadow\nSlotted words\nEnd');
    const [range] = map.toRanges({ start: 6, end: 12 });
    expect(String(range)).toBe('Inside');
    expect(map.toSpan(range!)).toEqual({ start: 6, end: 12 });
  });
});
