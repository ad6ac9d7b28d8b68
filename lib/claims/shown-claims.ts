import type { Claim } from '../model/claim';
import type { Density, Settings } from '../model/settings';
import type { Span } from '../model/span';

/** The dial between precise and complete, as lowest scores of claims; null is the engine's own measure (nine in ten right). */
export const CLAIM_STEPS: readonly (number | null)[] = [0.95, null, 0.7, 0.5, 0.3, 0];

/** Where the dial stands, as a place in `CLAIM_STEPS`. */
export function claimStep(claimsFrom: number | null, density: Density): number {
  if (claimsFrom === null)
    return density === 'everything' ? CLAIM_STEPS.length - 1 : CLAIM_STEPS.indexOf(null);
  const at = CLAIM_STEPS.findIndex((step) => step !== null && step <= claimsFrom);
  return at < 0 ? CLAIM_STEPS.length - 1 : at;
}

/** The claims that a density shows, or those that score at least `claimsFrom`. */
export function shownClaims(
  claims: readonly Claim[],
  density: Density,
  claimsFrom: number | null,
): readonly Claim[] {
  if (density === 'off') return [];
  if (claimsFrom !== null) return claims.filter(({ score }) => score >= claimsFrom);
  return density === 'everything' ? claims : claims.filter(({ shown }) => shown);
}

/** Everything that somebody is said to have said, with the words that name who, as far as it is shown. */
export function attributedSpans(
  claims: readonly Claim[],
  { density, claimsFrom }: Pick<Settings, 'density' | 'claimsFrom'>,
): readonly Span[] {
  return shownClaims(claims, density === 'off' ? 'main' : density, claimsFrom).flatMap(
    ({ source, cue, segments }) => {
      if (!source) return [];
      return [source, ...(cue ? [cue] : []), ...segments.map(([start, end]) => ({ start, end }))];
    },
  );
}
