import { useWords } from '../app/words';
import { type EditedNote, NoteList, type NoteListActions } from '../notes/note-list';
import { CappedList } from '../primitives/capped-list';
import type { PanelNote } from './panel-model';

interface PanelNotesProps {
  readonly notes: readonly PanelNote[];
  readonly editing: EditedNote | null;
  readonly actions: NoteListActions;
}

const GROUPS = ['lost', 'changed', 'here'] as const;

/** The notes of a page: what has lost its passage, what stands on changed words, and the rest in the page's order. */
export function PanelNotes({ notes, editing, actions }: PanelNotesProps) {
  const word = useWords();
  if (notes.length === 0) return <p class="empty">{word('popup_no_notes_here')}</p>;
  const isMixed = notes.some(({ group }) => group !== 'here');
  return (
    <>
      {GROUPS.map((name) => {
        const group = notes.filter((note) => note.group === name);
        if (group.length === 0) return null;
        return (
          <div key={name} class={`note-group ${name}`}>
            {isMixed && <h3>{word(`panel_notes_${name}`)}</h3>}
            {name === 'lost' && <p class="hint">{word('panel_lost_hint')}</p>}
            <CappedList
              class="note-rows"
              items={group}
              render={(note) => (
                <li key={note.item.id}>
                  {note.context && <LostPlace note={note} />}
                  <NoteList notes={[note.item]} empty="" editing={editing} actions={actions} />
                </li>
              )}
            />
          </div>
        );
      })}
    </>
  );
}

/** The passage as it was, between what stood around it: by these words a reader finds out where it went. */
function LostPlace({ note: { item, context } }: { readonly note: PanelNote }) {
  return (
    <blockquote class="quote lost-place" dir="auto">
      {context?.before}
      <b>{item.quote}</b>
      {context?.after}
    </blockquote>
  );
}
