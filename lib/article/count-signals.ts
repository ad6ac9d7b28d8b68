import { ClassNames } from './class-names';
import type { NodeReader } from './node-reader';
import { flag, grow, type Signals } from './signal';

/** Most headings whose surroundings are looked at. */
const MOST_TITLES = 50;

/** Signals from the numbers of elements by tag, which the browser counts itself. */
export function tagSignals(document: Document, reader: NodeReader, isLarge: boolean, signals: Signals): void {
  const tagged = (name: string) => reader.countTags(document, name);
  const articles = tagged('article');
  signals['article-none'] = flag(articles === 0);
  signals['article-one'] = flag(articles === 1);
  signals['article-many'] = grow(Math.max(0, articles - 3), 20);
  signals['links'] = grow(isLarge ? 0 : reader.count(document, 'a[href]'), 500);
  const times = tagged('time');
  signals['times'] = grow(times, 20);
  signals['time-one'] = flag(times === 1 || times === 2);
  signals['figcaptions'] = grow(tagged('figcaption'), 10);
  signals['tables'] = grow(tagged('td'), 100);
  signals['textarea'] = flag(tagged('textarea'));
}

/**
 * Signals from headlines, and from the numbers of elements of some kinds, their classes and ids. What classes tell is asked first: they are
 * in one string by then, while each selector visits all elements. On a large page they are left out.
 */
export function countSignals(
  document: Document,
  reader: NodeReader,
  isLarge: boolean,
  signals: Signals,
): void {
  const tagged = (name: string) => reader.countTags(document, name);
  const count = (selector: string) => (isLarge ? 0 : reader.count(document, selector));
  const has = (selector: string) => !isLarge && reader.has(document, selector);
  const classes = isLarge ? null : new ClassNames(document, reader);
  const named = (...parts: readonly string[]) => classes?.count(parts) ?? 0;
  const isNamed = (...parts: readonly string[]) => classes?.has(parts) ?? false;
  titleSignals(document, reader, signals);
  signals['linked-headings'] = grow(count('h2 a[href],h3 a[href],a[href] h2,a[href] h3,h4 a[href]'), 40);
  signals['byline'] = flag(
    isNamed('byline', 'author-name', 'authorname', 'author__name') ||
      has('[rel~="author"],[itemprop~="author"]'),
  );
  signals['body-prop'] = flag(
    isNamed('article-body', 'articlebody', 'article__body') ||
      isNamed('story-body', 'article-content', 'article__content') ||
      has('[itemprop~="articleBody"]'),
  );
  signals['entry-content'] = flag(
    isNamed('entry-content', 'post-content', 'blog-content', 'post-body', 'blog-post', 'post__content'),
  );
  signals['code'] = grow(count('pre,p code,li code'), 30);
  signals['inputs'] = grow(count('input:not([type="hidden"]),select,textarea'), 30);
  signals['buttons'] = grow(tagged('button') + named('btn', 'button'), 60);
  signals['cart'] = flag(
    isNamed('add-to-cart', 'addtocart', 'product-price', 'sku') ||
      has('[id*="add-to-cart" i],[itemprop="price"],[name="add-to-cart"]'),
  );
  signals['prices'] = grow(named('price'), 20);
  signals['comments'] = flag(
    isNamed('comments-area', 'comment-list') || has('#comments,#disqus_thread,#respond,[id^="comment-"]'),
  );
  const posts = '[id^="post-"],[id^="post_"],[id^="msg"]';
  signals['posts'] = grow(count(posts) + named('message', 'reply', 'postbody'), 20);
  signals['cards'] = grow(named('card', 'teaser', 'tile', 'item'), 100);
  signals['pager'] = flag(isNamed('pagination', 'pager', 'page-numbers') || has('[rel="next"]'));
  const sharers = '[href*="facebook.com/sharer"],[href*="twitter.com/intent"],[href*="twitter.com/share"]';
  signals['share'] = flag(isNamed('share') || has(sharers));
  signals['related'] = flag(isNamed('related', 'recommend', 'read-more'));
  signals['doc-nav'] = flag(
    isNamed('docs', 'toc', 'edit-this-page', 'wy-nav-side', 'theme-doc') || has('[href*="/edit/"]'),
  );
  signals['faq'] = flag(isNamed('faq', 'accordion') || tagged('details'));
  signals['hero'] = flag(isNamed('hero', 'cta', 'testimonial'));
  signals['tags'] = flag(isNamed('tags', 'tag-list') || has('[rel~="tag"]'));
  signals['phone'] = flag(has('[href^="tel:"]'));
}

function titleSignals(document: Document, reader: NodeReader, signals: Signals): void {
  const titles = reader.tags(document, 'h1', MOST_TITLES);
  signals['h1-none'] = flag(titles.length === 0);
  signals['h1-many'] = flag(titles.length > 1);
  const longest = Math.max(0, ...titles.slice(0, 5).map((h1) => reader.text(h1).trim().split(/\s+/).length));
  signals['h1-words'] = Math.min(longest, 16) / 16;
  signals['h1-in-article'] = flag(titles.some((h1) => isInArticle(h1, reader)));
}

function isInArticle(element: Element, reader: NodeReader): boolean {
  for (let node = reader.parent(element); node && reader.type(node) === 1; node = reader.parent(node)) {
    if (reader.tag(node) === 'ARTICLE') return true;
    const kind = reader.attr(node as Element, 'itemtype');
    if (kind && (kind.includes('Article') || kind.includes('Posting'))) return true;
  }
  return false;
}
