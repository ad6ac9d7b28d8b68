import type { ExtractedArticle } from '../../../lib/model/article';

const TEXT = 'The harbour opens in May.\n"It was late," said Ana Ruiz.';

/** An extracted article, with changes. */
export function sampleArticle(change: Partial<ExtractedArticle> = {}): ExtractedArticle {
  return {
    url: 'https://example.org/harbour?utm_source=letter',
    text: TEXT,
    blocks: [
      { kind: 'paragraph', start: 0, end: 25 },
      { kind: 'paragraph', start: 26, end: TEXT.length },
    ],
    title: 'The harbour opens',
    authors: ['Ben Sato'],
    siteName: 'Example Post',
    publishedTime: '2026-03-01',
    modifiedTime: null,
    section: null,
    lang: 'en',
    canonicalUrl: null,
    provenance: { title: 'json-ld', authors: 'visible' },
    ...change,
  };
}

export const VERSION = { hash: 'aa11', skeleton: [{ simhash: '0badcafe', length: 25 }] };
