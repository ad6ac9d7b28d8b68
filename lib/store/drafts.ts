import type { Draft } from '../model/draft';
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

/** Forgets a draft; none there is fine. @throws StoreError */
export function discardDraft(db: PressmarkDatabase, article: string, place: string): Promise<void> {
  return withNamedFailures(() => db.drafts.delete(draftKey(article, place)));
}
