import { countSignals } from './count-signals';
import { type NodeReader, readerFor } from './node-reader';
import { paragraphSignals } from './paragraph-signals';
import { flag, type Signals } from './signal';

/** Pages with more elements are asked less: the reader must not wait, and hardly one of them is an article. */
const LARGE = 40_000;

/** Signals from address, metadata, JSON-LD, counts of elements and the long paragraphs. No layout, no full text. */
export function readSignals(document: Document, url: string): Signals {
  const reader = readerFor(document);
  const signals: Signals = {};
  const isLarge = reader.countTags(document, '*') > LARGE;
  addressSignals(url, signals);
  metaSignals(document, reader, signals);
  jsonLdSignals(document, reader, isLarge, signals);
  countSignals(document, reader, isLarge, signals);
  paragraphSignals(document, reader, isLarge, signals);
  crossSignals(signals);
  return signals;
}

/** More `<meta>`, `<link>` elements than this are not read. */
const MOST_META = 1_000;

const URL_WORDS: readonly (readonly [string, RegExp])[] = [
  [
    'url-news',
    /\/(?:news|articles?|story|stories|politic\w*|world|opinion|sports?|business|artikel|nachrichten|actualit\w*)\//,
  ],
  ['url-blog', /\/blogs?\/|^\/\/blog\.|\/posts?\/|\/insights?\/|\/magazine?\/|\/learn\/|\/guides?\//],
  [
    'url-docs',
    /\/(?:docs?|documentation|api|manual|reference|help|support|wiki|kb|tutorials?|man)\/|\/\/(?:docs?|help|support|developers?|wiki|api)\.|readthedocs|\.md$/,
  ],
  [
    'url-forum',
    /\/(?:forums?|threads?|topics?|t|discussions?|questions?|community|viewtopic|showthread|comments|board|r)(?:[/.?-])|\/\/(?:forums?|community|discuss|discourse|talk|ask)\.|showthread|viewtopic/,
  ],
  ['url-shop', /\/(?:products?|shop|store|items?|dp|p|buy|cart|collections?)\/|\/\/(?:shop|store)\./],
  [
    'url-list',
    /\/(?:category|categories|tags?|authors?|search|page|archives?|topics?|section|directory|browse|listings?|collections?|jobs|courses|events)(?:[/.?]|$)|\/page\/?\d+/,
  ],
  [
    'url-service',
    /\/(?:services?|about|contact|solutions?|pricing|careers?|locations?|features?|platform|products?|programs?|industries|products-services|company|treatments?|departments?|academics?)(?:[/-]|$)/,
  ],
];

function addressSignals(url: string, signals: Signals): void {
  let parsed: URL | null = null;
  try {
    parsed = new URL(url);
  } catch {
    // An address that is none says nothing.
  }
  const path = parsed?.pathname.replace(/\/+$/, '') ?? '';
  const parts = path.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  const place = `//${parsed?.hostname.replace(/^www\./, '') ?? ''}${path}/`.toLowerCase();
  signals['url-root'] = flag(parts.length === 0);
  signals['url-short'] = flag(parts.length === 1 && last.length < 12);
  signals['url-depth'] = Math.min(parts.length, 6) / 6;
  signals['url-slug'] = Math.min(last.split(/[-_+]|%20/).filter(hasLetter).length, 10) / 10;
  signals['url-long-slug'] = flag(parts.some((part) => part.split('-').length >= 5));
  signals['url-date'] = flag(
    /\/(?:19|20)\d\d[/-]?(?:[01]?\d)[/-]|(?:19|20)\d{2}[-_]?[01]\d[-_]?[0-3]\d/.test(path),
  );
  signals['url-number'] = flag(/\d{5,}/.test(path));
  signals['url-file'] = flag(/\.(?:s?html?|php|aspx?|jsp)$/i.test(path));
  signals['url-query'] = flag((parsed?.search.length ?? 0) > 1);
  for (const [name, pattern] of URL_WORDS) signals[name] = flag(pattern.test(place));
}

// The pattern for the letters of all scripts is slow to make; most words need it not.
function hasLetter(word: string): boolean {
  return /[a-z]/i.test(word) || (/[^\d\s]/.test(word) && /\p{L}/u.test(word));
}

function metaSignals(document: Document, reader: NodeReader, signals: Signals): void {
  const meta = new Map<string, string>();
  for (const element of reader.tags(document, 'meta', MOST_META)) {
    const content = reader.attr(element, 'content');
    if (content === null) continue;
    const name =
      reader.attr(element, 'property') ?? reader.attr(element, 'name') ?? reader.attr(element, 'itemprop');
    if (name) meta.set(name.toLowerCase(), content);
  }
  const has = (...names: string[]) => flag(names.some((name) => meta.get(name)));
  const type = (meta.get('og:type') ?? '').toLowerCase();
  signals['og-article'] = flag(/article|blog|news|post/.test(type));
  signals['og-website'] = flag(/website|home/.test(type));
  signals['og-other'] = flag(type && !/article|blog|news|post|website|home/.test(type));
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
  signals['meta-read-time'] = flag(
    /min|lesezeit|lectura|lecture/i.test(`${meta.get('twitter:data1')} ${meta.get('twitter:data2')}`),
  );
  signals['meta-product'] = flag(
    [...meta.keys()].some((name) => name.startsWith('product:') || name.startsWith('og:price')),
  );
  signals['meta-image'] = has('og:image');
  signals['meta-description'] = has('og:description', 'description');
  const links = reader.tags(document, 'link', MOST_META);
  const rels = new Set(links.map((link) => reader.attr(link, 'rel')?.toLowerCase()));
  const isLinked = (...names: string[]) => flag(names.some((name) => rels.has(name)));
  signals['link-amp'] = isLinked('amphtml');
  signals['link-paged'] = isLinked('next', 'prev');
  signals['link-post'] = isLinked('shortlink', 'pingback');
  const classes = reader.body(document);
  const body = classes ? ` ${reader.attr(classes, 'class') ?? ''} ${reader.attr(classes, 'id') ?? ''} ` : '';
  signals['body-single'] = flag(
    /\b(?:single|single-post|postid|article|story|post-template|blog-post|news-detail|node-type-article)\b/i.test(
      body,
    ),
  );
  signals['body-page'] = flag(
    /\b(?:page-template|page-id|page-template-default|node-type-page|landing)\b/i.test(body),
  );
  signals['body-list'] = flag(
    /\b(?:archive|home|blog|category|tag|search|frontpage|front|index|taxonomy|listing|section)\b/i.test(
      body,
    ),
  );
  signals['body-shop'] = flag(/product|shop|cart|catalog|woocommerce/i.test(body));
}

/** Types by signal. Those with a `*` in front match what ends so. */
const TYPES: Readonly<Record<string, string>> = {
  'ld-news': '*NewsArticle Report LiveBlogPosting',
  'ld-blog': 'BlogPosting SocialMediaPosting',
  'ld-article': 'Article OpinionArticle AdvertiserContentArticle ScholarlyArticle',
  'ld-tech': 'TechArticle APIReference HowTo SoftwareSourceCode Course',
  'ld-product': 'Product ProductGroup Offer AggregateOffer SoftwareApplication',
  'ld-list': 'ItemList CollectionPage SearchResultsPage Blog DataCatalog',
  'ld-forum': 'QAPage DiscussionForumPosting Question',
  'ld-faq': 'FAQPage',
  'ld-business':
    '*Business *Store LocalBusiness Service Hospital MedicalClinic Physician Hotel Restaurant Place',
  'ld-thing': 'Event JobPosting Recipe Movie VideoObject Person ProfilePage PodcastSeries Book',
  'ld-breadcrumb': 'BreadcrumbList',
  'ld-web-page': 'WebPage AboutPage ContactPage ItemPage MedicalWebPage',
};
const MAX_JSON_LD = 300_000;
const MOST_SCRIPTS = 500;

/** Types are read by pattern, not by parsing: quicker, smaller and indifferent to malformed JSON. */
function jsonLdSignals(document: Document, reader: NodeReader, isLarge: boolean, signals: Signals): void {
  let source = '';
  for (const script of reader.tags(document, 'script', MOST_SCRIPTS)) {
    const isData = reader.attr(script, 'type')?.toLowerCase() === 'application/ld+json';
    if (isData && source.length < MAX_JSON_LD) source += reader.text(script).slice(0, MAX_JSON_LD);
  }
  const types: string[] = [];
  for (const match of source.matchAll(/"@type"\s*:\s*(?:"([^"]{1,60})"|\[([^\]]{1,200})\])/g)) {
    types.push(...(match[1] ?? match[2] ?? '').split(/[",\s]+/).map((t) => t.replace(/^.*[/#]/, '')));
  }
  const marked = isLarge ? [] : reader.select(document, '[itemtype*="schema.org/"]', 50);
  for (const element of marked) {
    types.push((reader.attr(element, 'itemtype') ?? '').replace(/^.*schema\.org\//, ''));
  }
  for (const [name, list] of Object.entries(TYPES)) {
    const wanted = list.split(' ');
    const endings = wanted.filter((word) => word.startsWith('*')).map((word) => word.slice(1));
    signals[name] = flag(
      types.some((type) => wanted.includes(type) || endings.some((ending) => type.endsWith(ending))),
    );
  }
  const articles = types.filter((type) => type.endsWith('Article') || type.endsWith('Posting')).length;
  signals['ld-many-articles'] = flag(articles > 2);
  signals['ld-headline'] = flag(isStated(source, 'headline'));
  signals['ld-dated'] = flag(isStated(source, 'datePublished'));
  signals['ld-author'] = flag(isStated(source, 'author'));
  signals['ld-none'] = flag(types.length === 0);
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

/** Conjunctions that a linear model cannot see by itself. */
function crossSignals(signals: Signals): void {
  const s = (name: string) => signals[name] ?? 0;
  const declared = Math.max(s('og-article'), s('ld-news'), s('ld-blog'), s('ld-article'));
  const other = Math.max(
    s('ld-product'),
    s('ld-forum'),
    s('url-docs'),
    s('url-forum'),
    s('cart'),
    s('meta-product'),
  );
  signals['x-declared-long'] = declared * s('run-chars');
  signals['x-declared-short'] = declared * (1 - s('run-chars'));
  signals['x-undeclared-long'] = (1 - declared) * s('run-chars');
  signals['x-other-declared'] = other * declared;
  signals['x-dated-long'] = Math.max(s('meta-published'), s('ld-dated'), s('time-one')) * s('run-chars');
  signals['x-author-long'] = Math.max(s('meta-author'), s('byline'), s('ld-author')) * s('run-chars');
  signals['x-list-links'] = s('linked-headings') * (1 - s('run-share'));
}
