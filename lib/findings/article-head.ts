import type { ArticleRecord, ArticleVersion } from '../model/article';
import type { ArticleHead } from '../model/findings';
import { addressOf } from '../notes/article-address';

/** The version of an article that was seen last; null where none is kept. */
export function lastVersion(record: ArticleRecord): ArticleVersion | null {
  let last: ArticleVersion | null = null;
  for (const version of record.versions) if (last === null || version.seenAt >= last.seenAt) last = version;
  return last;
}

/** What lists say of an article. */
export function articleHead(record: ArticleRecord): ArticleHead {
  const { key, title, authors, siteName, publishedTime, flags } = record;
  const version = lastVersion(record);
  return {
    key,
    url: addressOf(record),
    title,
    authors,
    siteName,
    publishedTime,
    version: version?.hash ?? null,
    seenAt: version?.seenAt ?? '',
    ...(flags && flags.length > 0 && { flags }),
    ...(record.onlyRead && { onlyRead: true as const }),
  };
}

/** The day or time that an article is listed under, in milliseconds: when it was published, else when it was seen. */
export function articleTime({
  publishedTime,
  seenAt,
}: Pick<ArticleHead, 'publishedTime' | 'seenAt'>): number {
  for (const time of [publishedTime ?? '', seenAt]) {
    const ms = Date.parse(time);
    if (!Number.isNaN(ms)) return ms;
  }
  return 0;
}

/** The host of an article's address, without `www.`; the key itself where it has none. */
export function hostOfKey(key: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(key)?.[1] ?? key;
}
