import type { Actor, ActorType } from '../../../lib/model/actor';
import type { Claim, ClaimKind } from '../../../lib/model/claim';

/** An actor that is mentioned at the given places, each five letters long. */
export function actor(id: string, at: readonly number[], type: ActorType = 'person'): Actor {
  const mentions = at.map((start) => ({
    start,
    end: start + 5,
    text: id,
    form: 'name' as const,
    type,
    confidence: 1,
  }));
  return { id, name: `Name of ${id}`, type, confidence: 1, mentions, why: [] };
}

/** A claim from `start` to `end` by an actor; null means that nobody is named. */
export function claim(
  id: string,
  by: string | null,
  [start, end]: readonly [number, number],
  kind: ClaimKind = 'indirect',
): Claim {
  return {
    id,
    kind,
    modality: 'assertion',
    negated: false,
    segments: [[start, end]],
    source: by === null ? null : { start: 0, end: 5, actor: by },
    cue: null,
    checkworthy: 0,
    score: 1,
    shown: true,
    why: [],
    start,
    end,
  };
}
