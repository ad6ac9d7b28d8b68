import type { Ask } from '../../../lib/messaging/client';
import type { ToBackground } from '../../../lib/messaging/protocol';
import { removeAnnotation, saveAnnotation } from '../../../lib/store/annotations';
import type { BackupFolder } from '../../../lib/store/backup-folder';
import { removeAnnotations, tagAnnotations } from '../../../lib/store/change-many';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { loadDraft, saveDraft } from '../../../lib/store/drafts';
import { readHandedOver } from '../../../lib/store/hand-over';
import { importAll } from '../../../lib/store/import-all';
import { moveThroughChanges } from '../../../lib/store/undo';
import { memoryFolder } from '../store/memory-folder';

/** Answers the writing messages from a real store, as the background does; `asked` lists the types in order. */
export function storeAsker(
  db: PressmarkDatabase,
  folder: BackupFolder = memoryFolder(),
): { ask: Ask<ToBackground>; asked: string[] } {
  const asked: string[] = [];
  const ask = async (message: { readonly type: string }): Promise<unknown> => {
    asked.push(message.type);
    // biome-ignore lint/suspicious/noExplicitAny: one place for the shapes of three messages
    const request = message as any;
    if (request.type === 'notes.save') {
      const { id, seen, fields, draft } = request;
      const rest = draft === null ? {} : { draft };
      return { record: await saveAnnotation(db, { id, seen, fields, author: 'Mai', ...rest }) };
    }
    if (request.type === 'notes.remove') {
      const { id, seen } = request;
      return { record: await removeAnnotation(db, { id, seen, author: 'Mai' }) };
    }
    if (request.type === 'notes.tag') {
      const { ids, add, remove } = request;
      const { records, skipped } = await tagAnnotations(db, { ids, tags: { add, remove }, author: 'Mai' });
      return { changed: records.length, skipped };
    }
    if (request.type === 'notes.removeAll') {
      const { records, skipped } = await removeAnnotations(db, { notes: request.notes, author: 'Mai' });
      return { changed: records.length, skipped };
    }
    if (request.type === 'changes.move') {
      const moved = await moveThroughChanges(db, request.direction, 'Mai');
      return { moved: moved && { ...moved, count: moved.records.length } };
    }
    if (request.type === 'drafts.save') {
      await saveDraft(db, request.draft);
      return {};
    }
    if (request.type === 'drafts.load')
      return { draft: await loadDraft(db, request.article, request.place), isPrivate: false };
    if (request.type === 'notes.merge') {
      const summary = await importAll(db, request);
      return { ...summary, refused: summary.refused.length };
    }
    if (request.type === 'notes.mergeFile') {
      const summary = await importAll(db, (await readHandedOver(folder, request.name))!);
      await folder.remove(request.name);
      return { summary: { ...summary, refused: summary.refused.length } };
    }
    throw new Error(`nobody answers ${request.type}`);
  };
  return { ask: ask as Ask<ToBackground>, asked };
}
