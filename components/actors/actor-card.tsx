import type { ActorType } from '../../lib/model/actor';
import type { ActorCorrection, WordScope } from '../../lib/model/word-list';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { WhyMarked } from '../primitives/why-marked';
import { ActorCorrections } from './actor-corrections';
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
  /** Codes of the engine's reasons, and how sure it is (0…1). */
  readonly why: readonly string[];
  readonly confidence: number;
  /** The words of this mention, where they can be split off. */
  readonly apart: string | null;
  /** Names of the other actors on the page. */
  readonly others: readonly string[];
  readonly says: readonly { readonly id: string; readonly content: string }[];
}

interface ActorCardProps {
  readonly actor: ActorCardData;
  readonly onMention: (index: number) => void;
  readonly onClaim: (id: string) => void;
  readonly onCorrect: (correction: ActorCorrection, scope: WordScope) => void;
}

/** Who this is, where else it is named, and what it says here. */
export function ActorCard({ actor, onMention, onClaim, onCorrect }: ActorCardProps) {
  const word = useWords();
  const previous = (actor.at + actor.mentions - 1) % actor.mentions;
  const next = (actor.at + 1) % actor.mentions;
  const kind = actorTypeWord(word, actor.type);
  return (
    <div class="actor-card">
      <h2>
        <ActorSign type={actor.type} /> {actor.name}
      </h2>
      {actor.aliases.length > 0 && <p class="hint">{word('card_also', actor.aliases)}</p>}
      {actor.mentions === 1 ? (
        <p class="hint">{kind}</p>
      ) : (
        <div class="row">
          <span class="status">
            {kind} · {word('card_mention', actor.at + 1, actor.mentions)}
          </span>
          <Button onPress={() => onMention(previous)} label={word('card_previous_mention')}>
            ‹
          </Button>
          <Button onPress={() => onMention(next)} label={word('card_next_mention')}>
            ›
          </Button>
        </div>
      )}
      {actor.says.length > 0 && <h3>{word('card_says')}</h3>}
      {actor.says.length === 0 ? (
        <p class="hint says-nothing">{word('card_says_nothing')}</p>
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
      <WhyMarked of="actor" codes={actor.why} confidence={actor.confidence} />
      <ActorCorrections type={actor.type} apart={actor.apart} others={actor.others} onCorrect={onCorrect} />
    </div>
  );
}
