import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import { addressOf } from '../notes/article-address';
import { articleKey, SAMPLE_KEY } from '../notes/article-key';
import { askTab } from '../platform/messages';
import { openOwnPage } from '../platform/own-pages';
import { rememberAsked, rememberForTab, takeForTab } from '../platform/session';
import { changeSettings, readSettings } from '../platform/settings';
import { injectScript, openTab, showTab, tabById, webTabs } from '../platform/tabs';
import { findAnnotation } from '../store/annotations';
import { findArticle } from '../store/articles';
import { currentVersion, isDeleted } from '../team/conflicts';
import { pageStatus } from './page-status';
import { Refusal, type Service } from './service';
import { hostOf, isClosed } from './site-rules';
import { soon } from './soon';
import { isShut, readOpened, tellSettings } from './tell-settings';

type TabMessages =
  | 'page.status'
  | 'page.read'
  | 'page.note'
  | 'page.says'
  | 'page.showNote'
  | 'page.showSpan'
  | 'settings.read'
  | 'settings.change'
  | 'notes.open';

/** What the extension's own pages ask about tabs and settings. */
export function tabHandlers(service: Service): Pick<Handlers<ToBackground>, TabMessages> {
  return {
    'page.status': ({ tabId }) => pageStatus(tabId, service),

    'page.read': async ({ tabId }) => ({ injected: await readTab(tabId) }),

    'page.note': async ({ tabId }) => ({ begun: await beginNote(tabId) }),

    'page.says': async ({ tabId }) => ({ isOn: await toggleSaysView(tabId) }),

    'page.showNote': async ({ tabId, id }) =>
      (await askTab(tabId, { type: 'passage.show', id })) ?? { shown: false },

    'page.showSpan': async ({ tabId, passage }) =>
      (await askTab(tabId, { type: 'span.show', passage })) ?? { shown: false },

    'settings.read': async () => ({ settings: await readSettings() }),

    'settings.change': async ({ change }) => {
      const before = await readSettings();
      const settings = await changeSettings(change);
      await tellSettings(settings, before);
      await readOpened(settings, before);
      return { settings };
    },

    'notes.open': async ({ id }, sender) => ({ opened: await openNote(service, id, sender.isPrivate) }),
  };
}

/**
 * Reads a tab because the reader asked, whatever the detector or the site's rule says.
 * A tab that was open before the extension came gets the detector first, and one that has kept silent hears from then on.
 */
export async function readTab(tabId: number): Promise<boolean> {
  const url = (await tabById(tabId))?.url ?? '';
  const settings = await readSettings();
  const isAskedAgain = isClosed(settings, url);
  if (isAskedAgain) await rememberAsked(tabId, hostOf(url));
  if ((await askTab(tabId, { type: 'page.describe' })) === null) await injectScript(tabId, 'detect.js');
  const isRead = await injectScript(tabId, 'article.js', 'assets/marks.css');
  // A page that was read before its site was closed stands there without its marks.
  if (isRead && isAskedAgain) await askTab(tabId, { type: 'settings.changed', settings });
  return isRead;
}

/** Switches all marks on or off in every tab. */
export async function toggleMarks(): Promise<void> {
  const { marksOn } = await readSettings();
  await tellSettings(await changeSettings({ marksOn: !marksOn }));
}

/** Opens the note editor in a tab for what is selected there, or for the page as a whole. */
export async function beginNote(tabId: number): Promise<boolean> {
  const report = await askTab(tabId, { type: 'page.describe' });
  const isUnread = report === null || report.mode === 'idle' || (await isShut(tabId));
  if (isUnread && !(await readTab(tabId))) return false;
  return (await askTab(tabId, { type: 'note.begin' }))?.begun ?? false;
}

/** Moves to the next or previous mark of a tab's page and opens its card. */
export async function walkMarks(tabId: number, step: 1 | -1): Promise<void> {
  await askTab(tabId, { type: 'mark.walk', step });
}

/** Dims all but attributed speech in a tab, or lifts that. @returns whether it is on now */
export async function toggleSaysView(tabId: number): Promise<boolean> {
  return (await askTab(tabId, { type: 'says.toggle' }))?.isOn ?? false;
}

// A note opens where its article already is; otherwise in a new tab, which asks for the note once it has loaded.
async function openNote(service: Service, id: string, isPrivate: boolean): Promise<boolean> {
  const db = await service.database();
  const record = await findAnnotation(db, id);
  if (!record || isDeleted(record)) throw new Refusal('this note is gone');
  const key = currentVersion(record)?.article ?? '';
  if (key === SAMPLE_KEY) {
    const tabId = await openOwnPage('sample');
    if (tabId !== null) await rememberForTab(tabId, id);
    return tabId !== null;
  }
  const there = (await webTabs()).filter((tab) => tab.url !== null && articleKey(tab.url) === key);
  const open = there.find(({ incognito }) => incognito === isPrivate) ?? there[0];
  if (open) {
    // Before the page is asked: one that is being read at this moment shows the note when it has been.
    await rememberForTab(open.id, id);
    await showTab(open.id);
    // One that is busy has the question, and shows the note as soon as it can.
    const isShown = await soon(showHere(open.id, id));
    return isShown === 'late' || isShown;
  }
  const url = addressOf({ key, urls: (await findArticle(db, key))?.urls ?? [] });
  if (!/^https?:/.test(url)) return false;
  const tab = await openTab(url, isPrivate);
  if (tab) await rememberForTab(tab.id, id);
  return tab !== null;
}

async function showHere(tabId: number, id: string): Promise<boolean> {
  const answer = await askTab(tabId, { type: 'passage.show', id });
  if (!answer?.shown) return readTab(tabId);
  await takeForTab(tabId);
  return true;
}
