import { contentStems } from '../findings/claim-words';
import { SIMILAR_FROM, similarity, weightOf } from '../findings/similar-claims';
import type { ClaimRow, FindingsDatabase } from './findings-database';

/** A claim that says much the same as another one; `score` 0…1. */
export interface SimilarClaim {
  readonly claim: ClaimRow;
  readonly score: number;
}

// So many claims are looked at, found by the rarest words first.
const MOST_LOOKED_AT = 1_500;
const COMPARED = 40;
const SHOWN = 20;

/**
 * Claims of other articles that say much the same, the most alike first. Candidates come from the index of words: whatever
 * is alike enough shares a rare word, so the cost does not grow with the library.
 */
export async function findSimilarClaims(db: FindingsDatabase, claim: ClaimRow): Promise<SimilarClaim[]> {
  const stems = contentStems(claim.content);
  const all = await db.claims.count();
  const counts = new Map<string, number>();
  const count = async (words: Iterable<string>) => {
    for (const stem of words)
      if (!counts.has(stem)) counts.set(stem, await db.claims.where('words').startsWith(stem).count());
  };
  const weight = (stem: string) => weightOf(counts.get(stem) ?? 1, all);
  await count(stems);
  const looked = (await candidates(db, claim, counts)).map((row) => {
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

async function candidates(
  db: FindingsDatabase,
  claim: ClaimRow,
  counts: ReadonlyMap<string, number>,
): Promise<ClaimRow[]> {
  const found = new Map<string, [string, number]>();
  for (const [stem] of [...counts].sort((a, b) => a[1] - b[1])) {
    if (found.size >= MOST_LOOKED_AT) break;
    const keys = await db.claims.where('words').startsWith(stem).limit(MOST_LOOKED_AT).primaryKeys();
    for (const key of keys) if (key[0] !== claim.article) found.set(`${key[1]} ${key[0]}`, key);
  }
  const rows = await db.claims.bulkGet([...found.values()].slice(0, MOST_LOOKED_AT));
  return rows.filter((row) => row !== undefined);
}
