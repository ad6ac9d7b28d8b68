/** F1 of two annotations of which neither is the truth; `first` and `second` are how many spans each has. */
export interface Score {
  readonly f1: number;
  readonly first: number;
  readonly second: number;
}

/** F1 from what of each side is found on the other. 0 where a side is empty. */
export function scoreOf(foundA: number, all: number, foundB: number, other: number): Score {
  const [p, r] = [all ? foundA / all : 0, other ? foundB / other : 0];
  return { f1: p + r ? (2 * p * r) / (p + r) : 0, first: all, second: other };
}

/** Cohen's kappa of paired labels, to three places; "–" where it is not defined (no pairs, or one label alone). */
export function kappa(pairs: readonly (readonly [string, string])[]): string {
  const labels = new Set(pairs.flat());
  const agreed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const chance = [...labels].reduce((sum, label) => {
    const a = pairs.filter((pair) => pair[0] === label).length / pairs.length;
    return sum + a * (pairs.filter((pair) => pair[1] === label).length / pairs.length);
  }, 0);
  return pairs.length === 0 || chance === 1 ? '–' : ((agreed - chance) / (1 - chance)).toFixed(3);
}
