import type { PageReport } from '../messaging/protocol';
import { askTab } from '../platform/messages';
import { readSettings } from '../platform/settings';
import { injectScript, mayRead, showBadge, tabById } from '../platform/tabs';
import { notesOn } from './notes-on';
import type { Service } from './service';
import { readsUnasked } from './site-rules';

/**
 * What a tab's page says of itself; null where it has no answer. A page that is no article keeps silent until its script comes
 * again: to be ready for questions that hardly any such page is asked was a fifth of what it cost.
 */
export async function describeTab(tabId: number): Promise<PageReport | null> {
  const report = await askTab(tabId, { type: 'page.describe' });
  if (report !== null) return report;
  const url = (await tabById(tabId))?.url ?? '';
  if (!(await mayRead(url)) || !(await injectScript(tabId, 'detect.js'))) return null;
  return askTab(tabId, { type: 'page.describe' });
}

/**
 * Sees to the notes on a page that a tab has gone to. An article asks for its own; any other page is spoken to as soon as it is
 * known to carry some, and says what it is once it is decided. One that was decided before is read here.
 */
export async function attendNotes(service: Service, tabId: number, url: string): Promise<void> {
  const notes = await notesOn(service, url);
  if (notes === 0) return;
  const report = await describeTab(tabId);
  const verdict = report?.mode === 'idle' ? report.detection?.verdict : undefined;
  if (!verdict || verdict === 'article') return;
  await showBadge(tabId, notes);
  if (readsUnasked(await readSettings(), url, verdict, notes))
    await injectScript(tabId, 'article.js', 'assets/marks.css');
}
