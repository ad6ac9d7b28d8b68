import type { Settings } from '../model/settings';
import { askTab } from '../platform/messages';
import { askedIn, rememberAsked } from '../platform/session';
import { readSettings } from '../platform/settings';
import { injectScript, tabById, webTabs } from '../platform/tabs';
import { hostOf, isClosed, readsUnasked, ruleFor, settingsOn } from './site-rules';
import { soon } from './soon';
import { tellTab } from './tell-tab';

/** The reader's choices as they hold on the page of a tab. */
export async function settingsFor(tabId: number, url: string, settings: Settings): Promise<Settings> {
  return settingsOn(url, settings, (await askedIn(tabId)) === hostOf(url));
}

/** Whether a tab's page is of a closed site, and the reader has not asked for it to be read. */
export async function isShut(tabId: number, address?: string | null): Promise<boolean> {
  const url = address === undefined ? (await tabById(tabId))?.url : address;
  if (!url || !isClosed(await readSettings(), url)) return false;
  return (await askedIn(tabId)) !== hostOf(url);
}

/** Tells every open tab the reader's choices, which were others `before`. A site that was closed just now is closed also where the reader had asked for it. */
export async function tellSettings(settings: Settings, before: Settings = settings): Promise<void> {
  const tabs = await webTabs();
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      const address = url ?? '';
      if (isClosed(settings, address) && !isClosed(before, address)) await rememberAsked(id, null);
      const told = await settingsFor(id, address, settings);
      await tellTab(id, { type: 'settings.changed', settings: told });
    }),
  );
}

/** Reads the open pages of sites that are read by themselves from now on, as if they had just been opened. */
export async function readOpened(settings: Settings, before: Settings): Promise<void> {
  const opened = (await webTabs()).filter(
    ({ url }) => url && ruleFor(settings, url) === 'automatic' && ruleFor(before, url) !== 'automatic',
  );
  const reading = opened.map(async ({ id, url }) => {
    const report = await askTab(id, { type: 'page.describe' });
    const verdict = report?.mode === 'idle' ? report.detection?.verdict : undefined;
    if (verdict && readsUnasked(settings, url ?? '', verdict, 0))
      await injectScript(id, 'article.js', 'assets/marks.css');
  });
  await soon(Promise.all(reading));
}
