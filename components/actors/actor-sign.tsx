import type { ActorType } from '../../lib/model/actor';
import { ACTOR_LETTER } from '../../lib/model/actor-signs';
import { useWords } from '../app/words';

/** The letter of an actor's kind, with the kind as a word: colour never carries the meaning alone. */
export function ActorSign({ type }: { readonly type: ActorType }) {
  const word = useWords();
  const name = word(`actor_${type.replace('-', '_')}`);
  return (
    <abbr class={`sign ${type}`} title={name} aria-label={name}>
      {ACTOR_LETTER[type]}
    </abbr>
  );
}
