import type { ActorModel } from '../actors/actor-model';
import { findActors } from '../actors/find-actors';
import type { ClaimModel } from '../claims/claim-model';
import { findAllClaims, findClaims } from '../claims/find-claims';
import type { Actor } from '../model/actor';
import type { Block } from '../model/article';
import type { Claim } from '../model/claim';
import type { WordListEntry } from '../model/word-list';
import { looksEnglish } from '../text/language';

/** The weights that the engines work with; `null` means rules alone. */
export interface Models {
  readonly actors: ActorModel | null;
  readonly claims: ClaimModel | null;
}

/** Actors and claims of one text, and how many milliseconds each took. */
export interface Analysis {
  readonly actors: Actor[];
  readonly claims: Claim[];
  /** `other`: the engines, which know English alone, left the text to itself. */
  readonly language: 'en' | 'other';
  readonly ms: { readonly actors: number; readonly claims: number };
}

/**
 * Finds the actors of an article's text and then who says what. Offsets are UTF-16 units into `text`; `words` are the
 * reader's corrections; `sentences` tells which of the writer's own sentences are claims. Never throws on any text.
 */
export function analyseText(
  text: string,
  blocks: readonly Block[],
  models: Models,
  words: readonly WordListEntry[] = [],
  sentences: 'worth-checking' | 'all' = 'worth-checking',
): Analysis {
  const start = performance.now();
  if (!looksEnglish(text)) return { actors: [], claims: [], language: 'other', ms: { actors: 0, claims: 0 } };
  const actors = findActors(text, blocks, models.actors, words);
  const between = performance.now();
  const find = sentences === 'all' ? findAllClaims : findClaims;
  const claims = find(text, blocks, actors, models.claims);
  return {
    actors,
    claims,
    language: 'en',
    ms: { actors: between - start, claims: performance.now() - between },
  };
}
