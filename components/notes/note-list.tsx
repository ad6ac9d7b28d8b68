import { useWords } from '../app/words';

/** A note as a list shows it; `warning` says what is wrong with its passage, in words. */
export interface NoteItem {
  readonly id: string;
  readonly quote: string;
  readonly body: string;
  readonly author: string;
  readonly where: string | null;
  readonly warning: string | null;
}

interface NoteListProps {
  readonly notes: readonly NoteItem[];
  readonly empty: string;
  readonly onOpen: (id: string) => void;
}

/** Notes, each a button that opens its article at the passage. */
export function NoteList({ notes, empty, onOpen }: NoteListProps) {
  const word = useWords();
  if (notes.length === 0) return <p class="empty">{empty}</p>;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note.id}>
          <button type="button" class="note" title={word('popup_open_note')} onClick={() => onOpen(note.id)}>
            <span class="note-quote">{note.quote || word('popup_note_page')}</span>
            <span class="note-body">{note.body || word('popup_note_highlight')}</span>
            {note.where && <span class="note-where">{note.where}</span>}
            {note.warning && <span class="note-warning">{note.warning}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
