// Adapter of Defuddle for the article scorer; run it with `node --import tsx`. Defuddle has no detector: every page is one.
import { Defuddle } from 'defuddle/node';
import { parsePage } from '../../scripts/analyse/parse-page.ts';
import { blockText } from './block-text.mjs';

/** The scorer's interface: HTML in, what Defuddle says of it out. */
export async function extract(html, url) {
  await new Promise((resolve) => setImmediate(resolve));
  const page = parsePage(html, url);
  try {
    // `useAsync` would ask other servers.
    const found = await Defuddle(page.document, url, { useAsync: false });
    const content = parsePage(`<body>${found.content}</body>`, url);
    const text = blockText(content.document.body);
    content.close();
    return {
      isArticle: true,
      title: found.title || null,
      byline: found.author || null,
      publishedTime: found.published || null,
      text,
    };
  } finally {
    page.close();
  }
}
