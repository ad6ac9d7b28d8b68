import { describe, expect, it } from 'vitest';
import { describeTarget } from '../../../lib/anchoring/describe-target';
import { type Anchor, findTargets, findTargetsInSteps } from '../../../lib/anchoring/find-targets';
import { documentText } from '../../../lib/article/document-text';
import type { Target } from '../../../lib/model/annotation';
import type { Span } from '../../../lib/model/span';
import { bareDocument } from '../article/page';
import { pageOf, type SamplePage, STORY, spanOf } from './sample-page';

const noteOn = ({ text, blocks }: SamplePage, span: Span): Target =>
  describeTarget(text, blocks, span, 'v1', 'document');

function find(target: Target, page: SamplePage, before?: SamplePage): Anchor {
  const kept = before ? [{ hash: 'v1', ...before }] : [];
  return findTargets(page.text, page.blocks, 'v2', [{ id: 'n', target }], kept)[0]!;
}

const readPage = (html: string) => {
  const document = bareDocument(html);
  return { document, map: documentText(document) };
};

/** What some work gives, and the milliseconds of this process's own: the clock would count what else the machine does. */
function timed<T>(work: () => T): readonly [value: T, cpu: number] {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return [value, (user + system) / 1000];
}

const registerLine = (i: number) =>
  `Entry ${i} of the register names vessel ${(i * 7919) % 10007} of berth ${i % 41} and its master, who paid ${(i * 31) % 977} crowns in dues.`;

describe('a note on very little or very much', () => {
  const story = pageOf(STORY);

  it('is found on one character, moved with its sentence, and gone with its paragraph', () => {
    const at = story.text.indexOf('quay');
    const target = noteOn(story, { start: at, end: at + 1 });
    expect(find(target, story, story)).toMatchObject({ state: 'exact', span: { start: at, end: at + 1 } });
    const later = pageOf(['A line that was put on top of the page.', ...STORY]);
    expect(later.text.slice(find(target, later, story).span!.start).startsWith('quay')).toBe(true);
    const without = pageOf(STORY.filter((line) => !line.includes('quay')));
    expect(find(target, without, story).span).toBeNull();
  });

  it('is found on fifty thousand characters after edits at both ends and between', () => {
    const lines = Array.from({ length: 800 }, (_, i) => registerLine(i));
    const before = pageOf(lines);
    const target = noteOn(before, { start: 5_000, end: 55_000 });
    const now = pageOf([
      'New on top.',
      ...lines.map((line, i) => (i % 7 ? line : line.replace('paid', 'owed'))),
    ]);
    const [anchor, cpu] = timed(() => find(target, now, before));
    expect(anchor).toMatchObject({ state: 'changed' });
    expect(Math.abs(anchor.span!.start - 5_012)).toBeLessThan(20);
    expect(Math.abs(anchor.span!.end - 55_012)).toBeLessThan(20);
    expect(cpu).toBeLessThan(3_000);
  });
});

describe('a note on words that stand four hundred times', () => {
  const lines = Array.from({ length: 400 }, () => 'The council will meet again.');
  const before = pageOf(lines);

  it('is asked about where nothing tells the places apart, and never put onto the first', () => {
    const target = noteOn(before, spanOf(before.text, 'council', 200));
    const now = pageOf(['One more line.', ...lines]);
    const [{ state, span }, cpu] = timed(() => find(target, now));
    if (state === 'exact' || state === 'moved') expect(span).toEqual(spanOf(now.text, 'council', 200));
    else expect(['uncertain', 'gone']).toContain(state);
    expect(cpu).toBeLessThan(3_000);
  });

  it('is placed by the words around one of them', () => {
    const named = pageOf(lines.map((line, i) => `${line} Session ${i * 37} is open to the public.`));
    const target = noteOn(named, spanOf(named.text, 'council', 200));
    const now = pageOf(['One more line.', ...named.text.split('\n')]);
    expect(find(target, now, named)).toMatchObject({
      state: 'exact',
      span: spanOf(now.text, 'council', 200),
    });
  });
});

describe('a note across a table', () => {
  const row = (i: number) => `<tr><td>Pier ${i}</td><td>${i * 13} boats</td><td>closed</td></tr>`;
  const table = (rows: number[]) =>
    `<body><p>Before the table stands this line.</p><table>${rows.map(row).join('')}</table><p>After it, another.</p>`;
  const rows = Array.from({ length: 30 }, (_, i) => i);

  it('is read cell by cell, found again with its rows, and turned into ranges that leave no cell out', () => {
    const before = readPage(table(rows)).map;
    const start = before.text.indexOf('Pier 9');
    const end = before.text.indexOf('boats', before.text.indexOf('Pier 21')) + 5;
    const target = noteOn(before, { start, end });
    const now = readPage(table([90, 91, ...rows])).map;
    const anchor = find(target, now, before);
    expect(anchor.state).toBe('exact');
    expect(now.text.slice(anchor.span!.start, anchor.span!.end)).toBe(target.quote.exact);
    const words = now.toRanges(anchor.span!).map(String).join(' ');
    expect(words.replace(/\s+/g, ' ')).toBe(target.quote.exact.replace(/\s+/g, ' '));
  });

  it('is gone when the table is', () => {
    const before = readPage(table(rows)).map;
    const start = before.text.indexOf('Pier 9');
    const target = noteOn(before, { start, end: before.text.indexOf('Pier 21') });
    expect(find(target, readPage(table([])).map, before).span).toBeNull();
  });
});

describe('a page that rewrites itself while a passage is selected', () => {
  const html = `<body><main>${STORY.map((line) => `<p>${line.replace(/^## /, '')}</p>`).join('')}</main>`;

  it('gives a passage of the text that was read, or none; the words are found in what is there now', () => {
    const { document, map } = readPage(html);
    const paragraph = document.querySelectorAll('p')[1]!;
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const span = map.toSpan(range)!;
    const target = noteOn(map, span);
    document.querySelector('main')!.innerHTML =
      `<p>Breaking now.</p>${document.querySelector('main')!.innerHTML}`;
    expect(map.isAlive()).toBe(false);
    expect(map.toRanges(span)).toEqual([]);
    // The browser has moved the selection to what is left of its place; the old text knows nothing of it.
    expect(map.toSpan(range)).toBeNull();
    const now = documentText(document);
    const anchor = find(target, now, map);
    expect(anchor.state).toBe('exact');
    expect(now.toRanges(anchor.span!).map(String).join('')).toBe(paragraph.textContent);
  });

  it('never throws, however often it does so between reading, selecting and finding', async () => {
    const { document } = readPage(html);
    const main = document.querySelector('main')!;
    for (let round = 0; round < 30; round++) {
      const map = documentText(document);
      const range = document.createRange();
      const target = document.querySelectorAll('p')[round % 5]?.firstChild;
      if (target) range.setStart(target, Math.min(5, target.textContent!.length));
      range.setEnd(main, main.childNodes.length);
      if (round % 3 === 0) main.replaceChildren(...[...main.children].reverse());
      if (round % 3 === 1) main.innerHTML = html.replace('council', `council ${round}`);
      const span = map.toSpan(range);
      if (!span) continue;
      const note = noteOn(map, span);
      if (round % 3 === 2) main.querySelector('p')?.remove();
      const now = documentText(document);
      const [anchor] = await findTargetsInSteps(now.text, now.blocks, 'v2', [{ id: 'n', target: note }]);
      if (anchor!.span) expect(anchor!.span.end).toBeLessThanOrEqual(now.text.length);
      expect(() => anchor!.span && now.toRanges(anchor!.span)).not.toThrow();
    }
  });
});

describe('a page of two hundred thousand words', () => {
  it('has its notes found after an edit, in bounded time', () => {
    const lines = Array.from({ length: 11_200 }, (_, i) => registerLine(i));
    const before = pageOf(lines);
    expect(before.text.split(/\s+/).length).toBeGreaterThan(200_000);
    const now = pageOf([
      'A new line.',
      ...lines.map((line, i) => (i % 50 ? line : line.replace('paid', 'owed'))),
    ]);
    const ordinals = [0, 77, 4_000, 9_999, 11_150];
    const targets = ordinals.map((i) => {
      const start = before.text.indexOf(`vessel ${(i * 7919) % 10007} `, before.blocks[i]!.start);
      return { id: String(i), target: noteOn(before, { start, end: start + 40 }) };
    });
    const kept = [{ hash: 'v1', ...before }];
    const [anchors, cpu] = timed(() => findTargets(now.text, now.blocks, 'v2', targets, kept));
    for (const [i, anchor] of anchors.entries()) {
      const block = now.blocks[ordinals[i]! + 1]!;
      expect(['exact', 'changed']).toContain(anchor.state);
      expect(anchor.span!.start).toBeGreaterThanOrEqual(block.start);
      expect(anchor.span!.end).toBeLessThanOrEqual(block.end);
    }
    expect(cpu).toBeLessThan(20_000);
  });
});
