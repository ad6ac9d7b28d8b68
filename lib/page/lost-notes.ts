import type { Ask } from '../messaging/client';
import type { PageToBackground } from '../messaging/protocol';
import type { AnnotationRecord, AnnotationVersion, Target } from '../model/annotation';
import { changeFields } from '../notes/annotation';
import { attachTo, refuse } from '../notes/attach-target';
import { addedVersion, currentVersion, seenWith } from '../team/conflicts';
import { fieldsOf } from '../team/write-version';
import { type Passage, targetOf } from './passage';
import type { PageSession } from './session';
import type { Undo } from './toasts';

/** Attaches notes whose passage was not found, or is uncertain, to where the reader says it is. */
export class LostNotes {
  readonly #session: PageSession;
  readonly #ask: Ask<PageToBackground>;

  constructor(session: PageSession, ask: Ask<PageToBackground>) {
    this.#session = session;
    this.#ask = ask;
  }

  /** Attaches a note. @returns what takes it back. @throws MessageError where it could not be saved; then nothing has changed. */
  async attach(id: string, passage: Passage): Promise<Undo | null> {
    const place = targetOf(passage);
    return this.#change(id, (target, now) => (target ? attachTo(target, place, now) : place));
  }

  /** Keeps that a note is not where it might be. @returns what takes it back. @throws as `attach` */
  async refuse(id: string, passage: Passage): Promise<Undo | null> {
    const place = targetOf(passage);
    return this.#change(id, (target, now) => target && refuse(target, place, now));
  }

  async #change(
    id: string,
    change: (target: Target | null, now: string) => Target | null,
  ): Promise<Undo | null> {
    const record = this.#session.notes.find((note) => note.record.id === id)?.record;
    const before = record && currentVersion(record);
    if (!record || !before) return null;
    const now = new Date().toISOString();
    const target = change(before.target, now);
    const saved = await this.#save(record, before, changeFields(fieldsOf(before), { target }, now));
    return async () => {
      const fields = { ...fieldsOf(before), updated: new Date().toISOString() };
      await this.#save(saved, addedVersion(record, saved) ?? before, fields);
    };
  }

  // Where a note is attached says nothing of a wording beside the one that was shown.
  async #save(
    record: AnnotationRecord,
    shown: AnnotationVersion,
    fields: ReturnType<typeof fieldsOf>,
  ): Promise<AnnotationRecord> {
    const [id, seen] = [record.id, seenWith(record, shown)];
    const answer = await this.#ask({ type: 'notes.save', id, seen, fields, article: null, draft: null });
    await this.#session.applyNote(answer.record);
    return answer.record;
  }
}
