// Adapter of @mozilla/readability and its isProbablyReaderable for the article scorer; run it with `node --import tsx`.
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parsePage } from '../../scripts/analyse/parse-page.ts';
import { blockText } from './block-text.mjs';

/** The scorer's interface: HTML in, what Readability says of it out. */
export async function extract(html, url) {
  await new Promise((resolve) => setImmediate(resolve));
  const { document, close } = parsePage(html, url);
  try {
    const isArticle = isProbablyReaderable(document);
    const found = new Readability(document, { serializer: (element) => element }).parse();
    return {
      isArticle,
      title: found?.title ?? null,
      byline: found?.byline ?? null,
      publishedTime: found?.publishedTime ?? null,
      text: blockText(found?.content ?? null),
    };
  } finally {
    close();
  }
}
