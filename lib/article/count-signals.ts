import { ClassNames } from './class-names';
import type { NodeReader } from './node-reader';
import { flag, grow, type Signals } from './signal';

/** Signals from the numbers of elements by tag, which the browser counts itself. */
export function tagSignals(document: Document, reader: NodeReader, isLarge: boolean, signals: Signals): void {
  const tagged = (name: string) => reader.countTags(document, name);
  const articles = tagged('article');
  signals['article-none'] = flag(articles === 0);
  signals['article-one'] = flag(articles === 1);
  signals['article-many'] = grow(Math.max(0, articles - 3), 20);
  signals['links'] = grow(isLarge ? 0 : tagged('a'), 500);
  const times = tagged('time');
  signals['times'] = grow(times, 20);
  signals['time-one'] = flag(times === 1 || times === 2);
  signals['figcaptions'] = grow(tagged('figcaption'), 10);
  signals['tables'] = grow(tagged('td'), 100);
  signals['textarea'] = flag(tagged('textarea'));
}

/**
 * Signals from the numbers of elements of some kinds, their classes and ids. What classes tell is asked first: they are
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
  const found = (selector: string, ...attributes: readonly string[]) =>
    isLarge
      ? []
      : reader.select(document, selector).map((element) => attributesOf(element, reader, attributes));
  const classes = isLarge ? null : new ClassNames(document, reader);
  const named = (...parts: readonly string[]) => classes?.count(parts) ?? 0;
  const isNamed = (...parts: readonly string[]) => classes?.has(parts) ?? false;
  // Read by now: only a page with code has it asked for by selector, too.
  const inText = tagged('code') ? count('p code,li code') : 0;
  const marks = found(MARKS, 'rel', 'itemprop').join(' ');
  const links = found(LINKS, 'href').join(' ');
  const ids = found(IDS, 'id');
  signals['byline'] = flag(
    isNamed('byline', 'author-name', 'authorname', 'author__name') || marks.includes('author'),
  );
  signals['body-prop'] = flag(
    isNamed('article-body', 'articlebody', 'article__body') ||
      isNamed('story-body', 'article-content', 'article__content') ||
      marks.includes('articleBody'),
  );
  signals['entry-content'] = flag(
    isNamed('entry-content', 'post-content', 'blog-content', 'post-body', 'blog-post', 'post__content'),
  );
  signals['code'] = grow((isLarge ? 0 : tagged('pre')) + inText, 30);
  signals['buttons'] = grow(tagged('button') + named('btn', 'button'), 60);
  let posts = 0;
  let isCommented = isNamed('comments-area', 'comment-list');
  let isCart = isNamed('add-to-cart', 'addtocart', 'product-price', 'sku') || marks.includes('price');
  for (const id of ids) {
    if (id.startsWith('post') || id.startsWith('msg')) posts++;
    if (id.startsWith('comment') || id.startsWith('disqus') || id.startsWith('respond')) isCommented = true;
    if (id.includes('cart')) isCart = true;
  }
  signals['cart'] = flag(isCart);
  signals['prices'] = grow(named('price'), 20);
  signals['comments'] = flag(isCommented);
  signals['posts'] = grow(posts + named('message', 'reply', 'postbody'), 20);
  signals['cards'] = grow(named('card', 'teaser', 'tile', 'item'), 100);
  signals['share'] = flag(isNamed('share') || links.includes('facebook') || links.includes('twitter'));
  signals['related'] = flag(isNamed('related', 'recommend', 'read-more'));
  signals['doc-nav'] = flag(
    isNamed('docs', 'toc', 'edit-this-page', 'wy-nav-side', 'theme-doc') || links.includes('/edit/'),
  );
  signals['faq'] = flag(isNamed('faq', 'accordion') || tagged('details'));
  signals['hero'] = flag(isNamed('hero', 'cta', 'testimonial'));
  signals['tags'] = flag(isNamed('tags', 'tag-list') || marks.includes('tag'));
}

/**
 * What is asked of attributes, in three selectors: each visits all elements. Most of these have no such attribute, which the browser
 * is asked first.
 */
const MARKS =
  '[rel]:is([rel~="author"],[rel~="tag"]),[itemprop]:is([itemprop~="author"],[itemprop~="articleBody"],[itemprop="price"])';
const LINKS =
  '[href]:is([href*="facebook.com/sharer"],[href*="twitter.com/intent"],[href*="twitter.com/share"],[href*="/edit/"])';
const IDS =
  '[id]:is(#comments,#disqus_thread,#respond,[id^="comment-"],[id*="add-to-cart"],[id^="post-"],[id^="post_"],[id^="msg"])';

function attributesOf(element: Element, reader: NodeReader, names: readonly string[]): string {
  return names.map((name) => reader.attr(element, name) ?? '').join(' ');
}
