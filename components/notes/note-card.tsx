import type { EditPart } from '../../lib/model/edit';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { NoteText } from './note-text';
import { ParagraphEdit } from './paragraph-edit';

/** A saved note as its card shows it. */
export interface NoteCardData {
  readonly id: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly author: string;
  readonly when: string;
  readonly isConflicted: boolean;
  /** How its paragraph was edited since the note was made. */
  readonly edit: readonly EditPart[] | null;
  /** What it was attached to first, where the reader has attached it anew; else null. */
  readonly first: string | null;
}

interface NoteCardProps {
  readonly note: NoteCardData;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** A note to read, with the ways to change it. */
export function NoteCard({ note, onEdit, onDelete }: NoteCardProps) {
  const word = useWords();
  return (
    <div class="note-card">
      {note.body ? <NoteText markdown={note.body} /> : <p class="hint">{word('popup_note_highlight')}</p>}
      {note.tags.length > 0 && (
        <ul class="tags" aria-label={word('editor_tags')}>
          {note.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
      <p class="hint">
        {note.author && `${word('popup_by', note.author)} · `}
        {note.when}
        {note.isConflicted && ` · ${word('card_two_versions')}`}
      </p>
      {note.first && <p class="hint">{word('card_first_place', note.first)}</p>}
      {note.edit && <ParagraphEdit parts={note.edit} />}
      <div class="row">
        <span class="status" />
        <Button look="danger" onPress={onDelete}>
          {word('card_delete')}
        </Button>
        <Button onPress={onEdit}>{word(note.body ? 'card_edit' : 'card_add_words')}</Button>
      </div>
    </div>
  );
}
