import { hashOf } from '../../lib/notes/library-route';
import type { ClaimItem } from '../../lib/surfaces/library-findings';
import type { MetElsewhere } from '../../lib/surfaces/met-elsewhere';
import type { ListData } from '../../lib/surfaces/paged-list';
import { useWords } from '../app/words';
import { articleName } from './article-link';
import { ClaimRows } from './claim-rows';
import { EmptyHint } from './empty-hint';
import { type ListActions, ListFrame } from './list-frame';

interface ClaimListProps {
  readonly list: ListData<ClaimItem>;
  readonly actions: ListActions;
  readonly language: string;
  readonly met: MetElsewhere['of'];
  readonly isReading?: boolean;
}

/** The claims of all kept articles, or of the one that the list is narrowed to. */
export function LibraryClaims({ list, actions, language, met, isReading }: ClaimListProps) {
  const word = useWords();
  const head = list.of === null ? null : (list.page?.items[0]?.head ?? null);
  return (
    <>
      {list.of !== null && (
        <p class="narrowed">
          <a href={hashOf('claims')}>{word('library_all_claims')}</a>
          {head && <b dir="auto">{word('library_claims_of', articleName(head))}</b>}
        </p>
      )}
      <ListFrame
        list={list}
        actions={actions}
        {...(list.of === null ? { searchLabel: word('library_search_claims') } : {})}
        empty={
          list.of === null ? (
            <EmptyHint what="claims" isReading={isReading ?? false} />
          ) : (
            <p class="empty">{word('popup_no_claims')}</p>
          )
        }
      >
        {(items) => <ClaimRows items={items} language={language} met={met} namesArticle={list.of === null} />}
      </ListFrame>
    </>
  );
}
