import type { Judged } from './judge-candidates';

/** Words decide when the best candidate has this much more evidence than the next. */
const MARGIN = 8;
/** Between copies a place must be this many times nearer to the expected one than the next. */
const NEARER = 3;

/** The outcome of a choice: the likeliest candidate, and whether it stands clear of all others. */
export interface Choice {
  readonly best: Judged;
  readonly isClear: boolean;
}

/** What a quotation of the passage gives way to the passage itself. */
const QUOTED = 150;

const weight = ({ evidence, hints, isQuoted }: Judged) => evidence + hints - (isQuoted ? QUOTED : 0);

function overlaps(a: Judged, b: Judged): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * Chooses between candidates that each have evidence enough: words and structure first; between copies the place
 * that `expected` (a folded offset, or null) points at. What only quotes the passage is never clear. Null when there is no
 * candidate.
 */
export function chooseCandidate(candidates: readonly Judged[], expected: number | null): Choice | null {
  const ranked = [...candidates].sort((a, b) => weight(b) - weight(a) || a.start - b.start);
  const best = ranked[0];
  if (!best) return null;
  const rivals = ranked.filter((other) => !overlaps(other, best) && weight(best) - weight(other) < MARGIN);
  if (rivals.length === 0) return { best, isClear: !best.isQuoted };
  if (expected === null) return { best, isClear: false };
  const away = (candidate: Judged) => Math.abs(candidate.start - expected);
  const near = [best, ...rivals].sort((a, b) => away(a) - away(b));
  const isClear = away(near[0]!) * NEARER < away(near[1]!);
  return { best: near[0]!, isClear: isClear && !near[0]!.isQuoted };
}
