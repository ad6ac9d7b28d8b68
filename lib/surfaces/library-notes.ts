import type { Ask } from '../messaging/client';
import type { ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { LibraryRoute } from '../notes/library-route';
import type { HistoryStep } from '../team/note-history';
import { NoteChanges } from './note-changes';
import { NoteSelection } from './note-selection';
import { OneThing, type WatchOne } from './one-thing';
import { PagedList, type WatchPage } from './paged-list';
import type { StoredItem } from './stored-items';

/** A note with the versions that are known of it. */
export interface NoteStory {
  readonly item: StoredItem;
  readonly steps: readonly HistoryStep[];
}

/** A note with the title of its article, where that is known. */
export type TitledNote = StoredItem & { readonly title: string | null };

/** The library's notes, and what the reader does to them. */
export class LibraryNotes {
  readonly list: PagedList<TitledNote>;
  readonly changes: NoteChanges;
  readonly history: OneThing<NoteStory>;
  readonly selection: NoteSelection;
  readonly #ask: Ask<ToBackground>;

  constructor(
    ask: Ask<ToBackground>,
    watch: WatchPage<TitledNote>,
    watchHistory: WatchOne<NoteStory>,
    changed: () => void,
  ) {
    this.#ask = ask;
    this.list = new PagedList(watch, () => {
      const items = this.list.data.page?.items ?? [];
      this.selection.follow(items.map(({ record }) => record));
      changed();
    });
    this.changes = new NoteChanges(ask, changed);
    this.history = new OneThing(watchHistory, changed);
    this.selection = new NoteSelection(ask, this.changes, changed);
  }

  /** Reads the list, or one note with its versions; nothing while something else stands in front. */
  go({ tab, part, id }: LibraryRoute): void {
    const one = tab === 'notes' && part === 'one' ? id : null;
    if (tab === 'notes' && one === null) this.list.open();
    else this.list.close();
    if (one !== null) this.history.open(one);
    else this.history.close();
  }

  /** Selects a note of the list, or lets go of it. */
  select(id: string, isSelected: boolean): void {
    const item = this.list.data.page?.items.find((candidate) => candidate.id === id);
    if (item) this.selection.select([item.record], isSelected);
  }

  /** Selects every note of the piece that is shown, or lets go of them. */
  selectShown(isSelected: boolean): void {
    const items = this.list.data.page?.items ?? [];
    this.selection.select(
      items.map(({ record }) => record),
      isSelected,
    );
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
    await this.#with(id, (record) => this.changes.settle(record, version));
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
