import type { Mention } from '../model/actor';

/** A mention on its way to an actor: with the reasons for it, and the key of the actor it is already known to belong to. */
export interface FoundMention extends Mention {
  readonly why: readonly string[];
}
