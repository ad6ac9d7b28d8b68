import { blockPrints } from '../anchoring/block-prints';
import type { ToBackground } from '../messaging/protocol';
import type { Handlers, Sender } from '../messaging/server';
import type { ArticleRecord, ExtractedArticle } from '../model/article';
import type { Draft } from '../model/draft';
import { SAMPLE_KEY } from '../notes/article-key';
import { articleRecord } from '../notes/article-record';
import { dropPrivateDraft, keepPrivateDraft, privateDraft } from '../platform/session';
import { readSettings } from '../platform/settings';
import { removeAnnotation, saveAnnotation } from '../store/annotations';
import { discardDraft, loadDraft, saveDraft } from '../store/drafts';
import { importAll } from '../store/import-all';
import { sha256 } from '../team/version-hash';
import type { Service } from './service';
import { tellOfMany, tellOfNote } from './tell-pages';
import { keepSearchQuick, tendStore } from './tend-store';

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
    'notes.save': async ({ id, seen, fields, article, draft }, sender) => {
      const [{ author }, db] = [await readSettings(), await service.database()];
      const record = await saveAnnotation(db, {
        id,
        seen,
        fields,
        author,
        ...(article === null ? {} : { article: await keptArticle(article, fields.article) }),
        ...(draft === null ? {} : { draft }),
      });
      if (sender.isPrivate && draft !== null) await dropPrivateDraft(fields.article, draft);
      await tellOfNote(service, record);
      void keepSearchQuick(db);
      return { record };
    },

    'notes.remove': async ({ id, seen }) => {
      const { author } = await readSettings();
      const record = await removeAnnotation(await service.database(), { id, seen, author });
      if (record) await tellOfNote(service, record);
      return { record };
    },

    'notes.merge': async ({ annotations, articles }) => {
      const db = await service.database();
      const summary = await importAll(db, { annotations, articles });
      void tendStore(db);
      await tellOfMany();
      return { ...summary, refused: summary.refused.length };
    },

    // Saving is asked for; being typed is not, and in a private window leaves nothing on the disk.
    'drafts.save': async ({ draft }, sender) => {
      if (sender.isPrivate) await keepPrivateDraft(draft);
      else await saveDraft(await service.database(), draft);
      return {};
    },

    'drafts.load': async ({ article, place }, sender) => ({
      draft: await draftAt(service, article, place, sender),
    }),

    'drafts.discard': async ({ article, place }, sender) => {
      if (sender.isPrivate) await dropPrivateDraft(article, place);
      else await discardDraft(await service.database(), article, place);
      return {};
    },
  };
}

/** The draft at a place; in a private window that of such windows alone. */
export async function draftAt(
  service: Service,
  article: string,
  place: string,
  sender: Sender,
): Promise<Draft | null> {
  if (sender.isPrivate) return privateDraft(article, place);
  return loadDraft(await service.database(), article, place);
}

/** The article as it is kept with its first note: text and fingerprints of the version the reader saw. */
async function keptArticle(article: ExtractedArticle, key: string): Promise<ArticleRecord> {
  const version = { hash: await sha256(article.text), skeleton: blockPrints(article.text, article.blocks) };
  // The sample's address differs from browser to browser; its key does not.
  const url = key === SAMPLE_KEY ? SAMPLE_KEY : article.url;
  const blocks = article.blocks.map(({ kind, start, end }) => ({ kind, start, end }));
  return articleRecord({ ...article, url, blocks }, new Date().toISOString(), version, key);
}
