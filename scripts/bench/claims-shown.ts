import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadActorModel } from '../../lib/actors/actor-model';
import { findActors } from '../../lib/actors/find-actors';
import type { Attribution } from '../../lib/claims/attribution';
import { loadClaimModel } from '../../lib/claims/claim-model';
import { findClaims } from '../../lib/claims/find-claims';
import type { Frame, Run } from '../../lib/claims/frame';
import type { Claim } from '../../lib/model/claim';
import type { Segment } from '../../lib/model/span';
import { blocksOf } from '../../lib/text/blocks';
import { judge } from '../train/claims-calibrate';
import { readAttributions, tokensIn } from '../train/claims-data';

const STEPS = [0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.3, 0];

interface Judged {
  readonly score: number;
  readonly shown: boolean;
  readonly right: boolean;
}

/**
 * For each held-back part under `folder`: how many attributed claims are shown by default and how many of them are right
 * (content overlaps by half or more, source touches), and the same for each lowest score.
 */
export function shownTable(folder: string, file: string): string[] {
  const model = loadClaimModel(readFileSync(file));
  const actorModel = loadActorModel(readFileSync('assets/models/actors.bin'));
  return ['polnear', 'gum', 'corpus', 'fresh'].flatMap((part) => {
    const name = part === 'gum' ? 'gum_attribution.jsonl' : 'polnear_dev.jsonl';
    let golds = 0;
    const judged = readAttributions(path.join(folder, part), name).flatMap(({ frame, attributions }) => {
      golds += attributions.length;
      const blocks = blocksOf(frame.text);
      const claims = findClaims(frame.text, blocks, findActors(frame.text, blocks, actorModel), model).filter(
        ({ kind }) => kind !== 'author',
      );
      const right = judge(
        frame,
        claims.map((claim) => attributionOf(frame, claim)),
        attributions,
      );
      return claims.map(
        ({ score, shown }, index): Judged => ({ score, shown, right: right[index] ?? false }),
      );
    });
    const row = (label: string, chosen: readonly Judged[]): string => {
      const right = chosen.filter((one) => one.right).length;
      const share = (of: number) => `${((100 * right) / Math.max(1, of)).toFixed(1)} %`;
      return `${part.padEnd(8)} ${label.padEnd(12)} ${String(chosen.length).padStart(5)} claims, right ${share(chosen.length)}, of all annotated ${share(golds)}`;
    };
    return [
      row(
        'shown',
        judged.filter(({ shown }) => shown),
      ),
      ...STEPS.map((step) =>
        row(
          `score ≥ ${step}`,
          judged.filter(({ score }) => score >= step),
        ),
      ),
    ];
  });
}

function attributionOf(frame: Frame, { source, cue, segments, score, why }: Claim): Attribution {
  const runOf = (segment: Segment): Run => {
    const tokens = tokensIn(frame, segment);
    return { first: tokens[0] ?? 0, last: (tokens.at(-1) ?? -1) + 1 };
  };
  return {
    source: source ? runOf([source.start, source.end]) : null,
    cue: cue ? runOf([cue.start, cue.end]) : null,
    content: segments.map(runOf),
    score,
    why,
  };
}
