import { hashOf } from '../../lib/notes/library-route';
import type { ArticleItem } from '../../lib/surfaces/library-findings';
import type { ListData } from '../../lib/surfaces/paged-list';
import { useWords } from '../app/words';
import { ArticleLink, outletName } from './article-link';
import { dayText } from './day-text';
import { EmptyHint } from './empty-hint';
import { type ListActions, ListFrame } from './list-frame';

interface ArticleTableProps {
  readonly list: ListData<ArticleItem>;
  readonly actions: ListActions;
  readonly language: string;
}

const SORTS = ['kept', 'published', 'title', 'outlet'] as const;

/** The kept articles: title, outlet, date, how many notes and claims. */
export function ArticleTable({ list, actions, language }: ArticleTableProps) {
  const word = useWords();
  return (
    <ListFrame
      list={list}
      actions={actions}
      searchLabel={word('library_search_articles')}
      sorts={SORTS.map((name) => ({ name, label: word(`library_sort_${name}`) }))}
      empty={<EmptyHint what="articles" />}
    >
      {(items) => (
        <table class="library-table">
          <thead>
            <tr>
              <th scope="col">{word('library_article')}</th>
              <th scope="col">{word('library_date')}</th>
              <th scope="col" class="number">
                {word('library_tab_notes')}
              </th>
              <th scope="col" class="number">
                {word('library_tab_claims')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ head, notes }) => (
              <tr key={head.key}>
                <td>
                  <ArticleLink head={head} />
                  <span class="hint">
                    <bdi>{outletName(head)}</bdi>
                  </span>
                </td>
                <td class="day">{dayText(head.publishedTime ?? head.seenAt, language)}</td>
                <td class="number">{word('number_alone', notes)}</td>
                <td class="number">
                  {head.claims > 0 ? (
                    <a
                      href={hashOf('claims', 'of', head.key)}
                      aria-label={`${word('library_tab_claims')}: ${word('number_alone', head.claims)}`}
                    >
                      {word('number_alone', head.claims)}
                    </a>
                  ) : head.made ? (
                    word('number_alone', 0)
                  ) : (
                    '…'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ListFrame>
  );
}
