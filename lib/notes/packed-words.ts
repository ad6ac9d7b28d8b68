/**
 * The words of many notes, packed: which word stands in which of them. A note is known by its place, 0…65,535, in a
 * list that whoever packs keeps beside it.
 */
export interface PackedWords {
  /** Each word once, in the order of UTF-16 units, a line each. */
  readonly words: string;
  /** Where the places of each word end in `places`. */
  readonly ends: Uint32Array;
  /** The places of the first word, then those of the second, …; of each word ascending. */
  readonly places: Uint16Array;
}

/** As many notes fit into one packing. */
export const MOST_PLACES = 2 ** 16;

const PLAIN_HEAD = 3;
// All dates begin alike.
const DATE_HEAD = 'yyyy-mm-dd'.length;

/** Words are packed by their beginning: the words that share it lie in one bucket. Those of a field lie apart. */
export function bucketOf(word: string): string {
  const at = word.indexOf(':') + 1;
  if (at === 0) return word.slice(0, PLAIN_HEAD);
  return `:${word.slice(0, at + headOf(word))}`;
}

/** The buckets in which words lie that begin with `term`: one, or all from `from` to `to`. */
export function bucketsOf(
  term: string,
): { readonly only: string } | { readonly from: string; readonly to: string } {
  const at = term.indexOf(':') + 1;
  const head = at === 0 ? PLAIN_HEAD : at + headOf(term);
  const start = at === 0 ? term.slice(0, head) : `:${term.slice(0, head)}`;
  return term.length >= head ? { only: start } : { from: start, to: `${start}\uffff` };
}

function headOf(word: string): number {
  return word.startsWith('date:') ? DATE_HEAD : PLAIN_HEAD;
}

/** Packs the words of notes by bucket; the n-th note gets the place n. @throws RangeError for more than `MOST_PLACES`. */
export function packWords(notes: readonly Iterable<string>[]): Map<string, PackedWords> {
  if (notes.length > MOST_PLACES) throw new RangeError(`More than ${MOST_PLACES} notes in one packing`);
  const buckets = new Map<string, Map<string, number[]>>();
  notes.forEach((words, place) => {
    for (const word of words) {
      const bucket = bucketOf(word);
      const lists = buckets.get(bucket) ?? new Map<string, number[]>();
      if (lists.size === 0) buckets.set(bucket, lists);
      const list = lists.get(word);
      if (!list) lists.set(word, [place]);
      // A note may name a word twice.
      else if (list.at(-1) !== place) list.push(place);
    }
  });
  return new Map([...buckets].map(([bucket, lists]) => [bucket, pack(lists)]));
}

/** One packing of a bucket, and where its notes go in a new one: `moved[place]` is the new place, or -1 for none. */
export interface MovedWords {
  readonly packed: PackedWords;
  readonly moved: Int32Array;
}

/** Joins packings of the same bucket into one; null where no note is left. */
export function mergeWords(parts: readonly MovedWords[]): PackedWords | null {
  const lists = new Map<string, number[]>();
  for (const { packed, moved } of parts) {
    let from = 0;
    for (const [index, word] of packed.words.split('\n').entries()) {
      const to = packed.ends[index]!;
      const list = lists.get(word) ?? [];
      for (; from < to; from++) {
        const place = moved[packed.places[from]!]!;
        if (place >= 0) list.push(place);
      }
      if (list.length > 0) lists.set(word, list);
    }
  }
  for (const list of lists.values()) list.sort((a, b) => a - b);
  return lists.size === 0 ? null : pack(lists);
}

function pack(lists: ReadonlyMap<string, readonly number[]>): PackedWords {
  const words = [...lists.keys()].sort();
  const ends = new Uint32Array(words.length);
  let end = 0;
  for (const [index, word] of words.entries()) ends[index] = end += lists.get(word)!.length;
  const places = new Uint16Array(end);
  for (const [index, word] of words.entries())
    places.set(lists.get(word)!, index === 0 ? 0 : ends[index - 1]!);
  return { words: words.join('\n'), ends, places };
}

/**
 * Raises to `round` + 1 each mark of a note that stands at `round` and has a word beginning with `term`. After a round
 * for each term, in turn from 0, the notes with all of them are marked with the number of terms.
 */
export function markPlaces(packed: PackedWords, term: string, marks: Uint8Array, round: number): void {
  const words = packed.words.split('\n');
  let index = firstNotBefore(words, term);
  for (; words[index]?.startsWith(term); index++) {
    const to = packed.ends[index]!;
    for (let at = index === 0 ? 0 : packed.ends[index - 1]!; at < to; at++) {
      const place = packed.places[at]!;
      if (marks[place] === round) marks[place] = round + 1;
    }
  }
}

function firstNotBefore(words: readonly string[], term: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
