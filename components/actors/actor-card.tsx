import type { ActorType } from '../../lib/model/actor';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { ActorSign, actorTypeWord } from './actor-sign';

/** An actor as its card shows it; `says` are the contents of its claims on this page. */
export interface ActorCardData {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly aliases: readonly string[];
  readonly mentions: number;
  /** Which mention the card stands at, from 0. */
  readonly at: number;
  readonly says: readonly { readonly id: string; readonly content: string }[];
}

interface ActorCardProps {
  readonly actor: ActorCardData;
  readonly onMention: (index: number) => void;
  readonly onClaim: (id: string) => void;
}

/** Who this is, where else it is named, and what it says here. */
export function ActorCard({ actor, onMention, onClaim }: ActorCardProps) {
  const word = useWords();
  const previous = (actor.at + actor.mentions - 1) % actor.mentions;
  const next = (actor.at + 1) % actor.mentions;
  return (
    <div class="actor-card">
      <h2>
        <ActorSign type={actor.type} /> {actor.name}
      </h2>
      <p class="hint">{actorTypeWord(word, actor.type)}</p>
      {actor.aliases.length > 0 && <p class="hint">{word('card_also', actor.aliases.join(', '))}</p>}
      {actor.mentions > 1 && (
        <div class="row">
          <span class="status">{word('card_mention', actor.at + 1, actor.mentions)}</span>
          <Button onPress={() => onMention(previous)} label={word('card_previous_mention')}>
            ‹
          </Button>
          <Button onPress={() => onMention(next)} label={word('card_next_mention')}>
            ›
          </Button>
        </div>
      )}
      <h3>{word('card_says')}</h3>
      {actor.says.length === 0 ? (
        <p class="hint">{word('card_says_nothing')}</p>
      ) : (
        <ul class="says">
          {actor.says.map((claim) => (
            <li key={claim.id}>
              <button type="button" class="link" onClick={() => onClaim(claim.id)}>
                {claim.content}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
