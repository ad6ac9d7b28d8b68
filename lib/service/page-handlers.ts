import { analyseInSteps } from '../analysis/analyse-in-steps';
import { decideArticle } from '../article/decide-article';
import type { Findings, PageText, PlacedNotes, ToBackground } from '../messaging/protocol';
import type { Handlers, Sender } from '../messaging/server';
import type { ExtractedArticle } from '../model/article';
import { NEW_NOTE } from '../model/draft';
import { afterPlacing } from '../notes/lost-passages';
import { changeLostPassages } from '../platform/lost-passages';
import { takeForTab } from '../platform/session';
import { readSettings } from '../platform/settings';
import { stayAwake } from '../platform/stay-awake';
import { injectScript, showBadge, styleFrames } from '../platform/tabs';
import { annotationsOf } from '../store/annotations';
import { findArticle } from '../store/articles';
import { rememberArticle } from './article-handlers';
import { fromTab } from './from-tab';
import { draftAt } from './note-handlers';
import { notesOn } from './notes-on';
import { keyOfPage } from './page-key';
import { pausesAwake } from './pause';
import { placeNotes } from './place-notes';
import type { Service } from './service';
import { readsUnasked } from './site-rules';
import { settingsFor } from './tell-settings';
import { wordsOn } from './word-handlers';

const MARKS = 'assets/marks.css';

type PageMessages =
  | 'page.detected'
  | 'article.decide'
  | 'page.analyse'
  | 'page.find'
  | 'notes.locate'
  | 'cards.inject'
  | 'frames.style';

/** What a page asks of the background: to be read, analysed, and given its notes. */
export function pageHandlers(service: Service): Pick<Handlers<ToBackground>, PageMessages> {
  return {
    'page.detected': async ({ detection }, sender) => {
      const { tabId, url } = fromTab(sender);
      const settings = await readSettings();
      const notes = await notesOn(service, url);
      await showBadge(tabId, notes);
      if (!readsUnasked(settings, url, detection.verdict, notes)) return { injected: false };
      return { injected: await injectScript(tabId, 'article.js', MARKS) };
    },

    'article.decide': async ({ survey }) => decideArticle(survey),

    'page.analyse': async ({ article, base }, sender) => {
      const { tabId, url } = fromTab(sender);
      const settings = await readSettings();
      if (base === 'article' && settings.keepsRead && !sender.isPrivate) remember(service, article, url);
      const findings =
        base === 'article'
          ? await findIn(service, url, article)
          : { actors: [], claims: [], language: 'en' as const };
      const placed = await placedNotes(service, url, { text: article.text, blocks: article.blocks, base });
      rememberPlaces(placed, sender);
      await showBadge(tabId, placed.notes.length + placed.elsewhere);
      return {
        ...findings,
        ...placed,
        settings: await settingsFor(tabId, url, settings),
        draft: placed.articleKey ? await draftOf(service, placed.articleKey, sender) : null,
        show: await takeForTab(tabId),
      };
    },

    'page.find': async (page, sender) => findIn(service, fromTab(sender).url, page),

    'notes.locate': async ({ text, blocks, base }, sender) => {
      const placed = await placedNotes(service, fromTab(sender).url, { text, blocks, base });
      rememberPlaces(placed, sender);
      return placed;
    },

    'cards.inject': async (_request, sender) => ({
      injected: await injectScript(fromTab(sender).tabId, 'cards.js'),
    }),

    'frames.style': async (_request, sender) => ({
      styled: await styleFrames(fromTab(sender).tabId, MARKS),
    }),
  };
}

async function findIn(
  service: Service,
  url: string,
  page: Pick<PageText, 'text' | 'blocks'>,
): Promise<Findings> {
  const words = await wordsOn(service, url);
  const models = await service.models();
  const found = await analyseInSteps(page.text, page.blocks, models, words, pausesAwake(stayAwake));
  const { actors, claims, language, ms } = found;
  noteTime(ms.claims, { characters: page.text.length, isFast: models.claims?.net?.kernel.fast ?? false });
  return { actors, claims, language };
}

const TIME = 'pressmark.claims';

// For the browser's profiler: how long the last text took, and whether the net ran as WebAssembly. It stays in the background.
function noteTime(duration: number, detail: { readonly characters: number; readonly isFast: boolean }): void {
  performance.clearMeasures(TIME);
  performance.measure(TIME, { start: performance.now() - duration, duration, detail });
}

async function placedNotes(service: Service, url: string, page: PageText): Promise<PlacedNotes> {
  const key = keyOfPage(url);
  if (key === null) return { articleKey: null, version: '', notes: [], elsewhere: 0 };
  const { records, versions } = await storedNotes(service, key);
  return placeNotes(records, page, key, page.base === 'article' ? versions : []);
}

// Nobody waits for it, and in a private window nothing is kept that was not asked for.
function rememberPlaces({ notes }: PlacedNotes, sender: Sender): void {
  if (sender.isPrivate || notes.length === 0) return;
  const placed = notes.map(({ record, state }) => ({ id: record.id, isGone: state === 'gone' }));
  const now = new Date().toISOString();
  changeLostPassages((known) => afterPlacing(known, placed, now)).catch((error: unknown) =>
    console.warn('Pressmark: which passages are gone was not remembered', error),
  );
}

// Nobody waits for this either.
function remember(service: Service, article: ExtractedArticle, url: string): void {
  rememberArticle(service, article, keyOfPage(url)).catch((error: unknown) =>
    console.warn('Pressmark: what was read is not in the history', error),
  );
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

async function draftOf(service: Service, key: string, sender: Sender) {
  try {
    return await draftAt(service, key, NEW_NOTE, sender);
  } catch {
    return null;
  }
}
