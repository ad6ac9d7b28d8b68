import { JSDOM, VirtualConsole } from 'jsdom';
import { placeStreamedParts } from './streamed-parts';

const STYLE_ELEMENT = /<style\b[^>]*>[\s\S]*?<\/style\s*>/gi;
const STYLE_ATTRIBUTE = /(\sstyle\s*=\s*)("[^"]*"|'[^']*')/gi;
const HIDING = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * Parses a page in Node, as its own scripts would have completed it. Style sheets are left out and style attributes reduced to what
 * hides an element: jsdom spends most of its time on them, keeps their memory and throws on some that browsers accept. Call `close`
 * when done.
 */
export function parsePage(
  html: string,
  url: string,
): { readonly document: Document; readonly close: () => void } {
  const lean = html
    .replace(STYLE_ELEMENT, '')
    .replace(STYLE_ATTRIBUTE, (_all, name: string, value: string) => {
      const hiding = HIDING.exec(value);
      return hiding ? `${name}"${hiding[0]}"` : '';
    });
  const { window } = new JSDOM(lean, {
    url: /^https?:/.test(url) ? url : 'https://example.invalid/',
    // Pages complain about themselves on the console, where answers are printed.
    virtualConsole: new VirtualConsole(),
  });
  const document = window.document as unknown as Document;
  placeStreamedParts(document);
  return { document, close: () => window.close() };
}
