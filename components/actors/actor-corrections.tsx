import { useId, useState } from 'preact/hooks';
import type { ActorType } from '../../lib/model/actor';
import { ACTOR_LETTER } from '../../lib/model/actor-signs';
import type { ActorCorrection, WordScope } from '../../lib/model/word-list';
import { useWords } from '../app/words';
import { Button } from '../primitives/button';
import { actorTypeWord } from './actor-sign';

const SCOPES: readonly WordScope[] = ['everywhere', 'site', 'article'];
const KINDS = Object.keys(ACTOR_LETTER) as ActorType[];

interface ActorCorrectionsProps {
  readonly type: ActorType;
  /** The words of the mention in hand, where it can be split off; null where the actor has no other name. */
  readonly apart: string | null;
  /** Names of the other actors on the page. */
  readonly others: readonly string[];
  readonly onCorrect: (correction: ActorCorrection, scope: WordScope) => void;
}

/** Teach once: not an actor, another kind, the same as another, somebody else, not marked; and where that holds. */
export function ActorCorrections({ type, apart, others, onCorrect }: ActorCorrectionsProps) {
  const word = useWords();
  const id = useId();
  const [scope, setScope] = useState<WordScope>('everywhere');
  const correct = (correction: ActorCorrection) => onCorrect(correction, scope);
  return (
    <details class="corrections">
      <summary>{word('correct_title')}</summary>
      <div class="row">
        <Button onPress={() => correct({ action: 'not-an-actor' })}>{word('correct_not_an_actor')}</Button>
        <Button onPress={() => correct({ action: 'mute' })}>{word('correct_mute')}</Button>
        {apart !== null && (
          <Button onPress={() => correct({ action: 'split' })}>{word('correct_split', apart)}</Button>
        )}
      </div>
      <div class="fields">
        <label for={`${id}-kind`}>{word('correct_type')}</label>
        <select
          id={`${id}-kind`}
          value={type}
          onChange={(event) => correct({ action: 'type', value: event.currentTarget.value as ActorType })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {actorTypeWord(word, kind)}
            </option>
          ))}
        </select>
        {others.length > 0 && <label for={`${id}-same`}>{word('correct_same_as')}</label>}
        {others.length > 0 && (
          <select
            id={`${id}-same`}
            value=""
            onChange={(event) => correct({ action: 'same-as', value: event.currentTarget.value })}
          >
            <option value="">{word('correct_choose')}</option>
            {others.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
        <label for={`${id}-scope`}>{word('correct_scope')}</label>
        <select
          id={`${id}-scope`}
          value={scope}
          onChange={(event) => setScope(event.currentTarget.value as WordScope)}
        >
          {SCOPES.map((name) => (
            <option key={name} value={name}>
              {word(`scope_${name}`)}
            </option>
          ))}
        </select>
      </div>
    </details>
  );
}
