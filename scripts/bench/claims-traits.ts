import { frameText, type Run } from '../../lib/claims/frame';
import { modalityOf } from '../../lib/claims/modality';
import { isNegated, kindOf } from '../../lib/claims/traits';
import type { Segment } from '../../lib/model/span';
import { blocksOf } from '../../lib/text/blocks';
import { type CorpusPart, readParts } from '../corpus/read-corpus';
import { tokensIn } from '../train/claims-data';

/** Of the claims that were marked in a part of the corpus by hand: how many kinds, modalities and negations are read as they read them. */
export function traitsRow(part: CorpusPart): string {
  let count = 0;
  let kinds = 0;
  let modalities = 0;
  let negations = 0;
  for (const { text, claims } of readParts([part])) {
    const frame = frameText(text, blocksOf(text));
    const runOf = (segment: Segment): Run[] => {
      const tokens = tokensIn(frame, segment);
      return tokens.length > 0 ? [{ first: tokens[0]!, last: tokens.at(-1)! + 1 }] : [];
    };
    for (const claim of claims) {
      const [cue = null] = claim.cue.flatMap(runOf);
      const content = claim.content.flatMap(runOf);
      const [source = null] = claim.source.flatMap(runOf);
      count++;
      if (kindOf(frame, { source, cue, content, score: 1, why: [] }) === claim.kind) kinds++;
      if (modalityOf(frame, cue, content) === claim.modality) modalities++;
      if (isNegated(frame, cue, content) === claim.negated) negations++;
    }
  }
  return JSON.stringify({
    claims: count,
    kind: share(kinds, count),
    modality: share(modalities, count),
    negated: share(negations, count),
  });
}

const share = (part: number, of: number): number => Math.round((1000 * part) / Math.max(1, of)) / 1000;
