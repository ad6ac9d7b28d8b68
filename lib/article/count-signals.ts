import { ClassNames } from './class-names';
import type { NodeReader } from './node-reader';
import { flag, grow, type Signals } from './signal';

/** Signals from the numbers of elements by tag, which the browser counts itself. */
export function tagSignals(document: Document, reader: NodeReader, isLarge: boolean, signals: Signals): void {
  const articles = reader.countTags(document, 'article');
  signals['article-none'] = flag(articles === 0);
  signals['article-one'] = flag(articles === 1);
  signals['article-many'] = grow(Math.max(0, articles - 3), 20);
  signals['links'] = grow(isLarge ? 0 : reader.countTags(document, 'a'), 500);
  const times = reader.countTags(document, 'time');
  signals['times'] = grow(times, 20);
  signals['time-one'] = flag(times === 1 || times === 2);
  signals['figcaptions'] = grow(reader.countTags(document, 'figcaption'), 10);
  signals['tables'] = grow(reader.countTags(document, 'td'), 100);
  signals['textarea'] = flag(reader.countTags(document, 'textarea'));
}

/**
 * Signals from the numbers of elements of some kinds, their classes and ids. What classes tell is asked first: they are
 * in one string by then, while a selector visits all elements. On a large page they are left out. Tables and loops, no inner
 * functions: each function that runs for the first time has to be made there, which is a good part of a look.
 */
export function countSignals(
  document: Document,
  reader: NodeReader,
  isLarge: boolean,
  signals: Signals,
): void {
  const classes = new ClassNames(document, reader, isLarge);
  for (const [name, scale, parts] of NAMED) {
    signals[name] = scale > 0 ? grow(classes.count(parts), scale) : flag(classes.has(parts));
  }
  let code = 0;
  let buttons = reader.countTags(document, 'button');
  if (!isLarge) {
    code = reader.countTags(document, 'pre');
    // Only a page with code has it asked for by selector, too.
    if (reader.countTags(document, 'code')) code += reader.count(document, 'p code,li code');
    buttons += classes.count(['btn', 'button']);
  }
  signals['code'] = grow(code, 30);
  signals['buttons'] = grow(buttons, 60);
  let posts = classes.count(['message', 'reply', 'postbody']);
  const marked = isLarge ? [] : reader.select(document, MARKED);
  for (let i = 0; i < marked.length; i++) posts += markSignals(marked[i]!, reader, signals);
  signals['posts'] = grow(posts, 20);
  if (reader.countTags(document, 'details')) signals['faq'] = 1;
}

/**
 * Signals in their order, with the parts of classes that show them; with a scale, by how many elements have one and how many make a
 * signal of 1. Those without parts are counted otherwise.
 */
const NAMED: readonly (readonly [signal: string, scale: number, parts: readonly string[]])[] = [
  ['byline', 0, ['byline', 'author-name', 'authorname', 'author__name']],
  [
    'body-prop',
    0,
    ['article-body', 'articlebody', 'article__body', 'story-body', 'article-content', 'article__content'],
  ],
  [
    'entry-content',
    0,
    ['entry-content', 'post-content', 'blog-content', 'post-body', 'blog-post', 'post__content'],
  ],
  ['code', 0, []],
  ['buttons', 0, []],
  ['cart', 0, ['add-to-cart', 'addtocart', 'product-price', 'sku']],
  ['prices', 20, ['price']],
  ['comments', 0, ['comments-area', 'comment-list']],
  ['posts', 0, []],
  ['cards', 100, ['card', 'teaser', 'tile', 'item']],
  ['share', 0, ['share']],
  ['related', 0, ['related', 'recommend', 'read-more']],
  ['doc-nav', 0, ['docs', 'toc', 'edit-this-page', 'wy-nav-side', 'theme-doc']],
  ['faq', 0, ['faq', 'accordion']],
  ['hero', 0, ['hero', 'cta', 'testimonial']],
  ['tags', 0, ['tags', 'tag-list']],
];

/**
 * What is asked of other attributes, in one selector: each visits all elements. Most of these have no such attribute, which the
 * browser is asked first.
 */
const MARKED =
  '[rel]:is([rel~="author"],[rel~="tag"]),[itemprop]:is([itemprop~="author"],[itemprop~="articleBody"],[itemprop="price"]),' +
  '[href]:is([href*="facebook.com/sharer"],[href*="twitter.com/intent"],[href*="twitter.com/share"],[href*="/edit/"]),' +
  '[id]:is(#comments,#disqus_thread,#respond,[id^="comment-"],[id*="add-to-cart"],[id^="post-"],[id^="post_"],[id^="msg"])';

/** What one of these elements tells. @returns 1 where it is a post of a forum or a blog, else 0 */
function markSignals(element: Element, reader: NodeReader, signals: Signals): number {
  const marks = `${reader.attr(element, 'rel') ?? ''} ${reader.attr(element, 'itemprop') ?? ''}`;
  if (marks !== ' ') {
    if (marks.includes('author')) signals['byline'] = 1;
    if (marks.includes('articleBody')) signals['body-prop'] = 1;
    if (marks.endsWith(' price')) signals['cart'] = 1;
    if (marks.includes('tag')) signals['tags'] = 1;
  }
  const link = reader.attr(element, 'href') ?? '';
  if (link.includes('facebook.com/sharer') || link.includes('twitter.com/')) signals['share'] = 1;
  if (link.includes('/edit/')) signals['doc-nav'] = 1;
  const id = reader.attr(element, 'id') ?? '';
  if (id.includes('add-to-cart')) signals['cart'] = 1;
  if (id.startsWith('comment') || id.startsWith('disqus') || id.startsWith('respond'))
    signals['comments'] = 1;
  return flag(id.startsWith('post-') || id.startsWith('post_') || id.startsWith('msg'));
}
