import type { Ask } from '../../../lib/messaging/client';
import type { ToBackground } from '../../../lib/messaging/protocol';
import { removeAnnotation, saveAnnotation } from '../../../lib/store/annotations';
import type { PressmarkDatabase } from '../../../lib/store/database';
import { importAll } from '../../../lib/store/import-all';

/** Answers the writing messages from a real store, as the background does; `asked` lists the types in order. */
export function storeAsker(db: PressmarkDatabase): { ask: Ask<ToBackground>; asked: string[] } {
  const asked: string[] = [];
  const ask = async (message: { readonly type: string }): Promise<unknown> => {
    asked.push(message.type);
    // biome-ignore lint/suspicious/noExplicitAny: one place for the shapes of three messages
    const request = message as any;
    if (request.type === 'notes.save') {
      const { id, seen, fields } = request;
      return { record: await saveAnnotation(db, { id, seen, fields, author: 'Mai' }) };
    }
    if (request.type === 'notes.remove') {
      const { id, seen } = request;
      return { record: await removeAnnotation(db, { id, seen, author: 'Mai' }) };
    }
    if (request.type === 'notes.merge') {
      const summary = await importAll(db, request);
      return { ...summary, refused: summary.refused.length };
    }
    throw new Error(`nobody answers ${request.type}`);
  };
  return { ask: ask as Ask<ToBackground>, asked };
}
