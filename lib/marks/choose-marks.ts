import { MUTED, OWN } from '../actors/apply-word-list';
import { shownClaims } from '../claims/shown-claims';
import type { Actor, ActorType, Mention } from '../model/actor';
import type { Claim } from '../model/claim';
import type { Density } from '../model/settings';
import type { Span } from '../model/span';

/** One mention to underline. `id` is the actor's. */
export interface ActorMark {
  readonly id: string;
  readonly type: ActorType;
  readonly span: Span;
}

/** One claim to mark: the parts of its content. */
export interface ClaimMark {
  readonly id: string;
  readonly spans: readonly Span[];
  /** The text names nobody who says it. */
  readonly isUnsourced: boolean;
}

export interface ChosenMarks {
  readonly actorMarks: readonly ActorMark[];
  readonly claimMarks: readonly ClaimMark[];
}

/** Below this, fewer than half of the actors are what they are taken for: they are marked at the fullest density alone. */
const LEAST_SURE = 0.5;
/** Mentions from which on an actor is a main one, even if it says nothing. */
const MAIN_MENTIONS = 3;

const toMark = (actor: Actor, { start, end }: Mention): ActorMark => ({
  id: actor.id,
  type: actor.type,
  span: { start, end },
});

const byPlace = (a: ActorMark, b: ActorMark) => a.span.start - b.span.start || a.span.end - b.span.end;

/** Whom the claims are from. */
const speakersOf = (claims: readonly Claim[]): ReadonlySet<string> =>
  new Set(claims.flatMap((claim) => claim.source?.actor ?? []));

/** A law, a feast or a book is no actor to a reader, and a doubtful one is left out, unless it speaks or the reader put it there. */
function plainActors(actors: readonly Actor[], claims: readonly Claim[]): Actor[] {
  const speakers = speakersOf(claims);
  return actors.filter(
    ({ id, type, confidence, why }) =>
      speakers.has(id) || why.includes(OWN) || (type !== 'other' && confidence >= LEAST_SURE),
  );
}

function firstNames(actors: readonly Actor[]): ActorMark[] {
  return actors.flatMap((actor) => {
    const names = actor.mentions.filter((mention) => mention.form === 'name');
    const first = names.reduce<Mention | null>((a, b) => (a && a.start <= b.start ? a : b), null);
    return first ? [toMark(actor, first)] : [];
  });
}

const allMentions = (actors: readonly Actor[]): ActorMark[] =>
  actors.flatMap((actor) => actor.mentions.map((mention) => toMark(actor, mention)));

function mainActors(actors: readonly Actor[], claims: readonly Claim[]): Actor[] {
  const speakers = speakersOf(claims);
  return plainActors(actors, claims).filter(
    ({ id, mentions }) => speakers.has(id) || mentions.length >= MAIN_MENTIONS,
  );
}

function markClaim({ id, segments, start, end, source }: Claim): ClaimMark {
  const spans = segments.map(([from, to]) => ({ start: from, end: to }));
  return { id, spans: spans.length > 0 ? spans : [{ start, end }], isUnsourced: source === null };
}

/**
 * Which marks a density shows. `off`: none; `first`: every named actor once (no laws, feasts and works, and none in doubt), and the claims that are precise enough to
 * be shown unasked; `main`: all mentions of actors that speak or come up three times, and the same claims; `everything`:
 * all. A lowest score `claimsFrom` (0…1) chooses the claims at every density but `off`. Muted actors are never marked.
 * How claims are drawn (bars alone, or tinted too) is the painter's matter. Marks of actors are in text order.
 */
export function chooseMarks(
  analysis: { readonly actors: readonly Actor[]; readonly claims: readonly Claim[] },
  density: Density,
  claimsFrom: number | null = null,
): ChosenMarks {
  if (density === 'off') return { actorMarks: [], claimMarks: [] };
  const actors = analysis.actors.filter((actor) => !actor.why.includes(MUTED));
  const claims = shownClaims(analysis.claims, density, claimsFrom);
  const actorMarks =
    density === 'first'
      ? firstNames(plainActors(actors, claims))
      : allMentions(density === 'main' ? mainActors(actors, claims) : actors);
  return { actorMarks: actorMarks.sort(byPlace), claimMarks: claims.map(markClaim) };
}
