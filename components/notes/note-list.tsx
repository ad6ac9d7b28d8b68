import type { EditPart } from '../../lib/model/edit';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { CappedList } from '../primitives/capped-list';
import { ConflictChoice, type VersionChoice } from './conflict-choice';
import { type EditorStatus, NoteEditor } from './note-editor';
import { NoteLine } from './note-text';
import { ParagraphEdit } from './paragraph-edit';

/** A note as a list shows it; `warning` says what is wrong with its passage, in words. */
export interface NoteItem {
  readonly id: string;
  readonly quote: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly author: string;
  readonly where: string | null;
  readonly warning: string | null;
  /** How its paragraph was edited since the note was made; null where it was not, or where its page is not in front. */
  readonly edit: readonly EditPart[] | null;
  /** The versions to choose from where people wrote at the same time; empty where there is nothing to settle. */
  readonly versions: readonly VersionChoice[];
  /** Whether several people wrote them, as far as can be known. */
  readonly isBySeveral: boolean;
}

/** The note that is being edited in the list. */
export interface EditedNote {
  readonly id: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly status: EditorStatus;
  readonly isPrivate: boolean;
}

export interface NoteListActions {
  open(id: string): void;
  edit(id: string): void;
  write(body: string, tags: readonly string[]): void;
  save(): void;
  cancel(): void;
  remove(id: string): void;
  settle(id: string, version: number): void;
}

// A name is read out whole; a note may be as long as a chapter.
const NAME_SHOWN = 120;

interface NoteListProps {
  readonly notes: readonly NoteItem[];
  readonly empty: string;
  readonly editing: EditedNote | null;
  readonly actions: NoteListActions;
  /** Where the versions of a note are shown; left out where there is no such place. */
  readonly historyAddress?: (id: string) => string;
  /** Which notes are selected; left out where none can be. */
  readonly selection?: Selection;
  /** How many are shown at first; by default all. */
  readonly step?: number;
}

interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly onSelect: (id: string, isSelected: boolean) => void;
}

/** Notes, each a button that opens its article at the passage, with the ways to change it. */
export function NoteList(props: NoteListProps) {
  const {
    notes,
    empty,
    editing,
    actions,
    historyAddress,
    selection,
    step = Number.POSITIVE_INFINITY,
  } = props;
  if (notes.length === 0) return <p class="empty">{empty}</p>;
  return (
    <CappedList
      class="notes"
      items={notes}
      step={step}
      render={(note) => (
        <li key={note.id} class={selection && 'selectable'}>
          {selection && <SelectNote note={note} selection={selection} />}
          {editing?.id === note.id ? (
            <NoteEditor
              quote={note.quote}
              body={editing.body}
              tags={editing.tags}
              status={editing.status}
              isExposed={false}
              isPrivate={editing.isPrivate}
              onInput={(body, tags) => actions.write(body, tags)}
              onSave={() => actions.save()}
              onClose={() => actions.cancel()}
            />
          ) : (
            <NoteRow note={note} actions={actions} history={historyAddress?.(note.id)} />
          )}
        </li>
      )}
    />
  );
}

function SelectNote({ note, selection }: { readonly note: NoteItem; readonly selection: Selection }) {
  const word = useWords();
  const name = note.body || note.quote || word('popup_note_page');
  return (
    <label class="select-note">
      <input
        type="checkbox"
        checked={selection.ids.has(note.id)}
        aria-label={`${word('select_note')}: ${name.slice(0, NAME_SHOWN)}`}
        onChange={(event) => selection.onSelect(note.id, event.currentTarget.checked)}
      />
    </label>
  );
}

/** Tags in their order: each keeps its own direction, and moves no other. */
function Tags({ tags }: { readonly tags: readonly string[] }) {
  return <span class="note-tags">{tags.map((tag, at) => [at > 0 && ' ', <bdi key={tag}>#{tag}</bdi>])}</span>;
}

interface NoteRowProps {
  readonly note: NoteItem;
  readonly actions: NoteListActions;
  readonly history: string | undefined;
}

function NoteRow({ note, actions, history }: NoteRowProps) {
  const word = useWords();
  const name = note.body || note.quote || word('popup_note_page');
  return (
    <article class="note">
      <button
        type="button"
        class="note-open"
        title={word('popup_open_note')}
        onClick={() => actions.open(note.id)}
      >
        <span class="note-quote">{note.quote || word('popup_note_page')}</span>
        <span class="note-body">
          {note.body ? <NoteLine markdown={note.body} /> : word('popup_note_highlight')}
        </span>
        {note.tags.length > 0 && <Tags tags={note.tags} />}
        <span class="note-where">
          {[note.where, note.author && word('popup_by', note.author)].filter(Boolean).join(' · ')}
        </span>
        {note.warning && <span class="note-warning">{note.warning}</span>}
      </button>
      {note.edit && <ParagraphEdit parts={note.edit} />}
      {note.versions.length > 0 && (
        <ConflictChoice
          versions={note.versions}
          isBySeveral={note.isBySeveral}
          onChoose={(version) => actions.settle(note.id, version)}
        />
      )}
      <div class="note-actions">
        {history && (
          <a class="button quiet" href={history} aria-label={`${word('note_history')}: ${name}`}>
            {word('note_history')}
          </a>
        )}
        <Button look="quiet" onPress={() => actions.edit(note.id)} label={`${word('card_edit')}: ${name}`}>
          {word('card_edit')}
        </Button>
        <Button
          look="quiet"
          onPress={() => actions.remove(note.id)}
          label={`${word('card_delete')}: ${name}`}
        >
          {word('card_delete')}
        </Button>
      </div>
    </article>
  );
}
