import search from 'approx-string-match';
import { alignLocally } from './align-locally';
import { type ContextMatch, compareAfter, compareBefore } from './compare-context';
import { type Cluster, findClusters } from './find-seeds';
import type { PageIndex } from './page-index';
import { isInsideWord, type Pattern } from './pattern';

/** A place where a quote may stand. Offsets are folded ones. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Units of the quote found again. */
  readonly matched: number;
  readonly left: ContextMatch;
  readonly right: ContextMatch;
}

/** Smallest and largest offset in the text at which a pattern may begin. */
type Shift = Pick<Cluster, 'low' | 'high'>;

const MOST_OCCURRENCES = 2000;
const MOST_COMPARED = 10;
/** Context units that take part in an alignment, on each side. */
const ALIGNED_CONTEXT = 64;
/** Units by which text may have grown or shrunk within an alignment beyond what the seeds show. */
const SLACK = 48;
/** Longest quote that is aligned whole; a longer one is found by its two ends. */
const LONGEST_WHOLE = 340;
/** Units of a long quote that stand for its beginning and its end. */
const END = 160;
const MOST_CELLS = 500_000;

/** How far a quote of `length` units may have grown before its place is no longer one passage. */
export function longestExtent(length: number): number {
  return 2.5 * length + 120;
}

function withContext(
  index: PageIndex,
  pattern: Pattern,
  start: number,
  end: number,
  matched: number,
): Candidate {
  return {
    start,
    end,
    matched,
    left: compareBefore(pattern.prefix, index.text, start),
    right: compareAfter(pattern.suffix, index.text, end),
  };
}

function isWordwise(index: PageIndex, pattern: Pattern, start: number, end: number): boolean {
  if (pattern.beginsWord && isInsideWord(index.text, start)) return false;
  return !(pattern.endsWord && isInsideWord(index.text, end));
}

/** Length of the common run around a quote's place: a cheap preview of its context. */
function commonRun(index: PageIndex, pattern: Pattern, at: number): number {
  const { text } = index;
  let run = 0;
  for (let i = pattern.start - 1, j = at - 1; i >= 0 && j >= 0; i--, j--, run++) {
    if (pattern.whole.charCodeAt(i) !== text.charCodeAt(j)) break;
  }
  for (let i = pattern.end, j = at + pattern.quote.length; i < pattern.whole.length; i++, j++, run++) {
    if (pattern.whole.charCodeAt(i) !== text.charCodeAt(j)) break;
  }
  return run;
}

/** Every place that has the quote's words unchanged; of very common words only those with the likeliest context. */
export function exactCandidates(index: PageIndex, pattern: Pattern): Candidate[] {
  const { quote } = pattern;
  const places: number[] = [];
  let at = index.text.indexOf(quote);
  while (at >= 0 && places.length < MOST_OCCURRENCES) {
    if (isWordwise(index, pattern, at, at + quote.length)) places.push(at);
    at = index.text.indexOf(quote, at + 1);
  }
  if (places.length > MOST_COMPARED) {
    const runs = new Map(places.map((place) => [place, commonRun(index, pattern, place)]));
    places.sort((a, b) => runs.get(b)! - runs.get(a)!);
    places.length = MOST_COMPARED;
  }
  return places.map((place) => withContext(index, pattern, place, place + quote.length, quote.length));
}

/** Moves the edges of a changed quote out to whole words where the quote had whole words. */
function snapToWords(
  index: PageIndex,
  pattern: Pattern,
  start: number,
  end: number,
): readonly [number, number] {
  const MOST = 12;
  let from = start;
  let to = end;
  if (pattern.beginsWord) while (start - from < MOST && isInsideWord(index.text, from)) from--;
  if (pattern.endsWord) while (to - end < MOST && isInsideWord(index.text, to)) to++;
  return [from, to];
}

/** Aligns the quote with its nearer context wherever a cluster allows and reads off where the quote's own words went. */
function alignedCandidate(index: PageIndex, pattern: Pattern, { low, high }: Shift): Candidate | null {
  const first = Math.max(0, pattern.start - ALIGNED_CONTEXT);
  const last = Math.min(pattern.whole.length, pattern.end + ALIGNED_CONTEXT);
  const band = high - low + 2 * SLACK + 1;
  if (band * (last - first) > MOST_CELLS) return null;
  const image = alignLocally(pattern.whole.slice(first, last), index.text, low + first - SLACK, band);
  let start = -1;
  let end = -1;
  let matched = 0;
  for (let i = pattern.start - first; i < pattern.end - first; i++) {
    const at = image[i]!;
    if (at < 0) continue;
    if (start < 0) start = at;
    end = at + 1;
    matched++;
  }
  if (start < 0 || end - start > longestExtent(pattern.quote.length)) return null;
  const [begin, stop] = snapToWords(index, pattern, start, end);
  return withContext(index, pattern, begin, stop, matched);
}

/** The offsets of a cluster, widened over its neighbours when something long may have been put into the quote. */
function widened(cluster: Cluster, all: readonly Cluster[], pattern: Pattern): Shift {
  const reach = 1.5 * pattern.quote.length + 120;
  let { low, high } = cluster;
  for (const other of all) {
    if (other.high < cluster.low && cluster.low - other.high <= reach) low = Math.min(low, other.low);
    if (other.low > cluster.high && other.low - cluster.high <= reach) high = Math.max(high, other.high);
  }
  return { low, high };
}

/** Few typing errors in a quote of some length need no full alignment: bit-parallel search finds them sooner. */
function nearlyExact(index: PageIndex, pattern: Pattern, { low, high }: Shift): Candidate | null {
  const { quote } = pattern;
  if (quote.length < 24) return null;
  const from = Math.max(0, low + pattern.start - ALIGNED_CONTEXT - SLACK);
  const to = high + pattern.end + ALIGNED_CONTEXT + SLACK;
  const found = search(index.text.slice(from, Math.max(0, to)), quote, Math.floor(quote.length / 16));
  const [match] = found;
  if (!match || found.length > 1) return null;
  const [start, end] = snapToWords(index, pattern, from + match.start, from + match.end);
  return withContext(index, pattern, start, end, quote.length - match.errors);
}

/** True where a quote found unchanged stands where a cluster points: nothing there can fit it better. */
function isAmong(exact: readonly Candidate[], pattern: Pattern, { low, high }: Cluster): boolean {
  return exact.some(
    ({ start }) => start - pattern.start >= low - SLACK && start - pattern.start <= high + SLACK,
  );
}

/**
 * Places where the quote may stand in changed words, from the seeds that it and its context share with the page; not where
 * it was found unchanged (`exact`).
 */
export function changedCandidates(
  index: PageIndex,
  pattern: Pattern,
  exact: readonly Candidate[],
): Candidate[] {
  if (pattern.quote.length > LONGEST_WHOLE) return twoEndedCandidates(index, pattern);
  const clusters = findClusters(index, pattern.whole);
  const found: Candidate[] = [];
  for (const cluster of clusters) {
    if (cluster.votes * 8 < clusters[0]!.votes) break;
    if (isAmong(exact, pattern, cluster)) continue;
    const shift = widened(cluster, clusters, pattern);
    const candidate = nearlyExact(index, pattern, shift) ?? alignedCandidate(index, pattern, shift);
    if (candidate && !found.some(({ start, end }) => start === candidate.start && end === candidate.end)) {
      found.push(candidate);
    }
  }
  return found;
}

/** A part of a pattern as a pattern of its own, with what stands around it as context. */
function part(pattern: Pattern, start: number, end: number): Pattern {
  const { whole } = pattern;
  const first = Math.max(0, start - ALIGNED_CONTEXT);
  const last = Math.min(whole.length, end + ALIGNED_CONTEXT);
  return {
    ...pattern,
    whole: whole.slice(first, last),
    start: start - first,
    end: end - first,
    quote: whole.slice(start, end),
    prefix: whole.slice(first, start),
    suffix: whole.slice(end, last),
    beginsWord: start === pattern.start ? pattern.beginsWord : !isInsideWord(whole, start),
    endsWord: end === pattern.end ? pattern.endsWord : !isInsideWord(whole, end),
  };
}

/** The likeliest places of one end of a long quote, best first. */
function endCandidates(index: PageIndex, end: Pattern): Candidate[] {
  const strength = ({ matched, left, right }: Candidate) => matched + left.score + right.score;
  const exact = exactCandidates(index, end);
  return [...exact, ...changedCandidates(index, end, exact)]
    .filter(({ matched }) => matched >= end.quote.length / 2)
    .sort((a, b) => strength(b) - strength(a))
    .slice(0, 3);
}

/** Estimates how much of a long quote stands between two offsets, from seeds sampled over its length. */
function sampleMatched(index: PageIndex, quote: string, start: number, end: number): number {
  const SAMPLES = 200;
  const step = Math.max(1, Math.floor(quote.length / SAMPLES));
  const seed = index.seedLength;
  const place = index.text.slice(start, end);
  let found = 0;
  let count = 0;
  for (let at = 0; at + seed <= quote.length; at += step, count++) {
    if (place.includes(quote.slice(at, at + seed))) found++;
  }
  // A seed survives only if all its units do: the root undoes that.
  return quote.length * (count === 0 ? 0 : (found / count) ** (1 / seed));
}

/** Long quotes: both ends are looked for, and what lies between them must be of the quote's size and words. */
function twoEndedCandidates(index: PageIndex, pattern: Pattern): Candidate[] {
  const heads = endCandidates(index, part(pattern, pattern.start, pattern.start + END));
  const tails = endCandidates(index, part(pattern, pattern.end - END, pattern.end));
  const { length } = pattern.quote;
  for (const head of heads) {
    const tail = tails.find(
      ({ end }) => end - head.start >= length / 3 && end - head.start <= longestExtent(length),
    );
    if (!tail) continue;
    const matched = sampleMatched(index, pattern.quote, head.start, tail.end);
    return [withContext(index, pattern, head.start, tail.end, Math.round(matched))];
  }
  return [];
}
