import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { AnnotationRecord } from '../model/annotation';
import { articleKey } from '../notes/article-key';
import { askTab } from '../platform/messages';
import { readSettings } from '../platform/settings';
import { showBadge, webTabs } from '../platform/tabs';
import { countOf, removeAnnotation, saveAnnotation } from '../store/annotations';
import { discardDraft, loadDraft, saveDraft } from '../store/drafts';
import { currentVersion } from '../team/conflicts';
import type { Service } from './service';

type NoteMessages = 'notes.save' | 'notes.remove' | 'drafts.save' | 'drafts.load' | 'drafts.discard';

/** Writing notes and their drafts. A note is acknowledged only once it stands on disk. */
export function noteHandlers(service: Service): Pick<Handlers<ToBackground>, NoteMessages> {
  return {
    'notes.save': async ({ id, seen, fields, article }) => {
      const { author } = await readSettings();
      const record = await saveAnnotation(await service.database(), { id, seen, fields, author, article });
      await tellPages(service, record);
      return { record };
    },

    'notes.remove': async ({ id, seen }) => {
      const { author } = await readSettings();
      const record = await removeAnnotation(await service.database(), { id, seen, author });
      await tellPages(service, record);
      return { record };
    },

    'drafts.save': async ({ draft }) => {
      await saveDraft(await service.database(), draft);
      return { savedAt: draft.savedAt };
    },

    'drafts.load': async ({ article, place }) => ({
      draft: (await loadDraft(await service.database(), article, place)) ?? null,
    }),

    'drafts.discard': async ({ article, place }) => {
      await discardDraft(await service.database(), article, place);
      return {};
    },
  };
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
