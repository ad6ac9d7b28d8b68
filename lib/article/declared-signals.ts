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
  for (const [signal, names] of META) {
    signals[signal] = 0;
    for (const name of names) if (meta.get(name)) signals[signal] = 1;
  }
}

/** Names by signal. */
const META: readonly (readonly [signal: string, names: readonly string[]])[] = [
  [
    'meta-published',
    [
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
    ],
  ],
  ['meta-modified', ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified']],
  [
    'meta-author',
    [
      'author',
      'article:author',
      'parsely-author',
      'dc.creator',
      'sailthru.author',
      'byl',
      'cxenseparse:author',
    ],
  ],
  ['meta-section', ['article:section', 'article:tag', 'news_keywords', 'parsely-section']],
  ['meta-image', ['og:image']],
  ['meta-description', ['og:description', 'description']],
];

/** Types by signal, each between two spaces; what ends in `NewsArticle` is news as well. */
const TYPES: readonly (readonly [signal: string, types: string])[] = [
  ['ld-news', ' Report LiveBlogPosting '],
  ['ld-blog', ' BlogPosting SocialMediaPosting '],
  ['ld-article', ' Article OpinionArticle AdvertiserContentArticle ScholarlyArticle '],
  ['ld-product', ' Product ProductGroup Offer AggregateOffer SoftwareApplication '],
  ['ld-list', ' ItemList CollectionPage SearchResultsPage Blog DataCatalog '],
  ['ld-forum', ' QAPage DiscussionForumPosting Question '],
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
  const types = statedTypes(source);
  const marked = isLarge ? [] : reader.select(document, '[itemtype*="schema.org/"]', 50);
  for (const element of marked) {
    const type = reader.attr(element, 'itemtype') ?? '';
    types.push(type.slice(type.lastIndexOf(SCHEMA) + SCHEMA.length));
  }
  let articles = 0;
  for (const [name] of TYPES) signals[name] = 0;
  for (const type of types) {
    if (type.endsWith('NewsArticle')) signals['ld-news'] = 1;
    if (type.endsWith('Article') || type.endsWith('Posting')) articles++;
    for (const [name, wanted] of TYPES) if (wanted.includes(` ${type} `)) signals[name] = 1;
  }
  signals['ld-many-articles'] = flag(articles > 2);
  signals['ld-headline'] = flag(isStated(source, 'headline'));
  signals['ld-dated'] = flag(isStated(source, 'datePublished'));
  signals['ld-author'] = flag(isStated(source, 'author'));
  signals['ld-none'] = flag(types.length === 0);
}

const TYPE = '"@type"';

/** Types that a source of JSON-LD states, one or a list behind each key, without addresses before them. */
function statedTypes(source: string): string[] {
  const types: string[] = [];
  for (let at = source.indexOf(TYPE); at >= 0; at = source.indexOf(TYPE, at + 1)) {
    const rest = source.slice(at + TYPE.length, at + TYPE.length + 300).trimStart();
    const value = rest.startsWith(':') ? rest.slice(1).trimStart() : '';
    const isList = value.startsWith('[');
    const end = isList || value.startsWith('"') ? value.indexOf(isList ? ']' : '"', 1) : 0;
    if (end < 2 || end > (isList ? 201 : 61)) continue;
    for (const type of value.slice(1, end).split(isList ? SEPARATORS : ' ')) {
      types.push(type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#')) + 1));
    }
  }
  return types;
}

const SEPARATORS = /[",\s]+/;

/** Whether a key with that name stands anywhere in the source. */
function isStated(source: string, name: string): boolean {
  const quoted = `"${name}"`;
  for (let at = source.indexOf(quoted); at >= 0; at = source.indexOf(quoted, at + 1)) {
    const rest = source.slice(at + quoted.length, at + quoted.length + 50);
    if (rest.trimStart().startsWith(':')) return true;
  }
  return false;
}
