import type { Ask } from '../messaging/client';
import type { FailureCode, ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { LibraryRoute } from '../notes/library-route';
import type { HistoryStep } from '../team/note-history';
import { NoteChanges } from './note-changes';
import { type FinderParts, NoteFinder } from './note-finder';
import { NoteSelection } from './note-selection';
import { OneThing, type WatchOne } from './one-thing';
import type { StoredItem } from './stored-items';

/** A note with the versions that are known of it. */
export interface NoteStory {
  readonly item: StoredItem;
  readonly steps: readonly HistoryStep[];
}

// Some screens full; who looks for one note among thousands filters.
const FIRST_SHOWN = 50;

/** The library's notes, and what the reader does to them. */
export class LibraryNotes {
  readonly finder: NoteFinder;
  readonly changes: NoteChanges;
  readonly history: OneThing<NoteStory>;
  readonly selection: NoteSelection;
  #failure: FailureCode | null = null;
  #isOpen = false;
  readonly #ask: Ask<ToBackground>;

  constructor(
    ask: Ask<ToBackground>,
    parts: FinderParts,
    watchHistory: WatchOne<NoteStory>,
    changed: () => void,
  ) {
    this.#ask = ask;
    this.finder = new NoteFinder(
      parts,
      () => {
        this.selection.follow(this.#shown);
        changed();
      },
      (code) => {
        if (code === this.#failure) return;
        this.#failure = code;
        changed();
      },
      FIRST_SHOWN,
    );
    this.changes = new NoteChanges(ask, changed);
    this.history = new OneThing(watchHistory, changed);
    this.selection = new NoteSelection(ask, this.changes, changed);
  }

  /** Why the notes cannot be read; null where they can. */
  get failure(): FailureCode | null {
    return this.#failure;
  }

  /** Reads the list, or one note with its versions; nothing while something else stands in front. */
  go({ tab, part, id }: LibraryRoute): void {
    const one = tab === 'notes' && part === 'one' ? id : null;
    const isOpen = tab === 'notes' && one === null;
    if (isOpen && !this.#isOpen) this.finder.start();
    if (!isOpen) this.finder.stop();
    this.#isOpen = isOpen;
    if (one !== null) this.history.open(one);
    else this.history.close();
  }

  /** Selects a note of the list, or lets go of it. */
  select(id: string, isSelected: boolean): void {
    const record = this.#shown.find((candidate) => candidate.id === id);
    if (record) this.selection.select([record], isSelected);
  }

  /** Selects every note that is shown, or lets go of them. */
  selectShown(isSelected: boolean): void {
    this.selection.select(this.#shown, isSelected);
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
    const record = this.#shown.find((candidate) => candidate.id === id);
    if (record) await act(record);
  }

  get #shown(): readonly AnnotationRecord[] {
    return this.finder.data.notes.map(({ record }) => record);
  }
}
