import type { ActorType } from '../../lib/model/actor';
import { hashOf } from '../../lib/notes/library-route';
import type { ActorRow } from '../../lib/store/findings-database';
import type { ListData } from '../../lib/surfaces/paged-list';
import { ActorSign } from '../actors/actor-sign';
import { useWords } from '../app/words';
import { Count } from './count';
import { EmptyHint } from './empty-hint';
import { type ListActions, ListFrame } from './list-frame';

/** What an actor is taken for in most articles. */
export function usualType({ types }: Pick<ActorRow, 'types'>): ActorType {
  const [first] = Object.entries(types).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
  return (first?.[0] as ActorType | undefined) ?? 'other';
}

interface ActorTableProps {
  readonly list: ListData<ActorRow>;
  readonly actions: ListActions;
  readonly isReading?: boolean;
}

/** The actors of all kept articles, those in most articles first. */
export function ActorTable({ list, actions, isReading }: ActorTableProps) {
  const word = useWords();
  return (
    <ListFrame
      list={list}
      actions={actions}
      searchLabel={word('library_search_actors')}
      empty={<EmptyHint what="actors" isReading={isReading ?? false} />}
    >
      {(items) => (
        <table class="library-table">
          <thead>
            <tr>
              <th scope="col">{word('library_actor')}</th>
              <th scope="col" class="number">
                {word('library_tab_articles')}
              </th>
              <th scope="col" class="number">
                {word('library_says')}
              </th>
              <th scope="col" class="number">
                {word('library_talked_about')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((actor) => (
              <tr key={actor.key}>
                <td>
                  <span class="actor-cell">
                    <ActorSign type={usualType(actor)} />
                    <a class="title" href={hashOf('actors', 'one', actor.key)}>
                      <bdi>{actor.name}</bdi>
                    </a>
                  </span>
                </td>
                <Count of={actor.articles} name={word('library_tab_articles')} />
                <Count of={actor.said} name={word('library_says')} />
                <Count of={actor.about} name={word('library_talked_about')} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ListFrame>
  );
}
