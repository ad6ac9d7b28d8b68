import type { AnnotationRecord } from '../model/annotation';
import { type Draft, NEW_NOTE } from '../model/draft';
import { currentVersion, isDeleted } from '../team/conflicts';
import type { PressmarkDatabase } from './database';
import { withNamedFailures } from './store-error';

/** The key of a draft. An article's key contains no `|` outside its query, and the article is always named in full. */
export function draftKey(article: string, place: string): string {
  return `${article}|${place}`;
}

/** Keeps what has been typed, over what was typed before at the same place. @throws StoreError */
export function saveDraft(db: PressmarkDatabase, draft: Draft): Promise<void> {
  return withNamedFailures(async () => {
    await db.drafts.put({ key: draftKey(draft.article, draft.place), draft });
  });
}

/** The draft at a place, or null. @throws StoreError */
export function loadDraft(db: PressmarkDatabase, article: string, place: string): Promise<Draft | null> {
  return withNamedFailures(async () => (await db.drafts.get(draftKey(article, place)))?.draft ?? null);
}

/** All drafts of an article, the last typed first. @throws StoreError */
export function draftsOf(db: PressmarkDatabase, article: string): Promise<Draft[]> {
  return withNamedFailures(async () => {
    const rows = await db.drafts.where('key').startsWith(draftKey(article, '')).toArray();
    const own = rows.map((row) => row.draft).filter((draft) => draft.article === article);
    return own.sort((a, b) => Date.parse(b.updated) - Date.parse(a.updated));
  });
}

/**
 * The note whose editing was broken off last: what was typed is newer than the note. Null where there is none. `kept`: the
 * drafts to look at, where they are not those of the store. @throws StoreError
 */
export function lastUnfinished(
  db: PressmarkDatabase,
  kept: readonly Draft[] | null = null,
): Promise<AnnotationRecord | null> {
  return withNamedFailures(async () => {
    const all = kept ?? (await db.drafts.toArray()).map(({ draft }) => draft);
    const drafts = all.filter(({ place }) => place !== NEW_NOTE);
    drafts.sort((a, b) => Date.parse(b.updated) - Date.parse(a.updated));
    for (const draft of drafts) {
      const record = (await db.annotations.get(draft.place))?.record;
      const version = record && currentVersion(record);
      if (version && !isDeleted(record) && draft.updated > version.updated) return record;
    }
    return null;
  });
}

/** Forgets a draft; none there is fine. @throws StoreError */
export function discardDraft(db: PressmarkDatabase, article: string, place: string): Promise<void> {
  return withNamedFailures(() => db.drafts.delete(draftKey(article, place)));
}
