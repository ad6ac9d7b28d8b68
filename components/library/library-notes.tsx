import { hashOf } from '../../lib/notes/library-route';
import type { LibraryNotes as Notes } from '../../lib/surfaces/library-notes';
import { failureKey, readingFailureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { finderView } from '../notes/finder-view';
import { NoteFinder } from '../notes/note-finder';
import { NoteList } from '../notes/note-list';
import { ToastLine } from '../page/toast-line';
import { EmptyHint } from './empty-hint';
import { SelectionBar } from './selection-bar';

interface LibraryNotesProps {
  readonly notes: Notes;
  readonly language: string;
}

/** All notes, with the search, filters and orders of the popup, and the ways to change each, or many at once. */
export function LibraryNotes({ notes, language }: LibraryNotesProps) {
  const word = useWords();
  const { editing, notice } = notes.changes;
  const { failure } = notes;
  const problem = editing?.failure ? { problem: word(failureKey(editing.failure)) } : {};
  const view = finderView(notes.finder.data, word, language);
  const ids = view.notes.map(({ id }) => id);
  const { data: selection } = notes.selection;
  return (
    <>
      {failure && <p class="problem">{word(readingFailureKey(failure))}</p>}
      <NoteFinder view={view} actions={notes.finder}>
        {view.isReading && !failure && <p class="status reading">{word('library_loading')}</p>}
        {ids.length === 0 && !view.isReading && <EmptyHint what="notes" />}
        {ids.length > 0 && (
          <>
            <SelectionBar
              selection={selection}
              shown={{ count: ids.length, isAllSelected: ids.every((id) => selection.ids.has(id)) }}
              actions={{
                selectShown: (isSelected) => notes.selectShown(isSelected),
                clear: () => notes.selection.clear(),
                tag: (add, remove) => void notes.selection.tag(add, remove),
                remove: () => void notes.selection.remove(),
              }}
            />
            <NoteList
              notes={view.notes}
              empty={word('popup_no_notes')}
              editing={editing && { ...editing, status: { step: editing.step, ...problem } }}
              actions={notes}
              historyAddress={(id) => hashOf('notes', 'one', id)}
              selection={{
                ids: selection.ids,
                onSelect: (id, isSelected) => notes.select(id, isSelected),
              }}
            />
          </>
        )}
      </NoteFinder>
      <div class="toasts" role="status">
        {notice && <ToastLine toast={notice} onUndo={() => void notes.undo()} />}
      </div>
    </>
  );
}
