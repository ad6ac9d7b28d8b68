import { addressSignals } from './address-signals';
import { countSignals, tagSignals } from './count-signals';
import { type NodeReader, readerFor } from './node-reader';
import { paragraphSignals } from './paragraph-signals';
import { flag, type Signals } from './signal';
import { styleSignals } from './style-signals';

/** Pages with more elements are asked less: the reader must not wait, and hardly one of them is an article. */
const LARGE = 40_000;

/** The signals of a page, read in two steps, since the first is enough for most pages that are no article. */
export interface PageSignals {
  /** Address, counts of tags, long paragraphs: quickly read. */
  readonly glance: Signals;
  /** Whether the page declares itself an article; such a page is always looked at in full. */
  isDeclared(): boolean;
  /** All of them, those of the first step included. */
  all(): Signals;
}

/** Signals from address, metadata, JSON-LD, counts of elements and the long paragraphs. No layout, no full text. */
export function readSignals(document: Document, url: string): PageSignals {
  const reader = readerFor(document);
  const glance: Signals = {};
  const isLarge = reader.countTags(document, '*') > LARGE;
  addressSignals(url, glance);
  tagSignals(document, reader, isLarge, glance);
  const sample = paragraphSignals(document, reader, isLarge, glance);
  return {
    glance,
    isDeclared: () => reader.has(document, DECLARED),
    all: () => {
      const signals = { ...glance };
      metaSignals(document, reader, signals);
      jsonLdSignals(document, reader, isLarge, signals);
      countSignals(document, reader, isLarge, signals);
      styleSignals(sample, signals);
      crossSignals(signals);
      return signals;
    },
  };
}

const DECLARED = ['article', 'blog', 'news', 'post']
  .map((kind) => `[property="og:type"][content*="${kind}" i]`)
  .join(',');

/** More `<meta>` elements than this are not read. */
const MOST_META = 1_000;

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
