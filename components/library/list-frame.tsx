import type { ComponentChildren } from 'preact';
import type { ListData } from '../../lib/surfaces/paged-list';
import { readingFailureKey } from '../app/popup-view';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';

/** What the reader does with a list. */
export interface ListActions {
  search(query: string): void;
  sortBy(sort: string): void;
  turn(step: 1 | -1): void;
}

interface ListFrameProps<T> {
  readonly list: ListData<T>;
  readonly actions: ListActions;
  /** The name of the search field; a list without one cannot be searched. */
  readonly searchLabel?: string;
  /** Orders to choose from: their names, and what stands for each. */
  readonly sorts?: readonly { readonly name: string; readonly label: string }[];
  /** What is shown where there is nothing at all: how to get there. */
  readonly empty: ComponentChildren;
  readonly children: (items: readonly T[]) => ComponentChildren;
}

/** A list with its search, its order and its pages, and a word on why it is empty. */
export function ListFrame<T>({ list, actions, searchLabel, sorts, empty, children }: ListFrameProps<T>) {
  const word = useWords();
  const { page, query, failure, sort } = list;
  const isEmpty = page !== null && page.items.length === 0;
  const hasTools = searchLabel !== undefined && (!isEmpty || query !== '');
  return (
    <>
      {failure && <p class="problem">{word(readingFailureKey(failure))}</p>}
      {hasTools && (
        <div class="list-tools">
          <input
            type="search"
            aria-label={searchLabel}
            placeholder={searchLabel}
            value={query}
            onInput={(event) => actions.search(event.currentTarget.value)}
          />
          {sorts && (
            <label>
              {word('library_sort')}{' '}
              <select value={sort} onChange={(event) => actions.sortBy(event.currentTarget.value)}>
                {sorts.map(({ name, label }) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      {page === null && failure === null && <p class="status reading">{word('library_loading')}</p>}
      {isEmpty && (query ? <p class="empty">{word('library_nothing_found')}</p> : empty)}
      {page !== null && !isEmpty && children(page.items)}
      {page !== null && <Pages list={list} actions={actions} />}
    </>
  );
}

function Pages<T>({ list, actions }: Pick<ListFrameProps<T>, 'list' | 'actions'>) {
  const word = useWords();
  const { offset, page } = list;
  if (page === null || (offset === 0 && !page.hasMore)) return null;
  const [first, last] = [offset + 1, offset + page.items.length];
  return (
    <nav class="row pages" aria-label={word('library_pages')}>
      <p class="status" role="status">
        {page.total === null
          ? word('library_range', first, last)
          : word('library_range_of', first, last, page.total)}
      </p>
      <Button onPress={() => actions.turn(-1)} isDisabled={offset === 0}>
        {word('library_previous')}
      </Button>
      <Button onPress={() => actions.turn(1)} isDisabled={!page.hasMore}>
        {word('library_next')}
      </Button>
    </nav>
  );
}
