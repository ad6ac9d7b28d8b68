import type { Answer, ToBackground } from '../messaging/protocol';
import type { Handlers, Sender } from '../messaging/server';
import type { AnnotationRecord } from '../model/annotation';
import type { Draft } from '../model/draft';
import { dropPrivateDraft, keepPrivateDraft, privateDraft } from '../platform/session';
import { readSettings } from '../platform/settings';
import { findAnnotation, removeAnnotation, saveAnnotation } from '../store/annotations';
import { browserFolder } from '../store/backup-folder';
import { removeAnnotations, tagAnnotations } from '../store/change-many';
import { discardDraft, loadDraft, saveDraft } from '../store/drafts';
import { type HandedOver, readHandedOver } from '../store/hand-over';
import { importAll } from '../store/import-all';
import { onOwnNote, onOwnSite } from './from-tab';
import { keptArticle } from './kept-article';
import { LongWork } from './long-work';
import { Refusal, type Service } from './service';
import { tellOfMany, tellOfNote, tellOfNotes } from './tell-pages';
import { keepSearchQuick, tendStore } from './tend-store';

type NoteMessages =
  | 'notes.save'
  | 'notes.remove'
  | 'notes.merge'
  | 'notes.mergeFile'
  | 'notes.tag'
  | 'notes.removeAll'
  | 'drafts.save'
  | 'drafts.load'
  | 'drafts.discard';

type MergeSummary = Answer<ToBackground, 'notes.merge'>;

/** Writing notes and their drafts. A note is acknowledged only once it stands on disk. */
export function noteHandlers(service: Service): Pick<Handlers<ToBackground>, NoteMessages> {
  const merging = new LongWork<MergeSummary>();
  return {
    'notes.save': async ({ id, seen, fields, article, draft }, sender) => {
      onOwnSite(fields.article, sender);
      const [{ author }, db] = [await readSettings(), await service.database()];
      onOwnNote(await findAnnotation(db, id), sender);
      const record = await saveAnnotation(db, {
        id,
        seen,
        fields,
        author,
        ...(article === null ? {} : { article: await keptArticle(article, fields.article) }),
        // What lies on the disk was typed in a normal window, and is not what was saved here.
        ...(draft === null || sender.isPrivate ? {} : { draft }),
      });
      if (sender.isPrivate && draft !== null) await dropPrivateDraft(fields.article, draft);
      await tellOfNote(service, record);
      void keepSearchQuick(db);
      return { record };
    },

    'notes.remove': async ({ id, seen }, sender) => {
      const [{ author }, db] = [await readSettings(), await service.database()];
      onOwnNote(await findAnnotation(db, id), sender);
      const record = await removeAnnotation(db, { id, seen, author });
      if (record) await tellOfNote(service, record);
      return { record };
    },

    'notes.tag': async ({ ids, add, remove }) => {
      const { author } = await readSettings();
      const db = await service.database();
      const { records, skipped } = await tagAnnotations(db, { ids, tags: { add, remove }, author });
      await afterMany(service, records);
      return { changed: records.length, skipped };
    },

    'notes.removeAll': async ({ notes }) => {
      const { author } = await readSettings();
      const { records, skipped } = await removeAnnotations(await service.database(), { notes, author });
      await afterMany(service, records);
      return { changed: records.length, skipped };
    },

    'notes.merge': ({ annotations, articles }) => merge(service, { annotations, articles }),

    'notes.mergeFile': async ({ name }) => ({
      summary: await merging.ask(name, () => mergeHandedOver(service, name)),
    }),

    // Saving is asked for; being typed is not, and in a private window leaves nothing on the disk.
    'drafts.save': async ({ draft }, sender) => {
      onOwnSite(draft.article, sender);
      if (sender.isPrivate) await keepPrivateDraft(draft);
      else await saveDraft(await service.database(), draft);
      return {};
    },

    'drafts.load': async ({ article, place }, sender) => {
      onOwnSite(article, sender);
      return { draft: await draftAt(service, article, place, sender), isPrivate: sender.isPrivate };
    },

    'drafts.discard': async ({ article, place }, sender) => {
      onOwnSite(article, sender);
      if (sender.isPrivate) await dropPrivateDraft(article, place);
      else await discardDraft(await service.database(), article, place);
      return {};
    },
  };
}

async function mergeHandedOver(service: Service, name: string): Promise<MergeSummary> {
  const folder = await browserFolder();
  const records = await readHandedOver(folder, name);
  if (!records) throw new Refusal(`nothing was handed over as ${name}`);
  try {
    return await merge(service, records);
  } finally {
    await folder.remove(name);
  }
}

async function merge(service: Service, records: HandedOver): Promise<MergeSummary> {
  const db = await service.database();
  const summary = await importAll(db, records);
  void tendStore(db);
  await tellOfMany();
  return { ...summary, refused: summary.refused.length };
}

// Many are indexed afterwards, so that the change itself is on the disk soon.
async function afterMany(service: Service, records: readonly AnnotationRecord[]): Promise<void> {
  void tendStore(await service.database());
  await tellOfNotes(service, records);
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
