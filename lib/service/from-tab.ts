import type { Sender } from '../messaging/server';
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
