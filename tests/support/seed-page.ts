import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The parts of a saved article text, told apart by its shape alone. */
export interface SeedArticle {
  readonly categories: readonly string[];
  readonly headline: string;
  readonly body: readonly { readonly kind: 'paragraph' | 'subheading'; readonly text: string }[];
  readonly byline: string;
  /** Author and outlet as the byline names them. */
  readonly author: string;
  readonly outlet: string;
  /** What stood below the byline: the comment form's words, the button to the top. */
  readonly below: readonly string[];
}

/** The page built from it. */
export interface SeedPage extends SeedArticle {
  readonly html: string;
  /** Phrases of the body that are links. */
  readonly linked: readonly string[];
  /** Sentences of the body with a link in their middle, as they read on the page. */
  readonly acrossLink: readonly string[];
}

/** Where the development data keep the text; outside the project and not always there. */
export function seedPath(): string {
  return join(process.env['PRESSMARK_DATA'] ?? '../shared/data', '../seed/did-press-islamabad-meeting.txt');
}

/** The text, or null where the development data are absent (skip the test visibly then). */
export function readSeed(): Promise<string | null> {
  return readFile(seedPath(), 'utf8').catch(() => null);
}

const endsSentence = (line: string) => /[.!?][”’")\]]*$/.test(line);

/** Takes the text apart: categories run together, headline, body with short lines as subheadings, `By NAME | OUTLET`. */
export function parseSeed(text: string): SeedArticle {
  const [categories = '', headline = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const end = rest.findIndex((line) => !endsSentence(line) && line.includes(' | '));
  if (end < 0) throw new Error('The seed text has no byline of the form “By NAME | OUTLET”.');
  const byline = rest[end]!;
  const [author = '', outlet = ''] = byline.split(' | ');
  return {
    categories: categories.split(/(?<=\p{Ll})(?=\p{Lu})/u),
    headline,
    body: rest
      .slice(0, end)
      .map((line) => ({ kind: endsSentence(line) ? 'paragraph' : 'subheading', text: line })),
    byline,
    author: author.replace(/^By /, ''),
    outlet,
    below: rest.slice(end + 1),
  };
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** A sentence cut around its fifth to seventh word, or null when it is too short to carry a link in its middle. */
function linkIn(sentence: string): readonly [string, string, string] | null {
  const words = sentence.split(' ');
  if (words.length < 12) return null;
  return [`${words.slice(0, 4).join(' ')} `, words.slice(4, 7).join(' '), ` ${words.slice(7).join(' ')}`];
}

/** Builds a news theme's page around the article: menu, share buttons, related links, comment form. */
export function buildSeedPage(article: SeedArticle): SeedPage {
  const linked: string[] = [];
  const acrossLink: string[] = [];
  let paragraphs = 0;
  const body = article.body.map(({ kind, text }, index) => {
    if (kind === 'subheading')
      return index % 2 === 0 ? `<h2>${escapeHtml(text)}</h2>` : `<h3>${escapeHtml(text)}</h3>`;
    paragraphs += 1;
    const [first = ''] = text.split(/(?<=[.!?][”’"]?) (?=[“"‘]?\p{Lu})/u);
    const parts = paragraphs % 2 === 0 ? linkIn(first) : null;
    if (!parts) return `<p>${escapeHtml(text)}</p>`;
    const [before, phrase, after] = parts;
    linked.push(phrase);
    acrossLink.push(first);
    const rest = escapeHtml(after + text.slice(first.length));
    return `<p>${escapeHtml(before)}<a href="/tag/${linked.length}">${escapeHtml(phrase)}</a>${rest}</p>`;
  });
  return { ...article, html: theme(article, body), linked, acrossLink };
}

function theme(
  { categories, headline, byline, outlet, below }: SeedArticle,
  body: readonly string[],
): string {
  const links = categories.map(
    (name) => `<a href="/category/${encodeURIComponent(name)}" rel="category tag">${escapeHtml(name)}</a>`,
  );
  const list = links.map((link) => `<li>${link}</li>`).join('');
  const [replyTitle = '', replyNote = '', ...toTop] = below;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(headline)} - ${escapeHtml(outlet)}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="${escapeHtml(outlet)}">
<meta property="article:published_time" content="2025-10-13T08:00:00+00:00">
<style>body{font:16px/1.6 serif;margin:0}nav ul{display:flex;gap:1rem;list-style:none}.site{display:flex;gap:2rem;max-width:62rem;margin:auto}main{flex:2}aside{flex:1}</style>
</head><body class="post-template-default single single-post">
<header id="theme-header"><a href="/" class="logo">${escapeHtml(outlet)}</a><nav id="main-nav"><ul class="menu">${list}</ul></nav></header>
<div class="site"><main id="content"><article id="the-post" class="post">
<header class="entry-header"><span class="post-cat-wrap">${links.join('')}</span><h1 class="post-title entry-title">${escapeHtml(headline)}</h1></header>
<div class="share-buttons share-top"><a href="/share/1">Share</a> <a href="/share/2">Post</a> <a href="/share/3">Telegram</a></div>
<div class="entry-content entry clearfix">
${body.join('\n')}
<p>${escapeHtml(byline)}</p>
</div>
<div class="share-buttons"><a href="/share/1">Share</a> <a href="/share/2">Post</a> <button type="button">Print</button></div>
</article>
<div id="related-posts"><h3>Related Articles</h3><ul><li><a href="/r/1">Traders wait for the border to open</a></li><li><a href="/r/2">School year begins late in the north</a></li><li><a href="/r/3">Rain ends a dry autumn</a></li></ul></div>
<div id="comments"><div id="respond" class="comment-respond"><h3 id="reply-title">${escapeHtml(replyTitle)}</h3><form action="#"><p class="comment-notes">${escapeHtml(replyNote)}</p><label>Comment * <textarea name="comment"></textarea></label><label>Name * <input name="author"></label><button type="submit">Post Comment</button></form></div></div>
</main><aside><h3>Latest</h3><ul><li><a href="/l/1">Weather: first frost expected</a></li><li><a href="/l/2">Letters to the editor</a></li></ul></aside></div>
<footer><p>© ${escapeHtml(outlet)}</p><a id="go-to-top" href="#">${escapeHtml(toTop.join(' '))}</a></footer>
</body></html>`;
}
