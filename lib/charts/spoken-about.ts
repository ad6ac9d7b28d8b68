import type { Actor } from '../model/actor';
import type { Claim } from '../model/claim';

interface Place {
  readonly start: number;
  readonly actor: string;
}

/**
 * Whom each claim speaks about: the actors that its content mentions, by name or otherwise, but for the speaker.
 * @returns ids of actors by id of claim, in the order of the text; claims that speak about nobody are left out.
 */
export function spokenAbout(
  claims: readonly Claim[],
  actors: readonly Actor[],
): ReadonlyMap<string, readonly string[]> {
  const places: readonly Place[] = actors
    .flatMap(({ id, mentions }) => mentions.map(({ start }) => ({ start, actor: id })))
    .sort((a, b) => a.start - b.start);
  const found = new Map<string, readonly string[]>();
  for (const claim of claims) {
    const speaker = claim.source?.actor ?? null;
    const about = new Set(claim.segments.flatMap(([start, end]) => within(places, start, end)));
    if (speaker !== null) about.delete(speaker);
    if (about.size > 0) found.set(claim.id, [...about]);
  }
  return found;
}

function within(places: readonly Place[], start: number, end: number): string[] {
  const names: string[] = [];
  for (let at = firstFrom(places, start); at < places.length; at += 1) {
    const place = places[at] as Place;
    if (place.start >= end) break;
    names.push(place.actor);
  }
  return names;
}

/** Index of the first place at `start` or behind it. Halving: a long article has thousands of both. */
function firstFrom(places: readonly Place[], start: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as Place).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
