import { type Ask, codeOf } from '../messaging/client';
import type { ToBackground } from '../messaging/protocol';
import type { AnnotationRecord } from '../model/annotation';
import type { NoteChanges } from './note-changes';

/** What of a list is selected. */
export interface SelectionData {
  readonly ids: ReadonlySet<string>;
  /** The tags that selected notes have, by the alphabet. */
  readonly tags: readonly string[];
  readonly isBusy: boolean;
}

/** Selects notes of a list, also over several of its pages, and changes all of them as one change. */
export class NoteSelection {
  #selected: ReadonlyMap<string, AnnotationRecord> = new Map();
  #isBusy = false;
  readonly #ask: Ask<ToBackground>;
  readonly #changes: NoteChanges;
  readonly #changed: () => void;

  /** `changes` says what became of it, and takes it back. */
  constructor(ask: Ask<ToBackground>, changes: NoteChanges, changed: () => void) {
    this.#ask = ask;
    this.#changes = changes;
    this.#changed = changed;
  }

  get data(): SelectionData {
    const records = [...this.#selected.values()];
    const tags = records.flatMap(({ versions }) => versions.flatMap((version) => version.tags));
    return {
      ids: new Set(this.#selected.keys()),
      tags: [...new Set(tags)].sort(),
      isBusy: this.#isBusy,
    };
  }

  select(records: readonly AnnotationRecord[], isSelected: boolean): void {
    const selected = new Map(this.#selected);
    for (const record of records) {
      if (isSelected) selected.set(record.id, record);
      else selected.delete(record.id);
    }
    this.#selected = selected;
    this.#changed();
  }

  clear(): void {
    this.#selected = new Map();
    this.#changed();
  }

  /** Takes over what has changed in the list: a selected note is acted on as the reader sees it. */
  follow(records: readonly AnnotationRecord[]): void {
    const known = records.filter(({ id }) => this.#selected.has(id));
    if (known.length === 0) return;
    this.#selected = new Map([...this.#selected, ...known.map((record) => [record.id, record] as const)]);
  }

  /** Gives every selected note these tags; what is selected stays so, for the next step. */
  async tag(add: readonly string[], remove: readonly string[] = []): Promise<void> {
    if (add.length + remove.length === 0) return;
    const ids = [...this.#selected.keys()];
    await this.#act(() => this.#ask({ type: 'notes.tag', ids, add, remove }), 'toast_tagged');
  }

  async remove(): Promise<void> {
    const notes = [...this.#selected.values()].map(({ id, ctx }) => ({ id, seen: ctx }));
    await this.#act(() => this.#ask({ type: 'notes.removeAll', notes }), 'toast_deleted_many');
    this.clear();
  }

  async #act(
    ask: () => Promise<{ readonly changed: number; readonly skipped: number }>,
    key: 'toast_tagged' | 'toast_deleted_many',
  ): Promise<void> {
    if (this.#isBusy || this.#selected.size === 0) return;
    this.#isBusy = true;
    this.#changed();
    try {
      const { changed, skipped } = await ask();
      if (changed === 0) this.#changes.tell('toast_none_changed', null);
      else this.#changes.tell(skipped > 0 ? 'toast_some_changed' : key, null);
    } catch (error) {
      this.#changes.tell('toast_failed', codeOf(error));
    }
    this.#isBusy = false;
    this.#changed();
  }
}
