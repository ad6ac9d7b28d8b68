import { MAX_SCRIPT } from './json-ld';
import { type NodeReader, readerFor } from './node-reader';
import { type PageBlock, readPageBlocks } from './page-blocks';
import type { MarkedTexts, PageSurvey } from './page-survey';
import { readableRegion } from './readable-region';
import { readableShare } from './readable-share';
import { mainDocument } from './story-frames';

/** Where authors are marked, the surest marks first; those at the end hold whole bylines. */
const EXACT_MARKS =
  '[rel~="author"],[itemprop~="author"] [itemprop~="name"],[itemprop~="author"],[class*="author-name" i],[class*="authorname" i],' +
  '[class*="author__name" i],[class*="author_name" i],[class*="byline" i] a,[class*="author" i] a[href*="/author" i],a[href*="/author/" i],' +
  'a[href*="/authors/" i],a[href*="/autor" i]';
const BYLINE_MARKS = '[class*="byline" i],[class*="author" i],[data-testid*="byline" i]';
/** Where names are those of commenters, of other stories or of the site's people. */
const ELSEWHERE =
  /comment|related|recommend|sidebar|footer|widget|teaser|promo|popular|latest|trending|carousel|card-|list-item|menu|nav(?:bar|igation)/i;
const TIMES = ['[itemprop~="datePublished"]', 'time[pubdate]', 'article time', 'main time', 'header time'];

// Longer ones are no byline and no date, but a container that was named after one.
const MAX_MARKED = 2_000;

/** A page's survey together with the live blocks that its block facts were read from, index for index. */
export interface SurveyedPage {
  readonly survey: PageSurvey;
  readonly blocks: readonly PageBlock[];
}

/**
 * Reads off a page all that its article is decided from. Never changes the page, never throws. Where no article is wanted,
 * only what the page states of itself, the dear half is left out: which text Readability takes for one.
 */
export function surveyPage(document: Document, url: string, isArticle = true): SurveyedPage {
  const reader = readerFor(document);
  const blocks = readPageBlocks(document);
  // What is said of the article stands where the article does, be that a frame; its address is the page's all the same.
  const main = mainDocument(document);
  const readable = isArticle && blocks.length > 0 ? readableRegion(main).live : new Set<Text>();
  const root = reader.root(main);
  const links = reader.select(document, 'link[rel~="canonical" i]');
  return {
    blocks,
    survey: {
      url,
      documentTitle: documentTitle(main, reader),
      lang: root ? reader.attr(root, 'lang') : null,
      canonicalLinks: links.map((link) => reader.attr(link, 'href')),
      jsonLd: jsonLdSources(main, reader),
      meta: metaPairs(main, reader),
      marked: [
        ...markedTexts(main, reader, EXACT_MARKS, true),
        ...markedTexts(main, reader, BYLINE_MARKS, false),
      ],
      times: shownTimes(main, reader),
      blocks: blocks.map((block) => {
        const { runs: _, ...facts } = block;
        return { ...facts, readable: readableShare(block, readable) };
      }),
    },
  };
}

/** The text of `<title>` in the document's head (an SVG's title is none). */
function documentTitle(document: Document, reader: NodeReader): string {
  const title = reader.select(document, 'head > title')[0] ?? reader.select(document, 'title')[0];
  return title ? shownText(title, reader) : '';
}

function jsonLdSources(document: Document, reader: NodeReader): string[] {
  return reader
    .select(document, 'script[type="application/ld+json" i]')
    .map((script) => reader.text(script))
    .filter((source) => source.length <= MAX_SCRIPT);
}

function metaPairs(document: Document, reader: NodeReader): (readonly [string, string])[] {
  return reader.select(document, 'meta[content]').map((meta) => {
    const names = ['property', 'name', 'itemprop'].map((attribute) => reader.attr(meta, attribute) ?? '');
    return [names.join(' '), (reader.attr(meta, 'content') ?? '').slice(0, MAX_MARKED + 1)] as const;
  });
}

function markedTexts(
  document: Document,
  reader: NodeReader,
  selectors: string,
  isExact: boolean,
): MarkedTexts[] {
  return selectors.split(',').map((selector) => {
    const elements = reader.select(document, selector).slice(0, 12);
    const here = elements.filter((element) => !isElsewhere(element, reader));
    return { isExact, texts: here.map((element) => spacedText(element, reader)) };
  });
}

function isElsewhere(element: Element, reader: NodeReader): boolean {
  let node: Node | null = element;
  for (let depth = 0; node && depth < 12; depth++, node = reader.parent(node)) {
    if (reader.type(node) !== 1) break;
    const tag = reader.tag(node);
    if (tag === 'NAV' || tag === 'FORM') return true;
    // An article may close with a footer of its own, which names its author.
    if (tag === 'FOOTER' && !isInArticle(node, reader)) return true;
    if (tag === 'BODY' || tag === 'MAIN') break;
    const names = `${reader.attr(node as Element, 'class') ?? ''} ${reader.attr(node as Element, 'id') ?? ''}`;
    if (ELSEWHERE.test(names)) return true;
  }
  return false;
}

function isInArticle(element: Node, reader: NodeReader): boolean {
  let node: Node | null = reader.parent(element);
  for (let depth = 0; node && depth < 12; depth++, node = reader.parent(node)) {
    if (reader.type(node) === 1 && reader.tag(node) === 'ARTICLE') return true;
  }
  return false;
}

function shownTimes(document: Document, reader: NodeReader): string[] {
  return TIMES.flatMap((selector) =>
    reader
      .select(document, selector)
      .slice(0, 5)
      .flatMap((element) => [
        reader.attr(element, 'datetime') ?? '',
        reader.attr(element, 'content') ?? '',
        shownText(element, reader),
      ])
      .filter((text) => text !== '' && text.length <= MAX_MARKED),
  );
}

/** The text of an element whose parts stand apart, as a name and a date in two elements do. */
function spacedText(element: Element, reader: NodeReader): string {
  const parts: string[] = [];
  const gather = (node: Node, depth: number) => {
    if (reader.type(node) === 3) parts.push(reader.text(node));
    else if (depth < 12 && parts.length < 100) {
      for (let child = reader.first(node); child; child = reader.next(child)) gather(child, depth + 1);
    }
  };
  gather(element, 0);
  return parts
    .join(' ')
    .slice(0, MAX_MARKED)
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.:])/g, '$1')
    .trim();
}

function shownText(element: Element, reader: NodeReader): string {
  return reader.text(element).slice(0, MAX_MARKED).replace(/\s+/g, ' ').trim();
}
