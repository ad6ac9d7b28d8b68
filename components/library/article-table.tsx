import { Fragment } from 'preact';
import { hashOf } from '../../lib/notes/library-route';
import type { ArticleItem, KeptArticles } from '../../lib/surfaces/kept-articles';
import { dayText } from '../app/day-text';
import { useWords } from '../app/words';
import { ToastLine } from '../page/toast-line';
import { Button } from '../primitives/button';
import { ArticleLink, outletName } from './article-link';
import { Count } from './count';
import { EmptyHint } from './empty-hint';
import { ListFrame } from './list-frame';

interface ArticleTableProps {
  readonly articles: KeptArticles;
  readonly language: string;
  readonly isReading?: boolean;
}

const SORTS = ['kept', 'published', 'title', 'outlet'] as const;

/** The kept articles: title, outlet, date, how many notes and claims; those without notes can be dropped. */
export function ArticleTable({ articles, language, isReading }: ArticleTableProps) {
  const word = useWords();
  const { list, notice } = articles;
  return (
    <>
      <ListFrame
        list={list.data}
        actions={list}
        searchLabel={word('library_search_articles')}
        sorts={SORTS.map((name) => ({ name, label: word(`library_sort_${name}`) }))}
        empty={<EmptyHint what="articles" isReading={isReading ?? false} />}
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
              {items.map((item) => (
                <ArticleRow
                  key={item.head.key}
                  item={item}
                  language={language}
                  onDrop={() => void articles.drop(item.head.key)}
                />
              ))}
            </tbody>
          </table>
        )}
      </ListFrame>
      <div class="toasts" role="status">
        {notice && <ToastLine toast={notice} onUndo={() => void articles.undo()} />}
      </div>
    </>
  );
}

interface ArticleRowProps {
  readonly item: ArticleItem;
  readonly language: string;
  readonly onDrop: () => void;
}

function ArticleRow({ item: { head, notes }, language, onDrop }: ArticleRowProps) {
  const word = useWords();
  const title = head.title ?? head.url;
  return (
    <tr>
      <td>
        <ArticleLink head={head} />
        <span class="hint">
          <bdi>{outletName(head)}</bdi>
          {head.flags?.map((flag) => (
            <Fragment key={flag}>
              {' · '}
              <b>{word(`library_${flag.replace('-', '_')}`)}</b>
            </Fragment>
          ))}
          {head.onlyRead && ` · ${word('library_only_read')}`}
          {notes === 0 && (
            <Button look="quiet" label={word('library_drop_article', title)} onPress={onDrop}>
              {word('library_drop')}
            </Button>
          )}
        </span>
      </td>
      <td class="day" data-name={word('library_date')}>
        {dayText(head.publishedTime ?? head.seenAt, language)}
      </td>
      <Count of={notes} name={word('library_tab_notes')} />
      <td class="number" data-name={word('library_tab_claims')}>
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
  );
}
