import { wordsFor } from '../actors/corrections';
import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { WordListEntry, WordScope } from '../model/word-list';
import { readSettings } from '../platform/settings';
import { webTabs } from '../platform/tabs';
import { allWords, forgetWords, saveWords, wordsWithIds } from '../store/word-list';
import { fromTab, onOwnWord } from './from-tab';
import { keyOfPage } from './page-key';
import { Refusal, type Service } from './service';
import { siteOf } from './site-rules';
import { tellTab } from './tell-tab';

type WordMessages = 'words.teach' | 'words.forget' | 'words.merge';

/** Keeping what the reader corrects; every open page that it concerns is told to look anew. */
export function wordHandlers(service: Service): Pick<Handlers<ToBackground>, WordMessages> {
  return {
    'words.teach': async ({ words, scope }, sender) => {
      const { tabId, url } = fromTab(sender);
      const where = placeOf(scope, url);
      const { author } = await readSettings();
      const created = new Date().toISOString();
      const kept = words.map(({ id, ...word }) => ({
        id,
        entry: { ...word, scope, ...(where === null ? {} : { where }), author, created },
      }));
      await saveWords(await service.database(), kept);
      await tellPages(tabId);
      return {};
    },

    'words.forget': async ({ ids }, sender) => {
      const db = await service.database();
      for (const { entry } of await wordsWithIds(db, ids)) onOwnWord(entry, sender);
      await forgetWords(db, ids);
      await tellPages(sender.kind === 'page' ? sender.tabId : null);
      return {};
    },

    'words.merge': async ({ words }) => {
      await saveWords(await service.database(), words);
      await tellPages(null);
      return {};
    },
  };
}

/**
 * The corrections that hold on a page. Marks must not depend on the store: where it cannot be opened, a page is marked
 * without them.
 */
export async function wordsOn(service: Service, url: string): Promise<WordListEntry[]> {
  try {
    const words = await allWords(await service.database());
    const entries = words.map(({ entry }) => entry);
    return wordsFor(entries, { article: keyOfPage(url), site: siteOf(url) });
  } catch {
    return [];
  }
}

function placeOf(scope: WordScope, url: string): string | null {
  if (scope === 'everywhere') return null;
  const place = scope === 'article' ? keyOfPage(url) : siteOf(url);
  if (place === null) throw new Refusal(`this page has no ${scope} to remember a correction for`);
  return place;
}

/** The tab that asked looks anew by itself. */
async function tellPages(asker: number | null): Promise<void> {
  const tabs = (await webTabs()).filter(({ id }) => id !== asker);
  await Promise.all(tabs.map((tab) => tellTab(tab.id, { type: 'words.changed' })));
}
