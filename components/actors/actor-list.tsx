import type { Actor } from '../../lib/model/actor';
import { useWords } from '../app/words';
import { CappedList } from '../primitives/capped-list';
import { ActorSign } from './actor-sign';

interface ActorListProps {
  readonly actors: readonly Actor[];
}

/** The actors of a page, most mentioned first. */
export function ActorList({ actors }: ActorListProps) {
  const word = useWords();
  if (actors.length === 0) return <p class="empty">{word('popup_no_actors')}</p>;
  const sorted = [...actors].sort((a, b) => b.mentions.length - a.mentions.length);
  return (
    <CappedList
      class="actors"
      items={sorted}
      render={(actor) => (
        <li key={actor.id}>
          <ActorSign type={actor.type} />
          <span class="actor-name">{actor.name}</span>
          <span class="count">{word('number_alone', actor.mentions.length)}</span>
        </li>
      )}
    />
  );
}
