import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectArticle } from '../../../lib/article/detect-article';
import { documentText } from '../../../lib/article/document-text';
import { extractArticle } from '../../../lib/article/extract-article';
import { decideMetadata } from '../../../lib/article/metadata';
import { surveyPage } from '../../../lib/article/survey-page';
import { rounds } from '../../support/rounds';
import { bareDocument, page } from './page';

const readMetadata = (document: Document, url: string) =>
  decideMetadata(surveyPage(document, url).survey, { first: -1, last: -1 });

const URL_HERE = 'https://news.example/a';
const PARAGRAPH =
  'The council of the small town voted on Tuesday evening to reopen the harbour, after a debate that lasted for more than four hours and drew a large crowd.';
const STORY = `<article><h1>Harbour opens again</h1>${`<p>${PARAGRAPH}</p>`.repeat(1)}<p>${PARAGRAPH.replace('council', 'mayor')}</p><p>${PARAGRAPH.replace('council', 'people')}</p></article>`;
const NAMES = [
  'parentNode',
  'parentElement',
  'children',
  'childNodes',
  'firstChild',
  'nextSibling',
  'nodeType',
  'nodeName',
  'tagName',
  'className',
  'id',
  'getAttribute',
  'querySelectorAll',
  'textContent',
  'attributes',
  'style',
  'removeChild',
  'cloneNode',
  'getRootNode',
  'innerHTML',
  'ownerDocument',
  'shadowRoot',
  'isConnected',
  'body',
  'documentElement',
  'createTreeWalker',
  'createRange',
  'head',
  'title',
  'matches',
];

function everything(document: Document, url: string) {
  const detection = detectArticle(document, url);
  const text = documentText(document);
  const metadata = readMetadata(document, url);
  return { detection, text, metadata, live: extractArticle(document, url) };
}

describe('hostile and broken pages', () => {
  it('reads a story inside a form whose inputs are called like DOM properties', () => {
    const inputs = NAMES.map((name) => `<input name="${name}">`).join('');
    const { live, text } = everything(page(`<body><form>${inputs}${STORY}</form>`), URL_HERE);
    expect(text.text).toContain(PARAGRAPH);
    expect(live!.article.text).toContain(PARAGRAPH);
    expect(String(live!.map.toRanges({ start: 0, end: 11 })[0])).toBe('The council');
  });

  it('reads a page whose images are called like properties of the document', () => {
    const images = NAMES.map((name) => `<img name="${name}">`).join('');
    const { live } = everything(page(`<body>${images}${STORY}`), URL_HERE);
    expect(live!.article.text).toContain(PARAGRAPH);
  });

  it('never changes the live page', () => {
    const document = page(
      `<body><form><input name="children">${STORY}</form><a href="javascript:void 0">x</a>`,
    );
    const before = document.documentElement.outerHTML;
    everything(document, URL_HERE);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('answers null only where the page has no text', () => {
    expect(extractArticle(page('<body><img src="x.png">'), URL_HERE)).toBeNull();
    expect(extractArticle(page('<body>One word'), URL_HERE)!.article.text).toBe('One word');
  });

  it('survives a document without any element', () => {
    const document = page('<body>x');
    document.documentElement.remove();
    expect(extractArticle(document, URL_HERE)).toBeNull();
    expect(detectArticle(document, URL_HERE).verdict).toBe('no');
    expect(documentText(document).text).toBe('');
  });

  it('survives an address that is none and malformed JSON-LD', () => {
    const { metadata, live } = everything(
      page(
        `<head><script type="application/ld+json">{"@type":"NewsArticle","headline":</script></head><body>${STORY}`,
      ),
      'not an address',
    );
    expect(metadata.title).toBe('Harbour opens again');
    expect(live!.article.publishedTime).toBeNull();
  });

  it('dates nothing by a year of two digits', () => {
    const source = '{"@type":"NewsArticle","datePublished":"03/04/21"}';
    const { live } = everything(
      page(`<head><script type="application/ld+json">${source}</script></head><body>${STORY}`),
      URL_HERE,
    );
    expect(live!.article.publishedTime).toBeNull();
  });

  it('takes the headline for the title where the page has no <title>', () => {
    expect(everything(page(`<body>${STORY}`), URL_HERE).metadata.title).toBe('Harbour opens again');
  });

  it('says no to a body without text', () => {
    expect(detectArticle(page('<title>Harbour</title><body><img src="x.png">'), URL_HERE).verdict).toBe('no');
  });

  it('reads deep nesting without running out of stack', () => {
    const document = page('<body><div id="top"></div>');
    let node: Element = document.querySelector('#top')!;
    for (let i = 0; i < 3000; i++) {
      const child = document.createElement('div');
      node.appendChild(child);
      node = child;
    }
    node.textContent = 'At the bottom';
    expect(documentText(document).text).toBe('At the bottom');
  });

  it('reads a page of 100,000 nodes, or twice as many, in bounded time', { timeout: 60_000 }, () => {
    const document = page(`<body>${STORY}<div>${'<i>x</i> '.repeat(rounds(33_000, 66_000))}</div>`);
    const start = performance.now();
    expect(extractArticle(document, URL_HERE)!.article.text).toContain(PARAGRAPH);
    // jsdom selects some thirty times slower than a browser; the limit is against growth by the square.
    expect(performance.now() - start).toBeLessThan(40_000);
  });

  it('never throws, whatever the markup', () => {
    const tag = fc.constantFrom(
      'p',
      'div',
      'article',
      'form',
      'table',
      'h1',
      'svg',
      'template',
      'slot',
      'time',
      'a',
    );
    const attribute = fc.constantFrom(
      '',
      ' name="parentNode"',
      ' hidden',
      ' role="dialog"',
      ' class="byline"',
      ' itemprop="author"',
    );
    const html = fc
      .array(fc.tuple(tag, attribute, fc.string()), { maxLength: 25 })
      .map((parts) => parts.map(([name, extra, text]) => `<${name}${extra}>${text}`).join(''));
    fc.assert(
      fc.property(html, (markup) => {
        const { live } = everything(bareDocument(`<body>${markup}`), URL_HERE);
        for (const block of live?.article.blocks ?? []) expect(block.end).toBeGreaterThan(block.start);
      }),
      { seed: 20260101, numRuns: rounds(30, 60) },
    );
  });
});
