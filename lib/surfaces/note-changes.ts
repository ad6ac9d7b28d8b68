import { type Ask, MessageError } from '../messaging/client';
import type { Notice } from '../messaging/notice';
import type { FailureCode, ToBackground } from '../messaging/protocol';
import type { AnnotationFields, AnnotationRecord } from '../model/annotation';
import { changeFields } from '../notes/annotation';
import { currentVersion } from '../team/conflicts';
import { fieldsOf } from '../team/write-version';

/** The note being edited in a list. */
export interface Editing {
  readonly id: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly step: 'writing' | 'saving' | 'failed';
  readonly failure: FailureCode | null;
}

/** Edits, deletes and gives back notes from a list; every change goes through the background. */
export class NoteChanges {
  #editing: Editing | null = null;
  #edited: AnnotationRecord | null = null;
  #deleted: AnnotationRecord | null = null;
  #notice: Notice | null = null;
  readonly #ask: Ask<ToBackground>;
  readonly #changed: () => void;

  constructor(ask: Ask<ToBackground>, changed: () => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  get editing(): Editing | null {
    return this.#editing;
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  edit(record: AnnotationRecord): void {
    const version = currentVersion(record);
    if (!version) return;
    this.#edited = record;
    const { body = '', tags } = version;
    this.#set({ id: record.id, body, tags, step: 'writing', failure: null });
  }

  write(body: string, tags: readonly string[]): void {
    if (this.#editing) this.#set({ ...this.#editing, body, tags, step: 'writing', failure: null });
  }

  cancel(): void {
    this.#edited = null;
    this.#set(null);
  }

  /** Saves the note being edited; on a failure the editor stays open with its text. */
  async saveEdited(): Promise<void> {
    const [editing, record] = [this.#editing, this.#edited];
    const version = record && currentVersion(record);
    if (!editing || !record || !version || editing.step === 'saving') return;
    this.#set({ ...editing, step: 'saving' });
    const body = editing.body === '' ? null : editing.body;
    const fields = changeFields(fieldsOf(version), { body, tags: editing.tags }, now());
    const failure = await this.#write(record, fields);
    if (failure) return this.#set({ ...editing, step: 'failed', failure });
    this.cancel();
    this.#tell('toast_saved', null);
  }

  /** Writes fields as the successor of everything the record has seen. */
  async save(record: AnnotationRecord, fields: AnnotationFields): Promise<void> {
    const failure = await this.#write(record, { ...fields, updated: now() });
    this.#tell(failure ? 'toast_failed' : 'toast_saved', failure);
  }

  async remove(record: AnnotationRecord): Promise<void> {
    try {
      const answer = await this.#ask({ type: 'notes.remove', id: record.id, seen: record.ctx });
      this.#deleted = answer.record && { ...record, ctx: answer.record.ctx };
      this.#tell('toast_deleted', null);
    } catch (error) {
      this.#tell('toast_failed', codeOf(error));
    }
  }

  /** Gives the note that was deleted last back. */
  async undo(): Promise<void> {
    const record = this.#deleted;
    const version = record && currentVersion(record);
    if (!record || !version) return;
    const failure = await this.#write(record, { ...fieldsOf(version), updated: now() });
    if (failure) return this.#tell('toast_failed', failure);
    this.#deleted = null;
    this.#notice = null;
    this.#changed();
  }

  async #write(record: AnnotationRecord, fields: AnnotationFields): Promise<FailureCode | null> {
    try {
      const { id, ctx: seen } = record;
      await this.#ask({ type: 'notes.save', id, seen, fields, article: null, draft: null });
      return null;
    } catch (error) {
      return codeOf(error);
    }
  }

  #tell(key: Notice['key'], failure: FailureCode | null): void {
    this.#notice = { key, failure, canUndo: key === 'toast_deleted' };
    this.#changed();
  }

  #set(editing: Editing | null): void {
    this.#editing = editing;
    this.#changed();
  }
}

function codeOf(error: unknown): FailureCode {
  return error instanceof MessageError ? error.code : 'failed';
}

function now(): string {
  return new Date().toISOString();
}
