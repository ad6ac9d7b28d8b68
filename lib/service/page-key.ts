import { articleKey, SAMPLE_KEY } from '../notes/article-key';
import { isOwnPage } from '../platform/own-pages';

/** The key under which a page's notes are kept: its normalised location, or the sample's; null where there is none. */
export function keyOfPage(url: string): string | null {
  return isOwnPage(url, 'sample') ? SAMPLE_KEY : articleKey(url);
}
