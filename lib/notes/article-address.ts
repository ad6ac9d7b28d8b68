import type { ArticleRecord } from '../model/article';
import { articleKey } from './article-key';

/**
 * The address at which an article is opened: one that the reader or a colleague saw it at, or its key. A file may claim any
 * address for an article; only one whose key is the article's leads to the page that its notes are about.
 */
export function addressOf({ key, urls }: Pick<ArticleRecord, 'key' | 'urls'>): string {
  return urls.find((url) => articleKey(url) === key) ?? key;
}
