import type { ActorType } from './actor';

/** Names in the highlight registry. The page can read them, so they say nothing. */
export type HighlightName = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'h7';

/** How a kind of mark is drawn, on the page as in cards and lists. */
export interface MarkCategory {
  readonly highlight: HighlightName;
  readonly line: 'solid' | 'double' | 'dotted' | 'wavy' | 'dashed' | 'tint';
  /** Custom property of the tokens that holds its colour. */
  readonly colour: `--${string}`;
}

const PERSON: MarkCategory = { highlight: 'h1', line: 'solid', colour: '--person' };
const ORGANISATION: MarkCategory = { highlight: 'h2', line: 'double', colour: '--organisation' };
const PLACE: MarkCategory = { highlight: 'h3', line: 'dotted', colour: '--place' };
const GROUP: MarkCategory = { highlight: 'h4', line: 'wavy', colour: '--group' };
const MEDIA: MarkCategory = { highlight: 'h5', line: 'dashed', colour: '--media' };

/** The one table of marks: what each kind of actor looks like. Letters stand in `model/actor-signs`. */
export const ACTOR_MARK: Readonly<Record<ActorType, MarkCategory>> = {
  person: PERSON,
  organisation: ORGANISATION,
  party: ORGANISATION,
  state: PLACE,
  place: PLACE,
  people: PLACE,
  'armed-group': GROUP,
  media: MEDIA,
  other: MEDIA,
};

export const CLAIM_MARK: MarkCategory = { highlight: 'h6', line: 'tint', colour: '--accent' };
export const NOTE_MARK: MarkCategory = { highlight: 'h7', line: 'tint', colour: '--note' };

/** The highlight of each kind of actor. */
export const ACTOR_HIGHLIGHT: Readonly<Record<ActorType, HighlightName>> = {
  person: PERSON.highlight,
  organisation: ORGANISATION.highlight,
  party: ORGANISATION.highlight,
  state: PLACE.highlight,
  place: PLACE.highlight,
  people: PLACE.highlight,
  'armed-group': GROUP.highlight,
  media: MEDIA.highlight,
  other: MEDIA.highlight,
};

/** What lies above what where marks overlap: notes over claims over actors. */
export const PRIORITY: Readonly<Record<HighlightName, number>> = {
  h1: 1,
  h2: 1,
  h3: 1,
  h4: 1,
  h5: 1,
  h6: 2,
  h7: 3,
};
