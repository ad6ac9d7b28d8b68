import type { Sender } from '../messaging/server';
import { isSameSite } from '../notes/article-key';
import { Refusal } from './service';

/**
 * The tab and address a script speaks for: the top frame of a tab, or the bundled sample wherever it is shown.
 *
 * @throws Refusal for anything else
 */
export function fromTab(sender: Sender): { tabId: number; url: string } {
  if (sender.tabId === null || sender.url === null || (sender.frameId !== 0 && sender.kind === 'page')) {
    throw new Refusal('only the top frame of a tab may ask this');
  }
  return { tabId: sender.tabId, url: sender.url };
}

/**
 * Refuses a page that asks about an article of another site, as our scripts never do: a page that has broken out of its
 * process could speak for them, and shall reach no notes but those made on its own site.
 *
 * @throws Refusal
 */
export function onOwnSite(article: string, { kind, url }: Sender): void {
  if (kind === 'page' && (url === null || !isSameSite(article, url)))
    throw new Refusal('this article is not of the site that asks');
}
