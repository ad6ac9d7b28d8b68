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

/** A claim that is looked for: what its own words weigh, and which of them the index is asked for. */
interface Wanted {
  readonly claim: ClaimRow;
  readonly stems: ReadonlySet<string>;
  readonly square: number;
  readonly asked: readonly string[];
  readonly unseen: readonly string[];
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

  /** Reads claims, all at once. */
  async read(keys: ReadonlyMap<string, Key>): Promise<void> {
    const unknown = [...keys].filter(([id]) => !this.#rows.has(id));
    const rows = await this.#db.claims.bulkGet(unknown.map(([, key]) => key as [string, number]));
    for (const [at, [id]] of unknown.entries()) {
      const row = rows[at];
      this.#rows.set(id, row ? [row, contentStems(row.content)] : null);
    }
  }

  /** Claims that were read, with the stems of their content. */
  rows(keys: ReadonlyMap<string, Key>) {
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
export async function findSimilarClaims(db: FindingsDatabase, claim: ClaimRow): Promise<SimilarClaim[]> {
  return (await findSimilarOfMany(db, [claim]))[0]!;
}

/** `findSimilarClaims` for several claims: the index is asked once for all of them, which is what takes the time. */
export function findSimilarOfMany(
  db: FindingsDatabase,
  claims: readonly ClaimRow[],
  known = new KnownWords(db),
): Promise<SimilarClaim[][]> {
  return db.transaction('r', db.claims, async () => {
    const stems = claims.map(({ content }) => contentStems(content));
    await known.count(stems.flatMap((own) => [...own]));
    const { weight } = known;
    const wanted = claims.map((claim, at): Wanted => {
      const own = stems[at]!;
      return { claim, stems: own, square: sumOf(own, weight), ...wordsToAsk(known, own) };
    });
    const nearest = (await candidates(known, wanted)).map((found, at) =>
      found
        .sort((a, b) => b.shared - a.shared)
        .slice(0, COMPARED)
        .filter((candidate) => canBeAlike(candidate, wanted[at]!, known)),
    );
    await known.count(nearest.flatMap((found) => found.flatMap((candidate) => [...candidate.stems])));
    return nearest.map((found, at) => mostAlike(found, stems[at]!, weight));
  });
}

function mostAlike(
  nearest: readonly Candidate[],
  stems: ReadonlySet<string>,
  weight: WordWeight,
): SimilarClaim[] {
  return nearest
    .map((one): SimilarClaim => ({ claim: one.row, score: similarity(stems, one.stems, weight) }))
    .filter(({ score }) => score >= SIMILAR_FROM)
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN);
}

function sumOf(stems: Iterable<string>, weight: WordWeight): number {
  let sum = 0;
  for (const stem of stems) sum += weight(stem) ** 2;
  return sum;
}

/** Whether a claim is alike enough if the words that were not counted yet weighed nothing. */
function canBeAlike(
  { stems: other, shared }: Candidate,
  { stems, square }: Wanted,
  known: KnownWords,
): boolean {
  let [count, ofOther] = [0, 0];
  for (const stem of other) {
    if (stems.has(stem)) count += 1;
    if (known.countOf(stem) !== undefined) ofOther += known.weight(stem) ** 2;
  }
  return count >= LEAST_SHARED && shared ** 2 >= LEAST_SQUARE * square * ofOther;
}

/** Which words of a claim are asked for their places, the rarest first, and which are not, or not for all. */
function wordsToAsk(known: KnownWords, stems: ReadonlySet<string>): Pick<Wanted, 'asked' | 'unseen'> {
  const rarestFirst = [...stems].sort((a, b) => known.weight(b) - known.weight(a));
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
  return { asked, unseen };
}

/** For each claim those whose words weigh most of what is shared: their places are compared, and only theirs are read. */
async function candidates(known: KnownWords, wanted: readonly Wanted[]): Promise<Candidate[][]> {
  const asked = [...new Set(wanted.flatMap((one) => one.asked))];
  const found = await known.places(asked);
  const places = new Map(asked.map((stem, at) => [stem, found[at]!]));
  const nearest = wanted.map((one) => nearestPlaces(known, one, places));
  await known.read(new Map(nearest.flatMap((keys) => [...keys])));
  return nearest.map((keys, at) =>
    known.rows(keys).map(([row, own]) => {
      let shared = 0;
      for (const stem of own) if (wanted[at]!.stems.has(stem)) shared += known.weight(stem) ** 2;
      return { row, stems: own, shared };
    }),
  );
}

function nearestPlaces(
  { weight }: KnownWords,
  { claim, square: ofOwn, asked, unseen }: Wanted,
  places: ReadonlyMap<string, ReadonlyMap<string, Key>>,
): Map<string, Key> {
  const found = new Map<string, { readonly key: Key; shared: number; count: number }>();
  for (const stem of asked) {
    const square = weight(stem) ** 2;
    for (const [id, key] of places.get(stem)!) {
      if (key[0] === claim.article) continue;
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
  return new Map(nearest.map(([id, { key }]) => [id, key]));
}
