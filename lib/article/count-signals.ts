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
  signals['code'] = grow(count('pre,p code,li code'), 30);
  signals['buttons'] = grow(tagged('button') + named('btn', 'button'), 60);
  signals['cart'] = flag(
    isNamed('add-to-cart', 'addtocart', 'product-price', 'sku') ||
      marks.includes('price') ||
      ids.some((id) => id.includes('cart')),
  );
  signals['prices'] = grow(named('price'), 20);
  const isComment = (id: string) => /^(?:comment|disqus|respond)/.test(id);
  signals['comments'] = flag(isNamed('comments-area', 'comment-list') || ids.some(isComment));
  const posts = ids.filter((id) => /^(?:post|msg)/.test(id)).length;
  signals['posts'] = grow(posts + named('message', 'reply', 'postbody'), 20);
  signals['cards'] = grow(named('card', 'teaser', 'tile', 'item'), 100);
  signals['share'] = flag(isNamed('share') || /facebook|twitter/.test(links));
  signals['related'] = flag(isNamed('related', 'recommend', 'read-more'));
  signals['doc-nav'] = flag(
    isNamed('docs', 'toc', 'edit-this-page', 'wy-nav-side', 'theme-doc') || links.includes('/edit/'),
  );
  signals['faq'] = flag(isNamed('faq', 'accordion') || tagged('details'));
  signals['hero'] = flag(isNamed('hero', 'cta', 'testimonial'));
  signals['tags'] = flag(isNamed('tags', 'tag-list') || marks.includes('tag'));
}

/** What is asked of attributes, in three selectors: each visits all elements. */
const MARKS =
  '[rel~="author"],[rel~="tag"],[itemprop~="author"],[itemprop~="articleBody"],[itemprop="price"]';
const LINKS =
  '[href*="facebook.com/sharer"],[href*="twitter.com/intent"],[href*="twitter.com/share"],[href*="/edit/"]';
const IDS =
  '#comments,#disqus_thread,#respond,[id^="comment-"],[id*="add-to-cart"],[id^="post-"],[id^="post_"],[id^="msg"]';

function attributesOf(element: Element, reader: NodeReader, names: readonly string[]): string {
  return names.map((name) => reader.attr(element, name) ?? '').join(' ');
}
