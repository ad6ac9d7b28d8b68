import { hashOf } from '../../lib/notes/library-route';
import type { LibraryNotes as Notes } from '../../lib/surfaces/library-notes';
import { failureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { noteItem } from '../notes/note-item';
import { NoteList } from '../notes/note-list';
import { ToastLine } from '../page/toast-line';
import { EmptyHint } from './empty-hint';
import { ListFrame } from './list-frame';
import { SelectionBar } from './selection-bar';

interface LibraryNotesProps {
  readonly notes: Notes;
  readonly language: string;
}

/** All notes, the last changed first, with the ways to change each. */
export function LibraryNotes({ notes, language }: LibraryNotesProps) {
  const word = useWords();
  const { editing, notice } = notes.changes;
  const problem = editing?.failure ? { problem: word(failureKey(editing.failure)) } : {};
  return (
    <>
      <ListFrame
        list={notes.list.data}
        actions={notes.list}
        searchLabel={word('popup_search')}
        empty={<EmptyHint what="notes" />}
      >
        {(items) => (
          <>
            <SelectionBar
              selection={notes.selection.data}
              shown={{
                count: items.length,
                isAllSelected: items.every(({ id }) => notes.selection.data.ids.has(id)),
              }}
              actions={{
                selectShown: (isSelected) => notes.selectShown(isSelected),
                clear: () => notes.selection.clear(),
                tag: (add, remove) => void notes.selection.tag(add, remove),
                remove: () => void notes.selection.remove(),
              }}
            />
            <NoteList
              notes={items.map((item) => noteItem(item, null, { word, language, title: item.title }))}
              empty={word('popup_no_notes')}
              editing={editing && { ...editing, status: { step: editing.step, ...problem } }}
              actions={notes}
              historyAddress={(id) => hashOf('notes', 'one', id)}
              selection={{
                ids: notes.selection.data.ids,
                onSelect: (id, isSelected) => notes.select(id, isSelected),
              }}
            />
          </>
        )}
      </ListFrame>
      <div class="toasts" role="status">
        {notice && <ToastLine toast={notice} onUndo={() => void notes.undo()} />}
      </div>
    </>
  );
}
