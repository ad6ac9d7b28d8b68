import { JSDOM } from 'jsdom';

/** A document parsed from markup, without running anything in it. */
export function page(html: string, url = 'https://news.example/2026/03/harbour-opens'): Document {
  return new JSDOM(html, { url }).window.document as unknown as Document;
}

const parser = new new JSDOM('').window.DOMParser();

/** The same without a window of its own, which is much quicker; for tests that make many. */
export function bareDocument(html: string): Document {
  return parser.parseFromString(html, 'text/html') as unknown as Document;
}

/** Writes a document into a frame of another, as a page of the same origin has it; scripts do not run. */
export function framed(outer: Document, selector: string, html: string): Document {
  const inner = outer.querySelector<HTMLIFrameElement>(selector)!.contentDocument!;
  inner.open();
  inner.write(html);
  inner.close();
  return inner;
}
