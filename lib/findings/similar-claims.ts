/** How much it tells that two claims share a word: much for a rare one. */
export type WordWeight = (stem: string) => number;

/** From here on two claims are taken to say the same; the lowest score of a right pair among the own examples that it was set on (see its test). */
export const SIMILAR_FROM = 0.54;
/** Two words in common are a matter of chance, also between short claims. */
export const LEAST_SHARED = 3;

/**
 * The weight of a word that stands in `containing` of `all` claims. A small library says little about which words are
 * rare: until it has grown, every word counts nearly alike.
 */
export function weightOf(containing: number, all: number): number {
  return Math.log((all + 100) / (Math.max(0, containing - 1) + 1));
}

/** How alike two claims are in their words, 0…1: the cosine of their weighted stems; 0 where too few are shared. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: WordWeight): number {
  let [shared, ofA, ofB, count] = [0, 0, 0, 0];
  for (const stem of a) {
    const square = weight(stem) ** 2;
    ofA += square;
    if (!b.has(stem)) continue;
    shared += square;
    count += 1;
  }
  if (count < LEAST_SHARED) return 0;
  for (const stem of b) ofB += weight(stem) ** 2;
  return ofA === 0 || ofB === 0 ? 0 : shared / Math.sqrt(ofA * ofB);
}
