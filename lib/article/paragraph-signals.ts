import type { NodeReader } from './node-reader';
import { openRoots } from './open-roots';
import type { Signals } from './signal';
import { MAX_SAMPLE } from './style-signals';

/** Characters from which on a paragraph counts as running text. */
const LONG = 100;
const PARAGRAPHS = 'p,[itemprop~="articleBody"]>div';
const MAX_PARAGRAPHS = 400;
/** Running text from which on a document needs none of its open shadow roots; to find these, all elements are visited. */
const ENOUGH = 3_000;

/**
 * Signals of the page's long paragraphs: how many, how long, how close together, how linked.
 * @returns a sample of them, from which it can be heard how they speak
 */
export function paragraphSignals(
  document: Document,
  reader: NodeReader,
  isLarge: boolean,
  signals: Signals,
): string {
  const groups = new Map<Node | null, number>();
  let paragraphs = 0;
  let long = 0;
  let chars = 0;
  let linked = 0;
  let boilerplate = 0;
  let sample = '';
  const elements = isLarge
    ? reader.tags(document, 'p', MAX_PARAGRAPHS)
    : reader.select(document, PARAGRAPHS, MAX_PARAGRAPHS);
  const own = isLarge ? MAX_PARAGRAPHS : elements.length;
  for (let i = 0; ; i++) {
    if (i === own && own < MAX_PARAGRAPHS && chars < ENOUGH) addShadowed(document, reader, elements);
    if (i === elements.length) break;
    const element = elements[i]!;
    const raw = reader.text(element);
    // Most are short, and to tidy them would be half of the work.
    if (raw.length < LONG / 2 && raw.trim() === '') continue;
    const text = raw.length < LONG / 2 ? raw : raw.replace(/\s+/g, ' ').trim();
    if (!text) continue;
    paragraphs++;
    if (text.length < LONG / 2) continue;
    // Scripts without spaces say in half the characters what others say.
    const length = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? text.length * 2 : text.length;
    if (length < LONG) continue;
    let inLinks = 0;
    for (const link of reader.select(element, 'a')) inLinks += reader.text(link).length;
    linked += inLinks;
    if (inLinks > text.length / 2) {
      boilerplate++;
      continue;
    }
    long++;
    chars += length;
    const parent = reader.parent(element);
    const grandparent = parent && (reader.parent(parent) ?? (parent as Partial<ShadowRoot>).host ?? null);
    groups.set(parent, (groups.get(parent) ?? 0) + length);
    // Sections split a body: half of what stands there counts for the parent's parent as well.
    groups.set(grandparent, (groups.get(grandparent) ?? 0) + length * 0.8);
    if (sample.length < MAX_SAMPLE) sample += `${text}\n`;
  }
  const run = Math.max(0, ...groups.values());
  signals['long-paragraphs'] = Math.log1p(long) / 4;
  signals['long-none'] = long === 0 ? 1 : 0;
  signals['long-share'] = paragraphs > 0 ? long / paragraphs : 0;
  signals['run-chars'] = Math.min(1.5, Math.log1p(run / 300) / 3);
  signals['run-share'] = chars > 0 ? run / chars : 0;
  signals['long-mean'] = long > 0 ? Math.min(1, chars / long / 500) : 0;
  signals['long-linked'] = chars > 0 ? Math.min(1, (3 * linked) / chars) : 0;
  signals['long-boilerplate'] = Math.log1p(boilerplate) / 3;
  return sample;
}

/** Adds the paragraphs of open shadow roots. */
function addShadowed(document: Document, reader: NodeReader, elements: Element[]): void {
  for (const root of openRoots(document, reader)) {
    elements.push(...reader.select(root, PARAGRAPHS, MAX_PARAGRAPHS - elements.length));
  }
}
