import { contentStems } from '../findings/claim-words';
import {
  LEAST_SHARED,
  SIMILAR_FROM,
  similarity,
  type WordWeight,
  weightOf,
} from '../findings/similar-claims';
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
// What can only just not be alike enough is computed in full: sums of fractions differ by their order.
const LEAST_SQUARE = SIMILAR_FROM ** 2 - 1e-9;

type Key = readonly [article: string, n: number];

/** A claim with what it shares with the one that is looked for. */
interface Candidate {
  readonly row: ClaimRow;
  readonly stems: ReadonlySet<string>;
  readonly shared: number;
}

/**
 * What was asked of the index of words. Where many claims are looked at they share it, for as long as nobody minds that it
 * is of the moment of the first of them.
 */
export class KnownWords {
  readonly #db: FindingsDatabase;
  readonly #counts = new Map<string, number>();
  readonly #places = new Map<string, ReadonlyMap<string, Key>>();
  readonly #rows = new Map<string, readonly [row: ClaimRow, stems: ReadonlySet<string>] | null>();
  #all = 0;

  constructor(db: FindingsDatabase) {
    this.#db = db;
  }

  /** How much it tells that a claim has a stem. */
  readonly weight: WordWeight = (stem) => weightOf(this.#counts.get(stem) ?? 1, this.#all);

  /** In how many places a stem stands, where that was asked. */
  countOf(stem: string): number | undefined {
    return this.#counts.get(stem);
  }

  /** Counts the places of stems, all at once. */
  async count(stems: Iterable<string>): Promise<void> {
    const { claims } = this.#db;
    if (this.#all === 0) this.#all = await claims.count();
    const unknown = [...new Set(stems)].filter((stem) => !this.#counts.has(stem));
    const counts = await Promise.all(unknown.map((stem) => claims.where('words').startsWith(stem).count()));
    for (const [at, stem] of unknown.entries()) this.#counts.set(stem, counts[at]!);
  }

  /** The claims that have a stem, the first of many, by an id. */
  async places(stems: readonly string[]): Promise<readonly ReadonlyMap<string, Key>[]> {
    const { claims } = this.#db;
    const unknown = stems.filter((stem) => !this.#places.has(stem));
    const found = await Promise.all(
      unknown.map((stem) => claims.where('words').startsWith(stem).limit(MOST_OF_A_WORD).primaryKeys()),
    );
    for (const [at, stem] of unknown.entries()) {
      // A claim may have several words of one stem.
      this.#places.set(stem, new Map(found[at]!.map((key) => [`${key[1]} ${key[0]}`, key])));
    }
    return stems.map((stem) => this.#places.get(stem)!);
  }

  /** Claims with the stems of their content. */
  async rows(keys: ReadonlyMap<string, Key>) {
    const unknown = [...keys].filter(([id]) => !this.#rows.has(id));
    const rows = await this.#db.claims.bulkGet(unknown.map(([, key]) => key as [string, number]));
    for (const [at, [id]] of unknown.entries()) {
      const row = rows[at];
      this.#rows.set(id, row ? [row, contentStems(row.content)] : null);
    }
    return [...keys.keys()].flatMap((id) => {
      const known = this.#rows.get(id);
      return known ? [known] : [];
    });
  }
}

/**
 * Claims of other articles that say much the same, the most alike first. Candidates come from the index of words: whatever
 * is alike enough shares rare words, so the cost does not grow with the library. What cannot be alike enough any more is
 * neither read nor counted.
 */
export function findSimilarClaims(
  db: FindingsDatabase,
  claim: ClaimRow,
  known = new KnownWords(db),
): Promise<SimilarClaim[]> {
  return db.transaction('r', db.claims, async () => {
    const stems = contentStems(claim.content);
    await known.count(stems);
    const { weight } = known;
    const ofOwn = sumOf(stems, weight);
    const nearest = (await candidates(known, claim, stems, ofOwn))
      .sort((a, b) => b.shared - a.shared)
      .slice(0, COMPARED)
      .filter((candidate) => canBeAlike(candidate, stems, ofOwn, known));
    await known.count(nearest.flatMap((candidate) => [...candidate.stems]));
    return nearest
      .map((one): SimilarClaim => ({ claim: one.row, score: similarity(stems, one.stems, weight) }))
      .filter(({ score }) => score >= SIMILAR_FROM)
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN);
  });
}

function sumOf(stems: Iterable<string>, weight: WordWeight): number {
  let sum = 0;
  for (const stem of stems) sum += weight(stem) ** 2;
  return sum;
}

/** Whether a claim is alike enough if the words that were not counted yet weighed nothing. */
function canBeAlike(
  { stems: other, shared }: Candidate,
  stems: ReadonlySet<string>,
  ofOwn: number,
  known: KnownWords,
): boolean {
  let [count, ofOther] = [0, 0];
  for (const stem of other) {
    if (stems.has(stem)) count += 1;
    if (known.countOf(stem) !== undefined) ofOther += known.weight(stem) ** 2;
  }
  return count >= LEAST_SHARED && shared ** 2 >= LEAST_SQUARE * ofOwn * ofOther;
}

/** The claims whose words weigh most of those that are shared: their places are compared, and only theirs are read. */
async function candidates(
  known: KnownWords,
  { article }: ClaimRow,
  stems: ReadonlySet<string>,
  ofOwn: number,
): Promise<Candidate[]> {
  const { weight } = known;
  const rarestFirst = [...stems].sort((a, b) => weight(b) - weight(a));
  const [asked, unseen] = [[] as string[], [] as string[]];
  let places = 0;
  for (const [at, stem] of rarestFirst.entries()) {
    const count = known.countOf(stem) ?? 0;
    const isAsked = at < LEAST_WORDS || places < MOST_PLACES;
    if (isAsked) {
      asked.push(stem);
      places += Math.min(count, MOST_OF_A_WORD);
    }
    if (!isAsked || count > MOST_OF_A_WORD) unseen.push(stem);
  }
  const found = new Map<string, { readonly key: Key; shared: number; count: number }>();
  for (const [at, keys] of (await known.places(asked)).entries()) {
    const square = weight(asked[at]!) ** 2;
    for (const [id, key] of keys) {
      if (key[0] === article) continue;
      const one = found.get(id);
      if (one) {
        one.shared += square;
        one.count += 1;
      } else found.set(id, { key, shared: square, count: 1 });
    }
  }
  // What two claims share is the least that the other one weighs.
  const least = LEAST_SQUARE * ofOwn - sumOf(unseen, weight);
  const nearest = [...found]
    .filter(([, { shared }]) => shared >= least)
    .sort((a, b) => b[1].shared - a[1].shared)
    .slice(0, LOOKED_AT)
    .filter(([, { count }]) => count + unseen.length >= LEAST_SHARED);
  const rows = await known.rows(new Map(nearest.map(([id, { key }]) => [id, key])));
  return rows.map(([row, own]) => {
    let shared = 0;
    for (const stem of own) if (stems.has(stem)) shared += weight(stem) ** 2;
    return { row, stems: own, shared };
  });
}
