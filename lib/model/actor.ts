import type { Span } from './span';

/** The kinds of actors. What must know each of them is a table by `ActorType`, or made from this list. */
export const ACTOR_TYPES = [
  'person',
  'organisation',
  'party',
  'armed-group',
  'media',
  'state',
  'place',
  'people',
  'other',
] as const;

export type ActorType = (typeof ACTOR_TYPES)[number];

export type MentionForm = 'name' | 'nominal' | 'pronoun';

/** One place where the text names an actor. `type` is the type before grouping; `confidence` 0…1. */
export interface Mention extends Span {
  readonly text: string;
  readonly form: MentionForm;
  readonly type: ActorType;
  readonly confidence: number;
}

/** All mentions of one actor in one article. `why` holds codes that the interface turns into sentences. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  readonly confidence: number;
  readonly mentions: readonly Mention[];
  readonly why: readonly string[];
}
