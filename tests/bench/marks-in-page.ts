/**
 * The marks of the extension as a content script that paints, looks up and takes away, and says what each took. It
 * talks with the page by events whose detail is text; the page watches meanwhile whether anything of it is changed.
 */
import { documentText } from '../../lib/article/document-text';
import type { TextMap } from '../../lib/article/text-map';
import type { HighlightName } from '../../lib/model/mark-categories';
import type { PageMark } from '../../lib/page/collect-marks';
import { MarkLayer } from '../../lib/page/mark-layer';
import type { MarksMeasured } from './marks-measured';

const ROUNDS = 30;
const QUERIES = 20;
const KINDS: readonly HighlightName[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h7'];

/** Evenly spread marks on single words, of all kinds in turn. */
function marksOn(map: TextMap, count: number): PageMark[] {
  const words = [...map.text.matchAll(/\p{L}+/gu)];
  return Array.from({ length: count }, (_, i) => {
    const word = words[Math.floor((i * words.length) / count)]!;
    const span = { start: word.index, end: word.index + word[0].length };
    const highlight = KINDS[i % KINDS.length]!;
    const kind = highlight === 'h7' ? 'note' : 'actor';
    return {
      kind,
      id: String(i),
      mention: 0,
      highlight,
      base: 'document',
      spans: [span],
      ranges: map.toRanges(span),
    };
  });
}

const say = (what: string, detail = '') => window.dispatchEvent(new CustomEvent(`bench-${what}`, { detail }));

/** Does something at the beginning of a frame; milliseconds of the script alone, and until the frame stands. */
function inFrame(work: () => void): Promise<{ script: number; frame: number }> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      work();
      const script = performance.now() - start;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve({ script, frame: performance.now() - start });
      channel.port2.postMessage(null);
    });
  });
}

// By name: Firefox shows a content script no entries of the registry.
const painted = () => KINDS.reduce((sum, name) => sum + (CSS.highlights.get(name)?.size ?? 0), 0);

/**
 * Waits until all marks are painted, of which those in view are at once; milliseconds from then on, and of the longest stretch in
 * which nothing else could run.
 */
function whenAllStand(count: number): Promise<{ rest: number; longest: number }> {
  const start = performance.now();
  const { port1, port2 } = new MessageChannel();
  let [last, longest] = [start, 0];
  return new Promise((resolve) => {
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (painted() < count) port2.postMessage(null);
      else {
        port1.close();
        resolve({ rest: now - start, longest });
      }
    };
    port2.postMessage(null);
  });
}

/** Looks up every mark in view and the gap below it; milliseconds a query, and how many answers were wrong. */
function lookUp(layer: MarkLayer, marks: readonly PageMark[], took: number[]): number {
  const places = marks.flatMap((mark) => {
    const box = mark.ranges[0]!.getBoundingClientRect();
    const isSeen = box.top > 0 && box.bottom < innerHeight - 8 && box.width > 0;
    const x = box.left + box.width / 2;
    return isSeen
      ? [
          { mark, x, y: (box.top + box.bottom) / 2 },
          { mark: null, x, y: box.bottom + 3 },
        ]
      : [];
  });
  let wrong = 0;
  for (let first = 0; first + QUERIES <= places.length; first += QUERIES) {
    const batch = places.slice(first, first + QUERIES);
    const start = performance.now();
    const found = batch.map(({ x, y }) => layer.markAt(x, y));
    took.push((performance.now() - start) / QUERIES);
    wrong += found.filter((mark, i) => mark !== batch[i]!.mark).length;
  }
  return wrong;
}

async function measure(count: number): Promise<MarksMeasured> {
  const map = documentText(document);
  const maps = { article: null, document: map };
  const layer = new MarkLayer(window);
  const took: MarksMeasured['took'] = {
    ranges: [],
    paint: [],
    paintFrame: [],
    rest: [],
    longest: [],
    again: [],
    unpaint: [],
    unpaintFrame: [],
    emptyFrame: [],
    hit: [],
  };
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const marks = marksOn(map, count);
    took.ranges.push(performance.now() - start);
    const first = await inFrame(() => layer.draw(marks, { density: 'everything', hidesMarks: false }, maps));
    took.paint.push(first.script);
    took.paintFrame.push(first.frame);
    const { rest, longest } = await whenAllStand(count);
    took.rest.push(rest);
    took.longest.push(longest);
    took.emptyFrame.push((await inFrame(() => {})).frame);
    took.again.push(
      (await inFrame(() => layer.draw(marks, { density: 'everything', hidesMarks: false }, maps))).script,
    );
    await whenAllStand(count);
    scrollTo({ top: (round / ROUNDS) * document.documentElement.scrollHeight, behavior: 'instant' });
    await inFrame(() => {});
    wrong += lookUp(layer, marks, took.hit);
    if (round === 0) say('painted');
    const cleared = await inFrame(() => layer.clear());
    took.unpaint.push(cleared.script);
    took.unpaintFrame.push(cleared.frame);
  }
  return { count, took, queries: took.hit.length * QUERIES, wrong };
}

window.addEventListener('bench-begin', (event) => {
  measure(Number((event as CustomEvent<string>).detail)).then(
    (measured) => say('done', JSON.stringify(measured)),
    (error: unknown) => say('done', JSON.stringify({ error: String(error) })),
  );
});
say('ready');
