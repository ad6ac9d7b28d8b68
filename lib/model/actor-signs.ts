import type { ActorType } from './actor';

/** The letter that stands for an actor's kind in cards, lists and exports. */
export const ACTOR_LETTER: Readonly<Record<ActorType, string>> = {
  person: 'P',
  organisation: 'O',
  party: 'Y',
  state: 'S',
  place: 'L',
  people: 'N',
  'armed-group': 'A',
  media: 'M',
  other: '·',
};
