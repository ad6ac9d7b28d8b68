/** How far a context continues from the edge of a quote, in folded units. */
export interface ContextMatch {
  /** Units of the context found again in order, less what had to be skipped: 0…length of the context. */
  readonly score: number;
  /** Units found again among the sixteen nearest to the quote. */
  readonly near: number;
}

const NEAR = 16;
const RESYNC = 6;
const MOST_SKIPPED = 40;
const MOST_INSERTED = 180;

/** The best way over a difference: how many units of the context and of the text to skip, or null. */
function resync(context: string, i: number, text: string, j: number): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (let skip = 0; skip <= MOST_SKIPPED && i + skip + RESYNC <= context.length; skip++) {
    if (skip >= cost) break;
    const at = text.indexOf(context.slice(i + skip, i + skip + RESYNC), j);
    if (at < 0 || at - j > MOST_INSERTED) continue;
    const total = Math.max(skip, at - j);
    if (total < cost) {
      cost = total;
      best = [skip, at - j];
    }
  }
  return best;
}

/**
 * Compares two texts that both begin at the quote's edge and run away from it (reverse them for the left side).
 * Greedy: equal units are walked, differences are bridged to the nearest six equal units.
 */
export function compareOutward(context: string, text: string): ContextMatch {
  let i = 0;
  let j = 0;
  let score = 0;
  let best = 0;
  let near = 0;
  while (i < context.length && j < text.length) {
    if (context.charCodeAt(i) === text.charCodeAt(j)) {
      if (i < NEAR) near++;
      score++;
      i++;
      j++;
      if (score > best) best = score;
      continue;
    }
    const way = resync(context, i, text, j);
    if (!way) break;
    const [skipped, inserted] = way;
    score -= Math.min(12, 1 + 0.5 * Math.min(skipped, inserted) + 0.25 * Math.abs(skipped - inserted));
    i += skipped;
    j += inserted;
  }
  return { score: best, near };
}

function reverse(text: string): string {
  let reversed = '';
  for (let i = text.length - 1; i >= 0; i--) reversed += text[i];
  return reversed;
}

/** How well `prefix` ends at offset `at` of `text`. */
export function compareBefore(prefix: string, text: string, at: number): ContextMatch {
  const reach = prefix.length + MOST_INSERTED;
  return compareOutward(reverse(prefix), reverse(text.slice(Math.max(0, at - reach), at)));
}

/** How well `suffix` begins at offset `at` of `text`. */
export function compareAfter(suffix: string, text: string, at: number): ContextMatch {
  return compareOutward(suffix, text.slice(at, at + suffix.length + MOST_INSERTED));
}
