import type { ActorType } from './actor';

/**
 * What a correction does to a surface: `not-an-actor` takes its mentions away, `type` sets the kind (`value`), `same-as`
 * joins it to the actor called `value`, `split` makes its mentions an actor of their own, `mute` leaves it unmarked.
 */
export type WordAction = 'not-an-actor' | 'type' | 'same-as' | 'split' | 'mute';

export type WordScope = 'article' | 'site' | 'everywhere';

/** One correction that the reader taught ("teach once"). Exchanged like annotations. */
export interface WordListEntry {
  readonly surface: string;
  readonly action: WordAction;
  readonly value?: string;
  readonly scope: WordScope;
  /** Key of the article or host name of the site; absent where it holds everywhere. */
  readonly where?: string;
  readonly author: string;
  /** ISO 8601. */
  readonly created: string;
}

/** A correction with the id it is kept under (UUID v7: ids sort by time). */
export interface StoredWord {
  readonly id: string;
  readonly entry: WordListEntry;
}

/** What the reader does to an actor on a card. */
export type ActorCorrection =
  | { readonly action: 'not-an-actor' | 'split' | 'mute' }
  | { readonly action: 'type'; readonly value: ActorType }
  | { readonly action: 'same-as'; readonly value: string };
