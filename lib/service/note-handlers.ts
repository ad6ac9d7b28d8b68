import { blockPrints } from '../anchoring/block-prints';
import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { AnnotationRecord } from '../model/annotation';
import type { ArticleRecord, ExtractedArticle } from '../model/article';
import { articleKey, SAMPLE_KEY } from '../notes/article-key';
import { articleRecord } from '../notes/article-record';
import { askTab } from '../platform/messages';
import { readSettings } from '../platform/settings';
import { showBadge, webTabs } from '../platform/tabs';
import { countOf, removeAnnotation, saveAnnotation } from '../store/annotations';
import { discardDraft, loadDraft, saveDraft } from '../store/drafts';
import { importAll } from '../store/import-all';
import { currentVersion } from '../team/conflicts';
import { sha256 } from '../team/version-hash';
import type { Service } from './service';
import { tendStore } from './tend-store';

type NoteMessages =
  | 'notes.save'
  | 'notes.remove'
  | 'notes.merge'
  | 'drafts.save'
  | 'drafts.load'
  | 'drafts.discard';

/** Writing notes and their drafts. A note is acknowledged only once it stands on disk. */
export function noteHandlers(service: Service): Pick<Handlers<ToBackground>, NoteMessages> {
  return {
    'notes.save': async ({ id, seen, fields, article, draft }) => {
      const { author } = await readSettings();
      const record = await saveAnnotation(await service.database(), {
        id,
        seen,
        fields,
        author,
        ...(article === null ? {} : { article: await keptArticle(article, fields.article) }),
        ...(draft === null ? {} : { draft }),
      });
      await tellPages(service, record);
      return { record };
    },

    'notes.remove': async ({ id, seen }) => {
      const { author } = await readSettings();
      const record = await removeAnnotation(await service.database(), { id, seen, author });
      if (record) await tellPages(service, record);
      return { record };
    },

    'notes.merge': async ({ annotations, articles }) => {
      const db = await service.database();
      const summary = await importAll(db, { annotations, articles });
      void tendStore(db);
      for (const tab of await webTabs()) await askTab(tab.id, { type: 'notes.merged' });
      return { ...summary, refused: summary.refused.length };
    },

    'drafts.save': async ({ draft }) => {
      await saveDraft(await service.database(), draft);
      return {};
    },

    'drafts.load': async ({ article, place }) => ({
      draft: await loadDraft(await service.database(), article, place),
    }),

    'drafts.discard': async ({ article, place }) => {
      await discardDraft(await service.database(), article, place);
      return {};
    },
  };
}

/** The article as it is kept with its first note: text and fingerprints of the version the reader saw. */
async function keptArticle(article: ExtractedArticle, key: string): Promise<ArticleRecord> {
  const version = { hash: await sha256(article.text), skeleton: blockPrints(article.text, article.blocks) };
  // The sample's address differs from browser to browser; its key does not.
  const url = key === SAMPLE_KEY ? SAMPLE_KEY : article.url;
  const blocks = article.blocks.map(({ kind, start, end }) => ({ kind, start, end }));
  return articleRecord({ ...article, url, blocks }, new Date().toISOString(), version, key);
}

/** Tells every open tab of a note's article that the note changed, and counts its badge anew. */
async function tellPages(service: Service, record: AnnotationRecord): Promise<void> {
  const key = currentVersion(record)?.article;
  if (key === undefined) return;
  const count = await countOf(await service.database(), key);
  const tabs = (await webTabs()).filter((tab) => tab.url !== null && articleKey(tab.url) === key);
  await Promise.all(
    tabs.map(async (tab) => {
      await showBadge(tab.id, count);
      await askTab(tab.id, { type: 'notes.changed', record });
    }),
  );
}
