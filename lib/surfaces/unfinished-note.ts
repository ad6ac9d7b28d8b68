import type { AnnotationRecord } from '../model/annotation';
import { isInPrivateWindow } from '../platform/private-windows';
import { privateDrafts } from '../platform/session';
import { lastUnfinished } from '../store/drafts';
import { withStored } from './stored-notes';

/** The note whose editing was broken off last, if what was typed is newer than the note; else null. In a private window those of such windows alone. */
export async function unfinishedNote(): Promise<AnnotationRecord | null> {
  const kept = (await isInPrivateWindow()) ? await privateDrafts() : null;
  return withStored(async (database) => lastUnfinished(await database(), kept)).catch(() => null);
}
