import type { Claim } from '../model/claim';
import type { Span } from '../model/span';

/** The code under which a `correction` annotation says: what stands here is not a claim. */
export const NOT_A_CLAIM = 'not-a-claim';

/** Which part of both passages must be common for a correction to mean a claim: engines change, edges move a little. */
const COMMON = 0.7;

/** The claims that the reader has not called wrong. `wrong`: UTF-16 spans of the same text, as anchoring found them. */
export function withoutWrong(claims: readonly Claim[], wrong: readonly Span[]): readonly Claim[] {
  if (wrong.length === 0) return claims;
  return claims.filter((claim) => !wrong.some((span) => isSamePassage(claim, span)));
}

function isSamePassage(a: Span, b: Span): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common > 0 && common >= COMMON * Math.max(a.end - a.start, b.end - b.start);
}
