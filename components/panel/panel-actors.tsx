import { useState } from 'preact/hooks';
import type { ArticlePassage } from '../../lib/messaging/protocol';
import { ActorSign } from '../actors/actor-sign';
import { useWords } from '../app/words';
import { CappedList } from '../primitives/capped-list';
import type { PanelActor } from './panel-model';

interface PanelActorsProps {
  readonly actors: readonly PanelActor[];
  readonly onShow: (passage: ArticlePassage) => void;
}

/** The actors of an article, most mentioned first; each press goes on to the next place that names one. */
export function PanelActors({ actors, onShow }: PanelActorsProps) {
  const word = useWords();
  if (actors.length === 0) return <p class="empty">{word('popup_no_actors')}</p>;
  return (
    <CappedList
      class="panel-actors"
      items={actors}
      step={30}
      render={(actor) => (
        <li key={actor.id}>
          <ActorRow actor={actor} onShow={onShow} />
        </li>
      )}
    />
  );
}

function ActorRow({
  actor,
  onShow,
}: {
  readonly actor: PanelActor;
  readonly onShow: PanelActorsProps['onShow'];
}) {
  const word = useWords();
  const [at, setAt] = useState(-1);
  const { mentions, says, about } = actor;
  const goOn = () => {
    const next = (at + 1) % mentions.length;
    const passage = mentions[next];
    if (!passage) return;
    setAt(next);
    onShow(passage);
  };
  // Most actors are named once; saying so of each would hide the others.
  const often = mentions.length > 1 ? word('panel_mentions', mentions.length) : '';
  const counts = [
    at < 0 ? often : word('card_mention', at + 1, mentions.length),
    says > 0 ? word('panel_says', says) : '',
    about > 0 ? word('panel_about', about) : '',
  ];
  return (
    <button type="button" class="row-button" onClick={goOn} title={word('panel_go_to_mention')}>
      <ActorSign type={actor.type} />
      <span class="actor">
        <span class="actor-name">{actor.name}</span>
        <span class="counts">{counts.filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  );
}
