import type { PageIndex } from './page-index';

/** A stretch of the page that shares rare seeds with a pattern. */
export interface Cluster {
  /** Smallest and largest offset in the text at which the pattern would begin. */
  readonly low: number;
  readonly high: number;
  /** Number of shared seeds. */
  readonly votes: number;
}

/** Seeds that occur more often than this in a page say nothing about a place. */
const MOST_PLACES = 6;
/** Most seeds looked up for one pattern: long quotes are sampled. */
const MOST_SEEDS = 220;
const CLUSTER_WIDTH = 32;
const LEAST_VOTES = 3;
const MOST_CLUSTERS = 5;

function collectDiagonals(index: PageIndex, pattern: string): number[] {
  const diagonals: number[] = [];
  const seed = index.seedLength;
  const step = Math.max(1, Math.ceil((pattern.length - seed + 1) / MOST_SEEDS));
  for (let at = 0; at + seed <= pattern.length; at += step) {
    for (const place of index.seedPlaces(pattern, at, MOST_PLACES)) diagonals.push(place - at);
  }
  return diagonals.sort((a, b) => a - b);
}

/** The places of the page that share most rare seeds with `pattern`, best first; at most five. */
export function findClusters(index: PageIndex, pattern: string): Cluster[] {
  const diagonals = collectDiagonals(index, pattern);
  const clusters: Cluster[] = [];
  let first = 0;
  while (first < diagonals.length) {
    let last = first;
    while (last + 1 < diagonals.length && diagonals[last + 1]! - diagonals[last]! <= CLUSTER_WIDTH) last++;
    const votes = last - first + 1;
    if (votes >= LEAST_VOTES) clusters.push({ low: diagonals[first]!, high: diagonals[last]!, votes });
    first = last + 1;
  }
  return clusters.sort((a, b) => b.votes - a.votes).slice(0, MOST_CLUSTERS);
}
