import type { Sender } from '../messaging/server';
import type { AnnotationRecord } from '../model/annotation';
import type { WordListEntry } from '../model/word-list';
import { isSameSite } from '../notes/article-key';
import { currentVersion } from '../team/conflicts';
import { Refusal } from './service';
import { siteOf } from './site-rules';

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

/**
 * Refuses a page that wants to write or delete a note of another site, whose id it cannot know. A note that is not there yet is
 * anybody's.
 *
 * @throws Refusal
 */
export function onOwnNote(record: AnnotationRecord | null, sender: Sender): void {
  const version = record && currentVersion(record);
  if (version) onOwnSite(version.article, sender);
}

/**
 * Refuses a page that wants to take back a correction that holds on other sites alone.
 *
 * @throws Refusal
 */
export function onOwnWord({ scope, where = '' }: WordListEntry, sender: Sender): void {
  if (scope === 'article') onOwnSite(where, sender);
  if (scope === 'site' && sender.kind === 'page' && siteOf(sender.url ?? '') !== where)
    throw new Refusal('this correction is not of the site that asks');
}
