import { analyseText } from '../analysis/analyse-text';
import { decideArticle } from '../article/decide-article';
import type { PageText, PlacedNotes, ToBackground } from '../messaging/protocol';
import type { Handlers, Sender } from '../messaging/server';
import { NEW_NOTE } from '../model/draft';

import { takeForTab } from '../platform/session';
import { readSettings } from '../platform/settings';
import { injectScript, showBadge } from '../platform/tabs';
import { annotationsOf, countOf } from '../store/annotations';
import { findArticle } from '../store/articles';
import { loadDraft } from '../store/drafts';
import { keyOfPage } from './page-key';
import { placeNotes } from './place-notes';
import { Refusal, type Service } from './service';
import { readsUnasked } from './site-rules';

type PageMessages = 'page.detected' | 'article.decide' | 'page.analyse' | 'notes.locate' | 'cards.inject';

/** What a page asks of the background: to be read, analysed, and given its notes. */
export function pageHandlers(service: Service): Pick<Handlers<ToBackground>, PageMessages> {
  return {
    'page.detected': async ({ detection }, sender) => {
      const { tabId, url } = fromTab(sender);
      const settings = await readSettings();
      const notes = await notesOn(service, url);
      await showBadge(tabId, notes);
      if (!readsUnasked(settings, url, detection.verdict, notes)) return { injected: false };
      return { injected: await injectScript(tabId, 'article.js', 'assets/marks.css') };
    },

    'article.decide': async ({ survey }) => decideArticle(survey),

    'page.analyse': async ({ article, base }, sender) => {
      const { tabId, url } = fromTab(sender);
      const findings =
        base === 'article'
          ? analyseText(article.text, article.blocks, await service.models())
          : { actors: [], claims: [], language: 'en' as const };
      const placed = await placedNotes(service, url, { text: article.text, blocks: article.blocks, base });
      await showBadge(tabId, placed.notes.length + placed.elsewhere);
      return {
        actors: findings.actors,
        claims: findings.claims,
        language: findings.language,
        ...placed,
        settings: await readSettings(),
        draft: placed.articleKey ? await draftOf(service, placed.articleKey) : null,
        show: await takeForTab(tabId),
      };
    },

    'notes.locate': async ({ text, blocks, base }, sender) =>
      placedNotes(service, fromTab(sender).url, { text, blocks, base }),

    'cards.inject': async (_request, sender) => ({
      injected: await injectScript(fromTab(sender).tabId, 'cards.js'),
    }),
  };
}

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

async function placedNotes(service: Service, url: string, page: PageText): Promise<PlacedNotes> {
  const key = keyOfPage(url);
  if (key === null) return { articleKey: null, version: '', notes: [], elsewhere: 0 };
  const { records, versions } = await storedNotes(service, key);
  return placeNotes(records, page, key, page.base === 'article' ? versions : []);
}

// Marks must not depend on the store: where it cannot be opened (Firefox' permanent private mode), a page is still
// marked; saving a note then says what is wrong.
async function storedNotes(service: Service, key: string) {
  try {
    const db = await service.database();
    const records = await annotationsOf(db, key);
    const article = records.length > 0 ? await findArticle(db, key) : null;
    return { records, versions: article?.versions ?? [] };
  } catch {
    return { records: [], versions: [] };
  }
}

async function notesOn(service: Service, url: string): Promise<number> {
  const key = keyOfPage(url);
  try {
    return key === null ? 0 : await countOf(await service.database(), key);
  } catch {
    return 0;
  }
}

async function draftOf(service: Service, key: string) {
  try {
    return await loadDraft(await service.database(), key, NEW_NOTE);
  } catch {
    return null;
  }
}
