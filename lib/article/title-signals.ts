import type { NodeReader } from './node-reader';
import { flag, type Signals } from './signal';

/** Most headings whose surroundings are looked at. */
const MOST_TITLES = 50;

/** Signals from the page's main headings. */
export function titleSignals(document: Document, reader: NodeReader, signals: Signals): void {
  const titles = reader.tags(document, 'h1', MOST_TITLES);
  signals['h1-none'] = flag(titles.length === 0);
  signals['h1-many'] = flag(titles.length > 1);
  let longest = 0;
  let isInside = false;
  for (let i = 0; i < titles.length; i++) {
    if (i < 5) longest = Math.max(longest, reader.text(titles[i]!).trim().split(/\s+/).length);
    isInside ||= isInArticle(titles[i]!, reader);
  }
  signals['h1-words'] = Math.min(longest, 16) / 16;
  signals['h1-in-article'] = flag(isInside);
}

function isInArticle(element: Element, reader: NodeReader): boolean {
  for (let node = reader.parent(element); node && reader.type(node) === 1; node = reader.parent(node)) {
    if (reader.tag(node) === 'ARTICLE') return true;
    const kind = reader.attr(node as Element, 'itemtype');
    if (kind && (kind.includes('Article') || kind.includes('Posting'))) return true;
  }
  return false;
}
