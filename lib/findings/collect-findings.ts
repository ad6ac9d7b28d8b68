import { actorKey } from '../analysis/actor-key';
import { analyseText, type Models } from '../analysis/analyse-text';
import type { Actor } from '../model/actor';
import type { Claim } from '../model/claim';
import type { ArticleFindings, FoundActor, FoundClaim } from '../model/findings';
import type { WordListEntry } from '../model/word-list';
import type { Piece } from '../text/pieces';

// What is listed of a claim; a page shows the rest.
const MAX_CONTENT = 2_000;

/** What the engines find in a piece: its named actors, and the claims that are precise enough to be shown unasked. */
export function findingsIn(piece: Piece, models: Models, words: readonly WordListEntry[]): ArticleFindings {
  const { actors, claims } = analyseText(piece.text, piece.blocks, models, words);
  return listFindings(piece, actors, claims);
}

/** Actors and claims of a piece as the library lists them. */
export function listFindings(
  { text, offset }: Piece,
  actors: readonly Actor[],
  claims: readonly Claim[],
): ArticleFindings {
  const keys = new Map<string, string>();
  // “The minister” is somebody else in every article: only a name makes an actor that others can be compared with.
  for (const actor of actors) {
    const key = actor.mentions.some(({ form }) => form === 'name') ? actorKey(actor.name) : '';
    if (key !== '') keys.set(actor.id, key);
  }
  const listed = claims
    .filter(({ shown, source }) => shown && source !== null)
    .map((claim) => listedClaim(claim, text, offset, actors, keys));
  return { actors: listedActors(actors, keys, listed), claims: listed };
}

function listedClaim(
  claim: Claim,
  text: string,
  offset: number,
  actors: readonly Actor[],
  keys: ReadonlyMap<string, string>,
): FoundClaim {
  const words = ({ start, end }: { start: number; end: number }) => flat(text.slice(start, end));
  const speaker = keys.get(claim.source?.actor ?? '') ?? null;
  const about = new Set<string>();
  for (const actor of actors) {
    const key = keys.get(actor.id);
    if (key === undefined || key === speaker || about.has(key)) continue;
    const isNamed = actor.mentions.some(
      ({ start, end, form }) =>
        form !== 'pronoun' && claim.segments.some(([from, to]) => start >= from && end <= to),
    );
    if (isNamed) about.add(key);
  }
  return {
    n: 0,
    kind: claim.kind,
    speaker,
    source: claim.source && words(claim.source),
    cue: claim.cue && words(claim.cue),
    content: claim.segments
      .map(([start, end]) => words({ start, end }))
      .join(' … ')
      .slice(0, MAX_CONTENT),
    start: claim.start + offset,
    end: claim.end + offset,
    about: [...about],
  };
}

function listedActors(
  actors: readonly Actor[],
  keys: ReadonlyMap<string, string>,
  claims: readonly FoundClaim[],
): FoundActor[] {
  const found = new Map<string, FoundActor>();
  for (const { id, name, type, mentions } of actors) {
    const key = keys.get(id);
    if (key === undefined) continue;
    const count = (found.get(key)?.mentions ?? 0) + mentions.length;
    found.set(key, { key, name, type, said: 0, about: 0, ...found.get(key), mentions: count });
  }
  const said = counted(claims.flatMap(({ speaker }) => speaker ?? []));
  const about = counted(claims.flatMap((claim) => claim.about));
  return [...found.values()].map((actor) => ({
    ...actor,
    said: said.get(actor.key) ?? 0,
    about: about.get(actor.key) ?? 0,
  }));
}

/** The findings of an article from those of its pieces; claims are numbered in the order of the text. */
export function joinFindings(pieces: readonly ArticleFindings[]): ArticleFindings {
  const actors = new Map<string, FoundActor>();
  for (const actor of pieces.flatMap((piece) => piece.actors)) {
    const known = actors.get(actor.key);
    actors.set(actor.key, {
      ...(known ?? actor),
      mentions: (known?.mentions ?? 0) + actor.mentions,
      said: (known?.said ?? 0) + actor.said,
      about: (known?.about ?? 0) + actor.about,
    });
  }
  const claims = pieces.flatMap((piece) => piece.claims).map((claim, n) => ({ ...claim, n }));
  return { actors: [...actors.values()], claims };
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
