import type { ActorType } from '../../lib/model/actor';
import { ACTOR_LETTER } from '../../lib/model/actor-signs';
import { useWords, type Words } from '../app/words';

/** The word for an actor's kind, in the reader's language. */
export function actorTypeWord(word: Words, type: ActorType): string {
  return word(`actor_${type.replace('-', '_')}`);
}

/** The letter of an actor's kind, with the kind as a word: colour never carries the meaning alone. */
export function ActorSign({ type }: { readonly type: ActorType }) {
  const word = useWords();
  const name = actorTypeWord(word, type);
  return (
    <abbr class={`sign ${type}`} title={name} aria-label={name}>
      {ACTOR_LETTER[type]}
    </abbr>
  );
}
