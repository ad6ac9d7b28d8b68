import { useId, useState } from 'preact/hooks';
import type { SelectionData } from '../../lib/surfaces/note-selection';
import { useWords } from '../app/words';
import { splitTags } from '../notes/note-editor';
import { Button } from '../primitives/button';

interface SelectionBarProps {
  readonly selection: SelectionData;
  /** How many notes are shown, and whether all of them are selected. */
  readonly shown: { readonly count: number; readonly isAllSelected: boolean };
  readonly actions: {
    selectShown(isSelected: boolean): void;
    clear(): void;
    tag(add: readonly string[], remove?: readonly string[]): void;
    remove(): void;
  };
}

/** Selects what is shown, and changes everything that is selected at once. */
export function SelectionBar({ selection, shown, actions }: SelectionBarProps) {
  const word = useWords();
  const { ids } = selection;
  return (
    <section class="selection-bar" aria-label={word('select_label')}>
      <label class="select-all">
        <input
          type="checkbox"
          checked={shown.isAllSelected}
          disabled={shown.count === 0}
          onChange={(event) => actions.selectShown(event.currentTarget.checked)}
        />
        {word('select_shown')}
      </label>
      <p class="status" role="status">
        {ids.size > 0 && word('select_chosen', ids.size)}
      </p>
      {ids.size > 0 && (
        <Button look="quiet" onPress={() => actions.clear()}>
          {word('select_clear')}
        </Button>
      )}
      {ids.size > 0 && <ChangeAll selection={selection} actions={actions} />}
    </section>
  );
}

function ChangeAll({ selection, actions }: Pick<SelectionBarProps, 'selection' | 'actions'>) {
  const word = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const tags = splitTags(text);
  const { isBusy } = selection;
  return (
    <form
      class="change-all"
      onSubmit={(event) => {
        event.preventDefault();
        actions.tag(tags);
        setText('');
      }}
    >
      <label for={id}>{word('select_tags')}</label>
      <input
        id={id}
        type="text"
        class="tags-field"
        value={text}
        placeholder={word('editor_tags_placeholder')}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={isBusy || tags.length === 0}>
        {word('select_add_tags')}
      </button>
      {selection.tags.length > 0 && (
        <select
          aria-label={word('select_take_tag')}
          value=""
          disabled={isBusy}
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = '';
            if (value !== '') actions.tag([], [value]);
          }}
        >
          <option value="">{word('select_take_tag')}</option>
          {selection.tags.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
      )}
      <Button look="danger" onPress={() => actions.remove()} isDisabled={isBusy}>
        {word('select_delete')}
      </Button>
    </form>
  );
}
