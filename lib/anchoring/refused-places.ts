import type { Target } from '../model/annotation';
import type { Span } from '../model/span';
import { type Choice, chooseCandidate } from './choose-candidate';
import { exactCandidates } from './find-candidates';
import type { Judged } from './judge-candidates';
import type { PageIndex } from './page-index';
import { toPattern } from './pattern';

/** Share of a refused passage's context that must stand around the same words, for them to be that passage still. */
const SAME_CONTEXT = 0.5;

/** Where the passages stand that the reader has said are not this note's: folded offsets. */
export function refusedPlaces(index: PageIndex, { refused = [] }: Target): readonly Span[] {
  return refused.flatMap(({ quote, position }) => {
    const pattern = toPattern({ quote, position, structure: null, history: [] });
    if (!pattern) return [];
    const available = pattern.prefix.length + pattern.suffix.length;
    return exactCandidates(index, pattern).filter(
      ({ left, right }) => left.score + right.score >= SAME_CONTEXT * available,
    );
  });
}

/**
 * Chooses as `chooseCandidate` does, but never what the reader has refused. Where that would have been the likeliest, the next
 * is only ever asked about: what stood behind a wrong guess is no certainty.
 */
export function chooseUnrefused(
  candidates: readonly Judged[],
  refused: readonly Span[],
  expected: number | null,
): Choice | null {
  const choice = chooseCandidate(candidates, expected);
  const isRefused = ({ start, end }: Judged) => refused.some((one) => one.start < end && start < one.end);
  if (!choice || !isRefused(choice.best)) return choice;
  const others = candidates.filter((candidate) => !isRefused(candidate));
  const next = chooseCandidate(others, expected);
  return next && { ...next, isClear: false };
}
