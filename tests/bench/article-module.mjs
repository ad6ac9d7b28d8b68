// Adapter of the article engine for the article scorer; run it with `node --import tsx`.
import { detectArticle } from '../../lib/article/detect-article.ts';
import { extractArticle } from '../../lib/article/extract-article.ts';
import { parsePage } from '../../scripts/analyse/parse-page.ts';

/** The scorer's interface: HTML in, what the engine says of it out. */
export async function extract(html, url) {
  // A turn of the event loop lets jsdom free the page before.
  await new Promise((resolve) => setImmediate(resolve));
  const { document, close } = parsePage(html, url);
  try {
    const detection = detectArticle(document, url);
    const live = extractArticle(document, url);
    return {
      isArticle: detection.verdict === 'article',
      title: live?.article.title ?? null,
      byline: live && live.article.authors.length > 0 ? live.article.authors.join('; ') : null,
      publishedTime: live?.article.publishedTime ?? null,
      text: live?.article.text ?? '',
    };
  } finally {
    close();
  }
}
