import type { Segment, Span } from './span';

export type ClaimKind = 'direct' | 'mixed' | 'indirect' | 'nominal' | 'author';

export type Modality =
  | 'assertion'
  | 'accusation'
  | 'prediction'
  | 'proposal'
  | 'commitment'
  | 'evaluation'
  | 'refusal';

/** The words that name the speaker; `actor` is the id of the actor they belong to, or null where unnamed. */
export interface ClaimSource extends Span {
  readonly actor: string | null;
}

/**
 * One statement: who says it (source), with which word (cue), what exactly (content).
 * `start`…`end` cover the content; `segments` list its parts where it is interrupted.
 * `checkworthy` and `score` are 0…1; `shown` means: precise enough to be marked unasked.
 * Kind `author` is the writer's own voice: source and cue are null.
 */
export interface Claim extends Span {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly modality: Modality;
  readonly negated: boolean;
  readonly segments: readonly Segment[];
  readonly source: ClaimSource | null;
  readonly cue: Span | null;
  readonly checkworthy: number;
  readonly score: number;
  readonly shown: boolean;
  readonly why: readonly string[];
}
