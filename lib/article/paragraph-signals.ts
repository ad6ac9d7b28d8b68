import type { NodeReader } from './node-reader';
import { openRoots } from './open-roots';

/** Characters from which on a paragraph counts as running text. */
const LONG = 100;
const PARAGRAPHS = 'p,[itemprop~="articleBody"]>div';
const MAX_PARAGRAPHS = 400;
const MAX_SAMPLE = 12_000;

/** How a sample of running text speaks: words a hundred words, or marks a thousand characters. */
const STYLE: readonly (readonly [string, RegExp, number])[] = [
  ['style-you', /\b(?:you|your|yours|yourself|sie|ihr|ihre|vous|votre|usted|tu)\b/gi, 4],
  ['style-we', /\b(?:we|our|us|ours|wir|unser\w*|nous|notre|nuestr\w*)\b/gi, 3],
  ['style-i', /\b(?:i|my|me|ich|mein\w*|je|mon)\b/gi, 3],
  ['style-they', /\b(?:he|she|they|his|her|their|him|them)\b/gi, 3],
  [
    'style-said',
    /\b(?:said|says|told|according|announced|reported|explained|added|sagte|sagt|laut|erklärte|dit|selon|dijo|según|ha detto|zei|sier|säger)\b/gi,
    1.5,
  ],
  ['style-past', /\b(?:was|were|had|did|went|came|became|war|waren|hatte|wurde|wurden|était|fue)\b/gi, 3],
  [
    'style-order',
    /\b(?:click|select|enter|choose|install|run|configure|use|set|see|note|make sure|follow|open|type)\b/gi,
    2,
  ],
  [
    'style-sell',
    /\b(?:offer|offers|free|contact|call|today|book|schedule|quality|team|services?|customers?|clients?|solutions?|shipping|warranty|buy|order)\b/gi,
    3,
  ],
  [
    'style-forum',
    /\b(?:thanks|thank|hi|hello|posted|reply|quote|thread|edit|edited|anyone|please|joined|lol|btw)\b/gi,
    1.5,
  ],
  [
    'style-time',
    /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|yesterday|last (?:week|month|year)|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b/gi,
    1.5,
  ],
];

/** Signals of the page's long paragraphs: how many, how long, how close together, how linked, and how they speak. */
export function paragraphSignals(
  document: Document,
  reader: NodeReader,
  signals: Record<string, number>,
): void {
  const groups = new Map<Node | null, number>();
  let paragraphs = 0;
  let long = 0;
  let chars = 0;
  let linked = 0;
  let boilerplate = 0;
  let sample = '';
  const places: ParentNode[] = [document, ...openRoots(document, reader)];
  const elements = places.flatMap((place) => reader.select(place, PARAGRAPHS));
  for (const element of elements.slice(0, MAX_PARAGRAPHS)) {
    const text = reader.text(element).replace(/\s+/g, ' ').trim();
    if (!text) continue;
    paragraphs++;
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
  styleSignals(sample, signals);
}

function styleSignals(sample: string, signals: Record<string, number>): void {
  const words = Math.max(50, sample.length / 6);
  for (const [name, pattern, scale] of STYLE) {
    const hits = sample.match(pattern)?.length ?? 0;
    signals[name] = Math.min(1.5, (hits * 100) / words / scale);
  }
  const thousand = Math.max(0.5, sample.length / 1000);
  const rate = (pattern: RegExp, scale: number) =>
    Math.min(1.5, (sample.match(pattern)?.length ?? 0) / thousand / scale);
  signals['style-quotes'] = rate(/[“”„«»「」]|"/g, 8);
  signals['style-questions'] = rate(/\?/g, 4);
  signals['style-digits'] = rate(/\d+/g, 15);
  signals['style-capitals'] = rate(/(?<=[\p{Ll},] )\p{Lu}/gu, 25);
  signals['style-english'] = rate(/\b(?:the|of|and)\b/g, 25);
}
