import type { AnnotationRecord } from '../model/annotation';
import { isInPrivateWindow } from '../platform/private-windows';
import { privateDrafts } from '../platform/session';
import { lastUnfinished } from '../store/drafts';
import { openStore } from '../store/open-store';

/** The note whose editing was broken off last, if what was typed is newer than the note; else null. In a private window those of such windows alone. */
export async function unfinishedNote(): Promise<AnnotationRecord | null> {
  const db = await openStore().catch(() => null);
  if (!db) return null;
  try {
    return await lastUnfinished(db, (await isInPrivateWindow()) ? await privateDrafts() : null);
  } finally {
    db.close();
  }
}
