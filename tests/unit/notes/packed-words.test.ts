import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTerms } from '../../../lib/notes/note-words';
import {
  bucketOf,
  bucketsOf,
  MOST_PLACES,
  markPlaces,
  mergeWords,
  type PackedWords,
  packWords,
} from '../../../lib/notes/packed-words';

const plain = fc.constantFrom(
  'tide',
  'tidal',
  'ti',
  't',
  'net',
  'nets',
  'é',
  '港町',
  '😀a',
  'ana',
  'date',
  'tag',
);
const word = fc.oneof(
  plain,
  fc.constantFrom('tag:net', 'tag:nets', 'author:ana', 'date:2026-03-05', 'date:2026-04-01', 'site:t'),
);
const notes = fc.array(fc.uniqueArray(word, { maxLength: 6 }), { maxLength: 20 });
const term = fc.oneof(
  word,
  fc.constantFrom('tid', 'a', 'n', 'tag:n', 'date:20', 'date:2026-03', 'site:', 'x'),
);

/** The places of the notes that have every term, by the packing alone. */
function found(buckets: ReadonlyMap<string, PackedWords>, terms: readonly string[], count: number): number[] {
  const marks = new Uint8Array(count);
  for (const [round, wanted] of terms.entries()) {
    const where = bucketsOf(wanted);
    for (const [bucket, packed] of buckets) {
      const isAsked = 'only' in where ? bucket === where.only : bucket >= where.from && bucket <= where.to;
      if (isAsked) markPlaces(packed, wanted, marks, round);
    }
  }
  return [...marks.keys()].filter((place) => marks[place] === terms.length);
}

const expected = (all: readonly (readonly string[])[], terms: readonly string[]) =>
  [...all.keys()].filter((place) => hasTerms(all[place]!, terms));

describe('packed words', () => {
  it('find what reading every note finds', () => {
    const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(notes, terms, (all, wanted) => {
        expect(found(packWords(all), wanted, all.length)).toEqual(expected(all, wanted));
      }),
      { seed: 20261130, numRuns: 400 },
    );
  });

  it('say after a merge what a packing of the notes that are left says', () => {
    const kept = fc.array(fc.tuple(fc.uniqueArray(word, { maxLength: 5 }), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(kept, kept, (first, second) => {
        const left: (readonly string[])[] = [];
        const movedOf = (some: typeof first) =>
          Int32Array.from(some, ([words, isKept]) => (isKept ? left.push(words) - 1 : -1));
        // The second goes first, so that places of one word come in disorder.
        const [movedSecond, movedFirst] = [movedOf(second), movedOf(first)];
        const sources = [
          { packed: packWords(first.map(([words]) => words)), moved: movedFirst },
          { packed: packWords(second.map(([words]) => words)), moved: movedSecond },
        ];
        const merged = new Map<string, PackedWords>();
        for (const bucket of new Set(sources.flatMap(({ packed }) => [...packed.keys()]))) {
          const parts = sources.flatMap(({ packed, moved }) => {
            const some = packed.get(bucket);
            return some ? [{ packed: some, moved }] : [];
          });
          const words = mergeWords(parts);
          if (words) merged.set(bucket, words);
        }
        const asNew = [...packWords(left)].sort(([a], [b]) => (a < b ? -1 : 1));
        expect([...merged].sort(([a], [b]) => (a < b ? -1 : 1))).toEqual(asNew);
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });

  it('keep the words of a field apart from others, and dates by their day', () => {
    expect([bucketOf('tide'), bucketOf('t'), bucketOf('tag:tide')]).toEqual(['tid', 't', ':tag:tid']);
    expect(bucketOf('date:2026-03-05')).toBe(':date:2026-03-05');
    expect(bucketsOf('date:2026-03-05')).toEqual({ only: ':date:2026-03-05' });
    expect(bucketsOf('date:2026-03')).toEqual({ from: ':date:2026-03', to: ':date:2026-03\uffff' });
    expect(bucketsOf('t')).toEqual({ from: 't', to: 't\uffff' });
  });

  it('hold as many notes as places can be told apart', () => {
    const many = Array.from({ length: MOST_PLACES }, () => ['tide']);
    const marks = new Uint8Array(MOST_PLACES);
    markPlaces(packWords(many).get('tid')!, 'tide', marks, 0);
    expect(marks.every((mark) => mark === 1)).toBe(true);
    expect(() => packWords([...many, ['tide']])).toThrow(RangeError);
  });
});
