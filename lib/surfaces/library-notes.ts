import type { Ask } from '../messaging/client';
import type { ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import { fieldsOf } from '../team/write-version';
import { NoteChanges } from './note-changes';
import { PagedList, type WatchPage } from './paged-list';
import type { StoredItem } from './popup-state';

/** The library's notes, and what the reader does to them. */
export class LibraryNotes {
  readonly list: PagedList<StoredItem>;
  readonly changes: NoteChanges;
  readonly #ask: Ask<ToBackground>;

  constructor(ask: Ask<ToBackground>, watch: WatchPage<StoredItem>, changed: () => void) {
    this.#ask = ask;
    this.list = new PagedList(watch, changed);
    this.changes = new NoteChanges(ask, changed);
  }

  /** Opens a note's article at its passage. */
  async open(id: string): Promise<void> {
    await this.#ask({ type: 'notes.open', id });
  }

  async edit(id: string): Promise<void> {
    await this.#with(id, (record) => this.changes.edit(record));
  }

  write(body: string, tags: readonly string[]): void {
    this.changes.write(body, tags);
  }

  async save(): Promise<void> {
    await this.changes.saveEdited();
  }

  cancel(): void {
    this.changes.cancel();
  }

  async remove(id: string): Promise<void> {
    await this.#with(id, (record) => this.changes.remove(record));
  }

  /** Settles a conflict: the chosen version replaces all that were seen. */
  async settle(id: string, version: number): Promise<void> {
    await this.#with(id, async (record) => {
      const chosen = record.versions[version];
      if (!chosen) return;
      if (chosen.deleted) await this.changes.remove(record);
      else await this.changes.save(record, fieldsOf(chosen));
    });
  }

  async undo(): Promise<void> {
    await this.changes.move('undo');
  }

  // A note that is no longer listed is no longer acted on.
  async #with(id: string, act: (record: AnnotationRecord) => Promise<void>): Promise<void> {
    const item = this.list.data.page?.items.find((candidate) => candidate.id === id);
    if (item) await act(item.record);
  }
}
