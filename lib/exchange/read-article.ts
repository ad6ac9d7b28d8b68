import * as v from 'valibot';
import type { ArticleRecord, ArticleVersion } from '../model/article';
import { articleKey } from '../notes/article-key';
import { sha256 } from '../team/version-hash';
import { dataProblem } from './plain-data';
import { articleSchema, articleVersionSchema } from './record-schema';

/**
 * Rebuilds an article from data of a file; null when it is none. Addresses that are not on the web and texts whose
 * hash is wrong are left out: annotations then find their place by the quote. Never rejects.
 */
export async function readArticle(data: unknown): Promise<ArticleRecord | null> {
  if (dataProblem(data) !== null) return null;
  const parsed = v.safeParse(articleSchema, data);
  if (!parsed.success || articleKey(parsed.output.key) === null) return null;
  const { versions, urls, canonicalUrl, ...rest } = parsed.output;
  const kept: ArticleVersion[] = [];
  for (const version of versions) {
    const state = v.safeParse(articleVersionSchema, version);
    if (state.success && (await sha256(state.output.text)) === state.output.hash) kept.push(state.output);
  }
  return {
    ...rest,
    urls: urls.filter((url) => articleKey(url) !== null),
    canonicalUrl: canonicalUrl !== null && articleKey(canonicalUrl) !== null ? canonicalUrl : null,
    versions: kept,
  };
}

/** What is known of an article when only its address is: enough to list the notes on it. */
export function articleStub(key: string, url: string): ArticleRecord {
  return {
    key,
    urls: [url],
    title: null,
    authors: [],
    siteName: null,
    publishedTime: null,
    modifiedTime: null,
    section: null,
    lang: null,
    canonicalUrl: null,
    provenance: {},
    versions: [],
  };
}
