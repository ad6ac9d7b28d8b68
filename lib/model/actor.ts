import type { Span } from './span';

export type ActorType =
  | 'person'
  | 'organisation'
  | 'party'
  | 'armed-group'
  | 'media'
  | 'state'
  | 'place'
  | 'people'
  | 'other';

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
