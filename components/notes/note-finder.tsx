import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { NoteCondition } from '../../lib/notes/note-filter';
import { NOTE_SORTS, type NoteSort } from '../../lib/notes/note-sort';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { FilterChips, NothingFound } from './filter-chips';
import { FilterPanel } from './filter-panel';
import type { FinderView } from './finder-view';

export interface FinderActions {
  search(query: string): void;
  addCondition(condition: NoteCondition): void;
  liftCondition(key: string): void;
  clearConditions(): void;
  sortBy(sort: NoteSort): void;
  showMore(): void;
  choose(isChoosing: boolean): void;
}

interface NoteFinderProps {
  readonly view: FinderView;
  readonly actions: FinderActions;
  /** The list of what was found. */
  readonly children: ComponentChildren;
}

/** Search, filters and order above a list of notes; more of it below. */
export function NoteFinder({ view, actions, children }: NoteFinderProps) {
  const word = useWords();
  const panel = useId();
  const { chips, query, notes, lifts, total } = view;
  const isAsked = query !== '' || chips.length > 0;
  // Where there are no notes at all there is nothing to search, filter or put in order.
  const isEmpty = notes.length === 0 && !view.isReading && !view.hasMore;
  if (isEmpty && !isAsked && !view.isChoosing) return <div class="finder">{children}</div>;
  return (
    <div class="finder">
      <input
        type="search"
        class="search"
        aria-label={word('popup_search')}
        placeholder={word('popup_search')}
        value={query}
        onInput={(event) => actions.search(event.currentTarget.value)}
      />
      <div class="finder-bar">
        <button
          type="button"
          class="button"
          aria-expanded={view.isChoosing}
          aria-controls={view.isChoosing ? panel : undefined}
          onClick={() => actions.choose(!view.isChoosing)}
        >
          {word('finder_filter')}
        </button>
        <select
          aria-label={word('finder_sort')}
          value={view.sort}
          onChange={(event) => actions.sortBy(event.currentTarget.value as NoteSort)}
        >
          {NOTE_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {word(`sort_${sort}`)}
            </option>
          ))}
        </select>
        <span class="finder-total" role="status">
          {total === null ? '' : word('finder_found', total)}
        </span>
      </div>
      {view.isChoosing && (
        <FilterPanel
          id={panel}
          facets={view.facets}
          days={view.days}
          wantsLost={view.wantsLost}
          onAdd={(condition) => actions.addCondition(condition)}
          onLift={(key) => actions.liftCondition(key)}
        />
      )}
      <FilterChips
        chips={chips}
        onLift={(key) => actions.liftCondition(key)}
        onClear={() => actions.clearConditions()}
      />
      {notes.length === 0 && isAsked ? (
        <NothingFound lifts={lifts} onLift={(key) => actions.liftCondition(key)} />
      ) : (
        children
      )}
      {view.hasMore && <Button onPress={() => actions.showMore()}>{word('finder_more')}</Button>}
    </div>
  );
}
