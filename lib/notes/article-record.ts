import type { ArticleRecord, ArticleVersion, ExtractedArticle } from '../model/article';
import { articleKey } from './article-key';
import { withCorrections } from './correct-article';

/**
 * The record of an article as it stood on the page. `now` is ISO 8601; `version` brings the hash of the text and the
 * fingerprints of its blocks. `key` is given where the article is already known under another address.
 *
 * @throws RangeError for a page whose address cannot carry notes; ask `articleKey` first.
 */
export function articleRecord(
  extracted: ExtractedArticle,
  now: string,
  version: Pick<ArticleVersion, 'hash' | 'skeleton'>,
  key: string | null = articleKey(extracted.url),
): ArticleRecord {
  if (key === null) throw new RangeError('This address cannot carry notes');
  const { url, text, blocks, ...metadata } = extracted;
  const { hash, skeleton } = version;
  return { ...metadata, key, urls: [url], versions: [{ hash, seenAt: now, text, blocks, skeleton }] };
}

/**
 * What is kept of an article after another visit or an import. Addresses and versions are added and never dropped:
 * annotations point into them. What the page says of itself today replaces what it said, a gap replaces nothing, and
 * nothing but another correction replaces what the reader has corrected. What either side keeps for more than having been
 * read, is kept.
 */
export function mergeArticle(existing: ArticleRecord, incoming: ArticleRecord): ArticleRecord {
  const isOnlyRead = existing.onlyRead && incoming.onlyRead;
  const merged = {
    ...withoutMark(incoming),
    ...withoutMark(existing),
    title: incoming.title ?? existing.title,
    authors: incoming.authors.length > 0 ? incoming.authors : existing.authors,
    siteName: incoming.siteName ?? existing.siteName,
    publishedTime: incoming.publishedTime ?? existing.publishedTime,
    modifiedTime: incoming.modifiedTime ?? existing.modifiedTime,
    section: incoming.section ?? existing.section,
    lang: incoming.lang ?? existing.lang,
    canonicalUrl: incoming.canonicalUrl ?? existing.canonicalUrl,
    ...(incoming.flags && { flags: incoming.flags }),
    provenance: { ...existing.provenance, ...incoming.provenance },
    urls: [...new Set([...existing.urls, ...incoming.urls])],
    // Nothing points into an article that was only read: what it says today is enough of it.
    versions: isOnlyRead ? incoming.versions : joinVersions(existing, incoming),
    ...(isOnlyRead && { onlyRead: true as const }),
  };
  return withCorrections(withCorrections(merged, existing), incoming);
}

function withoutMark({ onlyRead: _, ...rest }: ArticleRecord): ArticleRecord {
  return rest;
}

function joinVersions(existing: ArticleRecord, incoming: ArticleRecord): readonly ArticleVersion[] {
  const known = new Set(existing.versions.map((version) => version.hash));
  return [...existing.versions, ...incoming.versions.filter((version) => !known.has(version.hash))];
}
