import { type Ask, codeOf } from '../messaging/client';
import type { Notice } from '../messaging/notice';
import type { FailureCode, ToBackground } from '../messaging/protocol';
import type { AnnotationFields, AnnotationRecord } from '../model/annotation';
import type { Draft } from '../model/draft';
import { changeFields, timeAfter } from '../notes/annotation';
import { currentVersion } from '../team/conflicts';
import { fieldsOf } from '../team/write-version';

/** The note being edited in a list. */
export interface Editing {
  readonly id: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly step: 'writing' | 'draft-kept' | 'saving' | 'failed';
  readonly failure: FailureCode | null;
  /** In a private window, where what is typed is not kept on the disk. */
  readonly isPrivate: boolean;
}

// A popup closes without a word: what was typed must be kept by then.
const KEEP_AFTER_MS = 300;

const CAN_UNDO: ReadonlySet<Notice['key']> = new Set([
  'toast_deleted',
  'toast_deleted_many',
  'toast_tagged',
  'toast_some_changed',
]);

/** Edits, deletes and gives back notes from a list; every change goes through the background. */
export class NoteChanges {
  #editing: Editing | null = null;
  #edited: AnnotationRecord | null = null;
  #keeping: ReturnType<typeof setTimeout> | null = null;
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

  /** The record of the note being edited, as it stood when its editor was opened. */
  get edited(): AnnotationRecord | null {
    return this.#edited;
  }

  get notice(): Notice | null {
    return this.#notice;
  }

  /** Opens a note for editing, with what was typed of it and not saved. */
  async edit(record: AnnotationRecord): Promise<void> {
    const version = currentVersion(record);
    if (!version) return;
    this.#edited = record;
    const { body = '', tags } = version;
    const { draft, isPrivate } = await this.#draftOf(version.article, record.id);
    const isNewer = draft !== null && draft.updated > version.updated;
    const text = isNewer ? { body: draft.body, tags: draft.tags } : { body, tags };
    this.#set({ id: record.id, ...text, step: isNewer ? 'draft-kept' : 'writing', failure: null, isPrivate });
  }

  async #draftOf(article: string, place: string): Promise<{ draft: Draft | null; isPrivate: boolean }> {
    try {
      return await this.#ask({ type: 'drafts.load', article, place });
    } catch {
      // The note can be edited all the same; what was typed before stays where it is.
      return { draft: null, isPrivate: false };
    }
  }

  /** Takes what is typed; it is kept as a draft a moment later. */
  write(body: string, tags: readonly string[]): void {
    if (!this.#editing) return;
    this.#set({ ...this.#editing, body, tags, step: 'writing', failure: null });
    this.#keeping ??= setTimeout(() => void this.#keepDraft(), KEEP_AFTER_MS);
  }

  /** Closes the editor; what was typed stays as a draft. */
  cancel(): void {
    if (this.#keeping !== null) void this.#keepDraft();
    this.#edited = null;
    this.#set(null);
  }

  /** Saves the note being edited; on a failure the editor stays open with its text. */
  async saveEdited(): Promise<void> {
    const [editing, record] = [this.#editing, this.#edited];
    const version = record && currentVersion(record);
    if (!editing || !record || !version || editing.step === 'saving') return;
    this.#set({ ...editing, step: 'saving' });
    this.#stopKeeping();
    const body = editing.body === '' ? null : editing.body;
    const fields = changeFields(fieldsOf(version), { body, tags: editing.tags }, now());
    const failure = await this.#write(record, fields, record.id);
    if (failure) return this.#set({ ...editing, step: 'failed', failure });
    this.#edited = null;
    this.#editing = null;
    this.tell('toast_saved', null);
  }

  /** Writes fields as the successor of everything the record has seen. */
  async save(record: AnnotationRecord, fields: AnnotationFields): Promise<void> {
    const failure = await this.#write(record, { ...fields, updated: now() });
    this.tell(failure ? 'toast_failed' : 'toast_saved', failure);
  }

  /** Settles a conflict: the chosen version (its place among the record's) replaces all that were seen. */
  async settle(record: AnnotationRecord, version: number): Promise<void> {
    const chosen = record.versions[version];
    if (!chosen) return;
    if (chosen.deleted) await this.remove(record);
    else await this.save(record, fieldsOf(chosen));
  }

  async remove(record: AnnotationRecord): Promise<void> {
    await this.attempt('toast_deleted', () =>
      this.#ask({ type: 'notes.remove', id: record.id, seen: record.ctx }),
    );
  }

  /** Does something, and says that it is done or why it failed. */
  async attempt(done: Notice['key'], work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.tell(done, null);
    } catch (error) {
      this.tell('toast_failed', codeOf(error));
    }
  }

  /** Takes the last change of notes back, or makes the last one again that was taken back. */
  async move(direction: 'undo' | 'redo'): Promise<void> {
    try {
      const { moved } = await this.#ask({ type: 'changes.move', direction });
      if (moved === null) return;
      const key = direction === 'redo' ? 'toast_redone' : 'toast_undone';
      this.tell(moved.skipped > 0 ? 'toast_undone_partly' : key, null);
    } catch (error) {
      this.tell('toast_failed', codeOf(error));
    }
  }

  async #keepDraft(): Promise<void> {
    this.#stopKeeping();
    const version = this.#edited && currentVersion(this.#edited);
    const { id = '', body = '', tags = [] } = this.#editing ?? {};
    if (!version || !id) return;
    const { article, target } = version;
    // A draft that looked older than its note would not be given back.
    const updated = timeAfter(version.updated, now());
    const draft = { article, place: id, body, tags, target, updated };
    try {
      await this.#ask({ type: 'drafts.save', draft });
      if (this.#editing?.body === body && this.#editing.step === 'writing')
        this.#set({ ...this.#editing, step: 'draft-kept' });
    } catch (error) {
      if (this.#editing) this.#set({ ...this.#editing, step: 'failed', failure: codeOf(error) });
    }
  }

  #stopKeeping(): void {
    if (this.#keeping !== null) clearTimeout(this.#keeping);
    this.#keeping = null;
  }

  async #write(
    record: AnnotationRecord,
    fields: AnnotationFields,
    draft: string | null = null,
  ): Promise<FailureCode | null> {
    try {
      const { id, ctx: seen } = record;
      await this.#ask({ type: 'notes.save', id, seen, fields, article: null, draft });
      return null;
    } catch (error) {
      return codeOf(error);
    }
  }

  /** Says what became of a change, here or elsewhere. */
  tell(key: Notice['key'], failure: FailureCode | null): void {
    this.#notice = { key, failure, canUndo: CAN_UNDO.has(key) };
    this.#changed();
  }

  #set(editing: Editing | null): void {
    this.#editing = editing;
    this.#changed();
  }
}

function now(): string {
  return new Date().toISOString();
}
