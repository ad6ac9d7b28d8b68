import { contentStems } from '../findings/claim-words';
import { SIMILAR_FROM, similarity, type WordWeight, weightOf } from '../findings/similar-claims';
import type { ClaimRow, FindingsDatabase } from './findings-database';

/** A claim that says much the same as another one; `score` 0…1. */
export interface SimilarClaim {
  readonly claim: ClaimRow;
  readonly score: number;
}

// So many places of words are looked at, the rarest words first, and so many of a word that stands everywhere.
const MOST_PLACES = 4_500;
const MOST_OF_A_WORD = 1_500;
// A claim that shares fewer words is not taken for the same one.
const LEAST_WORDS = 3;
const LOOKED_AT = 120;
const COMPARED = 40;
const SHOWN = 20;

/**
 * Claims of other articles that say much the same, the most alike first. Candidates come from the index of words: whatever
 * is alike enough shares rare words, so the cost does not grow with the library. `counts` says how many claims have a
 * stem; where many claims are looked at, they share it.
 */
export async function findSimilarClaims(
  db: FindingsDatabase,
  claim: ClaimRow,
  counts: Map<string, number> = new Map(),
): Promise<SimilarClaim[]> {
  const stems = contentStems(claim.content);
  const all = await db.claims.count();
  const count = async (words: Iterable<string>) => {
    for (const stem of words)
      if (!counts.has(stem)) counts.set(stem, await db.claims.where('words').startsWith(stem).count());
  };
  const weight = (stem: string) => weightOf(counts.get(stem) ?? 1, all);
  await count(stems);
  const looked = (await candidates(db, claim, [...stems], weight)).map((row) => {
    const own = contentStems(row.content);
    let shared = 0;
    for (const stem of own) if (stems.has(stem)) shared += weight(stem) ** 2;
    return { row, own, shared };
  });
  const nearest = looked.sort((a, b) => b.shared - a.shared).slice(0, COMPARED);
  for (const { own } of nearest) await count(own);
  return nearest
    .map(({ row, own }): SimilarClaim => ({ claim: row, score: similarity(stems, own, weight) }))
    .filter(({ score }) => score >= SIMILAR_FROM)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN);
}

/** The claims whose words weigh most of those that are shared: their places are compared, and only theirs are read. */
async function candidates(
  db: FindingsDatabase,
  claim: ClaimRow,
  stems: readonly string[],
  weight: WordWeight,
): Promise<ClaimRow[]> {
  const found = new Map<string, { readonly key: [string, number]; shared: number }>();
  let places = 0;
  const rarestFirst = [...stems].sort((a, b) => weight(b) - weight(a));
  for (const [at, stem] of rarestFirst.entries()) {
    if (at >= LEAST_WORDS && places >= MOST_PLACES) break;
    const keys = await db.claims.where('words').startsWith(stem).limit(MOST_OF_A_WORD).primaryKeys();
    places += keys.length;
    // A claim may have several words of one stem.
    const own = new Map(keys.map((key) => [`${key[1]} ${key[0]}`, key]));
    for (const [id, key] of own) {
      if (key[0] === claim.article) continue;
      const one = found.get(id) ?? { key, shared: 0 };
      one.shared += weight(stem) ** 2;
      found.set(id, one);
    }
  }
  const nearest = [...found.values()].sort((a, b) => b.shared - a.shared).slice(0, LOOKED_AT);
  const rows = await db.claims.bulkGet(nearest.map(({ key }) => key));
  return rows.filter((row) => row !== undefined);
}
