import { type NodeReader, readerFor } from './node-reader';
import { paragraphSignals } from './paragraph-signals';

/** Cheap facts about a page by name; most lie between 0 and 1. The order of the names is that of the weights. */
export type Signals = Record<string, number>;

/** Grows slowly with a count: 0 for none, about 1 for `scale`. */
function grow(count: number, scale: number): number {
  return Math.log1p(count) / Math.log1p(scale);
}

const flag = (value: unknown): number => (value ? 1 : 0);

/** Signals from address, metadata, JSON-LD, counts of elements and the long paragraphs. No layout, no full text. */
export function readSignals(document: Document, url: string): Signals {
  const reader = readerFor(document);
  const signals: Signals = {};
  addressSignals(url, signals);
  metaSignals(document, reader, signals);
  jsonLdSignals(document, reader, signals);
  countSignals(document, reader, signals);
  paragraphSignals(document, reader, signals);
  crossSignals(signals);
  return signals;
}

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
  signals['url-slug'] = Math.min(last.split(/[-_+]|%20/).filter((w) => /\p{L}/u.test(w)).length, 10) / 10;
  signals['url-long-slug'] = flag(parts.some((part) => part.split('-').length >= 5));
  signals['url-date'] = flag(
    /\/(?:19|20)\d\d[/-]?(?:[01]?\d)[/-]|(?:19|20)\d{2}[-_]?[01]\d[-_]?[0-3]\d/.test(path),
  );
  signals['url-number'] = flag(/\d{5,}/.test(path));
  signals['url-file'] = flag(/\.(?:s?html?|php|aspx?|jsp)$/i.test(path));
  signals['url-query'] = flag((parsed?.search.length ?? 0) > 1);
  for (const [name, pattern] of URL_WORDS) signals[name] = flag(pattern.test(place));
}

function metaSignals(document: Document, reader: NodeReader, signals: Signals): void {
  const meta = new Map<string, string>();
  for (const element of reader.select(document, 'meta[content]')) {
    const name =
      reader.attr(element, 'property') ?? reader.attr(element, 'name') ?? reader.attr(element, 'itemprop');
    if (name) meta.set(name.toLowerCase(), reader.attr(element, 'content') ?? '');
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
  const exists = (selector: string) => flag(reader.count(document, selector));
  signals['link-amp'] = exists('link[rel="amphtml"]');
  signals['link-paged'] = exists('link[rel="next"],link[rel="prev"]');
  signals['link-post'] = exists('link[rel="shortlink"],link[rel="pingback"]');
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

const TYPES: readonly (readonly [string, RegExp])[] = [
  ['ld-news', /^(?:\w*NewsArticle|Report|LiveBlogPosting)$/],
  ['ld-blog', /^(?:BlogPosting|SocialMediaPosting)$/],
  ['ld-article', /^(?:Article|OpinionArticle|AdvertiserContentArticle|ScholarlyArticle)$/],
  ['ld-tech', /^(?:TechArticle|APIReference|HowTo|SoftwareSourceCode|Course)$/],
  ['ld-product', /^(?:Product|ProductGroup|Offer|AggregateOffer|SoftwareApplication)$/],
  ['ld-list', /^(?:ItemList|CollectionPage|SearchResultsPage|Blog|DataCatalog)$/],
  ['ld-forum', /^(?:QAPage|DiscussionForumPosting|Question)$/],
  ['ld-faq', /^FAQPage$/],
  [
    'ld-business',
    /^(?:LocalBusiness|Service|Hospital|MedicalClinic|Physician|\w*Business|\w*Store|Hotel|Restaurant|Place)$/,
  ],
  ['ld-thing', /^(?:Event|JobPosting|Recipe|Movie|VideoObject|Person|ProfilePage|PodcastSeries|Book)$/],
  ['ld-breadcrumb', /^BreadcrumbList$/],
  ['ld-web-page', /^(?:WebPage|AboutPage|ContactPage|ItemPage|MedicalWebPage)$/],
];
const MAX_JSON_LD = 300_000;

/** Types are read by pattern, not by parsing: quicker, smaller and indifferent to malformed JSON. */
function jsonLdSignals(document: Document, reader: NodeReader, signals: Signals): void {
  let source = '';
  for (const script of reader.select(document, 'script[type="application/ld+json" i]')) {
    if (source.length < MAX_JSON_LD) source += reader.text(script).slice(0, MAX_JSON_LD);
  }
  const types: string[] = [];
  for (const match of source.matchAll(/"@type"\s*:\s*(?:"([^"]{1,60})"|\[([^\]]{1,200})\])/g)) {
    types.push(...(match[1] ?? match[2] ?? '').split(/[",\s]+/).map((t) => t.replace(/^.*[/#]/, '')));
  }
  for (const element of reader.select(document, '[itemtype*="schema.org/"]').slice(0, 50)) {
    types.push((reader.attr(element, 'itemtype') ?? '').replace(/^.*schema\.org\//, ''));
  }
  for (const [name, pattern] of TYPES) signals[name] = flag(types.some((type) => pattern.test(type)));
  const articles = types.filter((type) => /Article$|Posting$/.test(type)).length;
  signals['ld-many-articles'] = flag(articles > 2);
  signals['ld-headline'] = flag(/"headline"\s*:/.test(source));
  signals['ld-dated'] = flag(/"datePublished"\s*:/.test(source));
  signals['ld-author'] = flag(/"author"\s*:/.test(source));
  signals['ld-none'] = flag(types.length === 0);
}

function countSignals(document: Document, reader: NodeReader, signals: Signals): void {
  const count = (selector: string) => reader.count(document, selector);
  const named = classCounter(document, reader);
  const titles = reader.select(document, 'h1');
  signals['h1-none'] = flag(titles.length === 0);
  signals['h1-many'] = flag(titles.length > 1);
  const longest = Math.max(0, ...titles.slice(0, 5).map((h1) => reader.text(h1).trim().split(/\s+/).length));
  signals['h1-words'] = Math.min(longest, 16) / 16;
  signals['h1-in-article'] = flag(count('article h1,[itemtype*="Article"] h1,[itemtype*="Posting"] h1'));
  const articles = count('article');
  signals['article-none'] = flag(articles === 0);
  signals['article-one'] = flag(articles === 1);
  signals['article-many'] = grow(Math.max(0, articles - 3), 20);
  signals['linked-headings'] = grow(count('h2 a[href],h3 a[href],a[href] h2,a[href] h3,h4 a[href]'), 40);
  signals['headings'] = grow(count('h2,h3'), 40);
  signals['links'] = grow(count('a[href]'), 500);
  signals['times'] = grow(count('time'), 20);
  signals['time-one'] = flag(count('time') === 1 || count('time') === 2);
  signals['byline'] = flag(
    count('[rel~="author"],[itemprop~="author"]') + named(/byline|author-name|authorname|author__name/),
  );
  signals['bylines'] = grow(named(/byline|author/), 40);
  signals['body-prop'] = flag(
    count('[itemprop~="articleBody"]') +
      named(/article-body|articlebody|article__body|story-body|article-content|article__content/),
  );
  signals['entry-content'] = flag(
    named(/entry-content|post-content|blog-content|post-body|post-content|blog-post|post__content/),
  );
  signals['figcaptions'] = grow(count('figcaption'), 10);
  signals['code'] = grow(count('pre,p code,li code'), 30);
  signals['tables'] = grow(count('td'), 100);
  signals['inputs'] = grow(count('input:not([type="hidden"]),select,textarea'), 30);
  signals['textarea'] = flag(count('textarea'));
  signals['buttons'] = grow(count('button') + named(/btn|button/), 60);
  signals['cart'] = flag(
    count('[id*="add-to-cart" i],[itemprop="price"],[name="add-to-cart"]') +
      named(/add-to-cart|addtocart|product-price|sku/),
  );
  signals['prices'] = grow(named(/price/), 20);
  signals['comments'] = flag(
    count('#comments,#disqus_thread,#respond,[id^="comment-"]') + named(/comments-area|comment-list/),
  );
  signals['posts'] = grow(
    count('[id^="post-"],[id^="post_"],[id^="msg"]') + named(/message|reply|postbody/),
    20,
  );
  signals['cards'] = grow(named(/card|teaser|tile|item/), 100);
  signals['pager'] = flag(count('[rel="next"]') + named(/pagination|pager|page-numbers/));
  signals['share'] = flag(
    count('[href*="facebook.com/sharer"],[href*="twitter.com/intent"],[href*="twitter.com/share"]') +
      named(/share|social-share/),
  );
  signals['related'] = flag(named(/related|recommend|read-more/));
  signals['doc-nav'] = flag(
    count('[href*="/edit/"]') + named(/docs|toc|edit-this-page|wy-nav-side|theme-doc/),
  );
  signals['faq'] = flag(count('details') + named(/faq|accordion/));
  signals['hero'] = flag(named(/hero|cta|testimonial/));
  signals['tags'] = flag(count('[rel~="tag"]') + named(/tags|tag-list/));
  signals['phone'] = flag(count('[href^="tel:"]'));
}

/**
 * Counts elements by a pattern over their classes. The page's classes are read once and kept by value: a selector
 * `[class*=…]` for each pattern would walk all elements each time.
 */
function classCounter(document: Document, reader: NodeReader): (pattern: RegExp) => number {
  const counts = new Map<string, number>();
  for (const element of reader.select(document, '[class]')) {
    const name = reader.attr(element, 'class') ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const classes = [...counts].map(([name, count]) => [name.toLowerCase(), count] as const);
  return (pattern) => classes.reduce((sum, [name, count]) => sum + (pattern.test(name) ? count : 0), 0);
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
