import type { NodeReader } from './node-reader';
import { flag, type Signals } from './signal';

/** More `<meta>` elements than this are not read. */
const MOST_META = 1_000;
const OG_TYPE = 'meta[property="og:type"],meta[name="og:type"]';

/** What kind of thing the page declares itself to be. Asked of every page, hence without patterns, which would have to be made there. */
export function declarationSignals(document: Document, reader: NodeReader, signals: Signals): void {
  let isArticle = false;
  let isSite = false;
  let isStated = false;
  for (const element of reader.select(document, OG_TYPE, MOST_META)) {
    const type = reader.attr(element, 'content')?.toLowerCase() ?? '';
    if (type) isStated = true;
    if (includesAny(type, ARTICLE_TYPES)) isArticle = true;
    if (includesAny(type, SITE_TYPES)) isSite = true;
  }
  signals['og-article'] = flag(isArticle);
  signals['og-website'] = flag(isSite && !isArticle);
  signals['og-other'] = flag(!isArticle && !isSite && isStated);
}

const ARTICLE_TYPES = ['article', 'blog', 'news', 'post'];
const SITE_TYPES = ['website', 'home'];

function includesAny(text: string, parts: readonly string[]): boolean {
  for (const part of parts) if (text.includes(part)) return true;
  return false;
}

/** Signals of what `<meta>` elements state. */
export function metaSignals(document: Document, reader: NodeReader, signals: Signals): void {
  const meta = new Map<string, string>();
  for (const element of reader.tags(document, 'meta', MOST_META)) {
    const content = reader.attr(element, 'content');
    if (content === null) continue;
    const name =
      reader.attr(element, 'property') ?? reader.attr(element, 'name') ?? reader.attr(element, 'itemprop');
    if (name) meta.set(name.toLowerCase(), content);
  }
  const has = (...names: string[]) => flag(names.some((name) => meta.get(name)));
  signals['meta-published'] = has(
    'article:published_time',
    'og:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publish-date',
    'date',
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'cxenseparse:recs:publishtime',
  );
  signals['meta-modified'] = has('article:modified_time', 'og:updated_time', 'datemodified', 'last-modified');
  signals['meta-author'] = has(
    'author',
    'article:author',
    'parsely-author',
    'dc.creator',
    'sailthru.author',
    'byl',
    'cxenseparse:author',
  );
  signals['meta-section'] = has('article:section', 'article:tag', 'news_keywords', 'parsely-section');
  signals['meta-image'] = has('og:image');
  signals['meta-description'] = has('og:description', 'description');
}

/** Types by signal; what ends in `NewsArticle` is news as well. */
const TYPES: readonly (readonly [signal: string, ...types: string[]])[] = [
  ['ld-news', 'Report', 'LiveBlogPosting'],
  ['ld-blog', 'BlogPosting', 'SocialMediaPosting'],
  ['ld-article', 'Article', 'OpinionArticle', 'AdvertiserContentArticle', 'ScholarlyArticle'],
  ['ld-product', 'Product', 'ProductGroup', 'Offer', 'AggregateOffer', 'SoftwareApplication'],
  ['ld-list', 'ItemList', 'CollectionPage', 'SearchResultsPage', 'Blog', 'DataCatalog'],
  ['ld-forum', 'QAPage', 'DiscussionForumPosting', 'Question'],
];
const SCHEMA = 'schema.org/';
const MAX_JSON_LD = 300_000;
const MOST_SCRIPTS = 500;

/** Types are read by pattern, not by parsing: quicker, smaller and indifferent to malformed JSON. */
export function jsonLdSignals(
  document: Document,
  reader: NodeReader,
  isLarge: boolean,
  signals: Signals,
): void {
  let source = '';
  for (const script of reader.tags(document, 'script', MOST_SCRIPTS)) {
    const isData = reader.attr(script, 'type')?.toLowerCase() === 'application/ld+json';
    if (isData && source.length < MAX_JSON_LD) source += reader.text(script).slice(0, MAX_JSON_LD);
  }
  const types: string[] = [];
  for (const match of source.matchAll(/"@type"\s*:\s*(?:"([^"]{1,60})"|\[([^\]]{1,200})\])/g)) {
    for (const type of (match[1] ?? match[2] ?? '').split(/[",\s]+/)) types.push(withoutPlace(type));
  }
  const marked = isLarge ? [] : reader.select(document, '[itemtype*="schema.org/"]', 50);
  for (const element of marked) {
    const type = reader.attr(element, 'itemtype') ?? '';
    types.push(type.slice(type.lastIndexOf(SCHEMA) + SCHEMA.length));
  }
  let articles = 0;
  let isNews = false;
  for (const type of types) {
    if (type.endsWith('NewsArticle')) isNews = true;
    if (type.endsWith('Article') || type.endsWith('Posting')) articles++;
  }
  for (const [name, ...wanted] of TYPES) signals[name] = flag(types.some((type) => wanted.includes(type)));
  if (isNews) signals['ld-news'] = 1;
  signals['ld-many-articles'] = flag(articles > 2);
  signals['ld-headline'] = flag(isStated(source, 'headline'));
  signals['ld-dated'] = flag(isStated(source, 'datePublished'));
  signals['ld-author'] = flag(isStated(source, 'author'));
  signals['ld-none'] = flag(types.length === 0);
}

/** The name of a type without an address before it. */
function withoutPlace(type: string): string {
  return type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#')) + 1);
}

/** Whether a key with that name stands anywhere in the source. */
function isStated(source: string, name: string): boolean {
  const quoted = `"${name}"`;
  for (let at = source.indexOf(quoted); at >= 0; at = source.indexOf(quoted, at + 1)) {
    const rest = source.slice(at + quoted.length, at + quoted.length + 50);
    if (rest.trimStart().startsWith(':')) return true;
  }
  return false;
}
