import { documentIn, windowOf } from '../frames/frame-tree';
import { type NodeReader, readerFor } from './node-reader';

/** Paragraphs shorter than this are no running text. */
const LONG = 100;
/** Running text from which on a frame is read; advertisements, players and forms have less. */
const ENOUGH = 500;
const MOST_FRAMES = 20;
/** Frames that are stated to be less wide or high than this are advertisements, players and counters. */
const SMALL = 200;

/** The document of a frame element that is read with its page: of the page's own origin, and with running text. */
export function storyIn(frame: Element, reader: NodeReader): Document | null {
  const document = reader.tag(frame) !== 'IFRAME' || isSmall(frame, reader) ? null : documentIn(frame);
  return document && windowOf(document) && paragraphLength(document, reader) >= ENOUGH ? document : null;
}

/** Asked first: the browser has to make a world of its own for our scripts in each frame that is looked into. */
function isSmall(frame: Element, reader: NodeReader): boolean {
  return ['width', 'height'].some((name) => {
    const size = reader.attr(frame, name);
    return size !== null && /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) < SMALL;
  });
}

/** The documents of the page's frames that are read with it, frames within frames included; not those in shadow roots. */
export function storyFrames(
  document: Document,
  reader: NodeReader = readerFor(document),
): readonly Document[] {
  const stories: Document[] = [];
  for (const frame of reader.tags(document, 'iframe', Number.POSITIVE_INFINITY)) {
    const inner = stories.length < MOST_FRAMES ? storyIn(frame, reader) : null;
    if (inner) stories.push(inner, ...storyFrames(inner, reader));
  }
  return stories;
}

/** The document that a page is mostly read for: its own, unless a frame holds more running text than it. */
export function mainDocument(document: Document): Document {
  const reader = readerFor(document);
  const stories = storyFrames(document, reader);
  if (stories.length === 0) return document;
  const lengths = [document, ...stories].map((one) => [one, paragraphLength(one, reader)] as const);
  return lengths.reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** Characters in a document's long paragraphs. */
function paragraphLength(document: Document, reader: NodeReader): number {
  let length = 0;
  for (const paragraph of reader.select(document, 'p')) {
    const own = reader.text(paragraph).replace(/\s+/g, ' ').trim().length;
    if (own >= LONG) length += own;
  }
  return length;
}
