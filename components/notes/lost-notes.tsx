import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { NoteText } from './note-text';

/** A note whose passage is not on the page, or not surely. */
export interface LostNote {
  readonly id: string;
  readonly quote: string;
  readonly body: string;
}

interface LostNotesProps {
  readonly notes: readonly LostNote[];
  readonly onAttach: (id: string) => void;
}

/** The notes that can be attached to what is selected. */
export function LostNotes({ notes, onAttach }: LostNotesProps) {
  const word = useWords();
  return (
    <div class="lost-notes">
      <p class="hint">{word('lost_hint')}</p>
      <ul class="lost-list">
        {notes.map(({ id, quote, body }) => (
          <li key={id}>
            <blockquote class="quote" dir="auto">
              {quote}
            </blockquote>
            {body && <NoteText markdown={body} />}
            <Button
              look="primary"
              onPress={() => onAttach(id)}
              label={`${word('lost_attach')}: ${body || quote}`}
            >
              {word('lost_attach')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
