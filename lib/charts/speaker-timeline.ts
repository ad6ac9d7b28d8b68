import type { Actor, ActorType } from '../model/actor';
import type { Claim, ClaimKind } from '../model/claim';

/** One claim on a speaker's line; `from` and `to` are places in the text, 0 (its beginning) … 1 (its end). */
export interface TimelineClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly from: number;
  readonly to: number;
}

/** A speaker with its claims, in the order of the text; `id` null gathers those that nobody is named for. */
export interface TimelineRow {
  readonly id: string | null;
  readonly name: string | null;
  readonly type: ActorType | null;
  readonly claims: readonly TimelineClaim[];
}

/** Who speaks where in an article; `leftOut` counts the speakers for whom the figure has no room. */
export interface SpeakerTimeline {
  readonly rows: readonly TimelineRow[];
  readonly leftOut: number;
}

const MOST_ROWS = 14;

/** The lines of the speakers with most claims, in the order in which they first speak; the unnamed last. */
export function speakerTimeline(
  actors: readonly Actor[],
  claims: readonly Claim[],
  textLength: number,
  most = MOST_ROWS,
): SpeakerTimeline {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const lines = new Map<string | null, TimelineClaim[]>();
  for (const claim of claims) {
    if (claim.kind === 'author') continue;
    const speaker = claim.source?.actor ?? null;
    const id = speaker !== null && known.has(speaker) ? speaker : null;
    const line = lines.get(id) ?? [];
    line.push({ id: claim.id, kind: claim.kind, ...placeOf(claim, textLength) });
    lines.set(id, line);
  }
  const rows = [...lines].map(([id, line]): TimelineRow => {
    const actor = id === null ? undefined : known.get(id);
    const inOrder = line.sort((a, b) => a.from - b.from);
    return { id, name: actor?.name ?? null, type: actor?.type ?? null, claims: inOrder };
  });
  const named = rows
    .filter(({ id }) => id !== null)
    .sort((a, b) => b.claims.length - a.claims.length || beginOf(a) - beginOf(b));
  const kept = named.slice(0, most).sort((a, b) => beginOf(a) - beginOf(b));
  return {
    rows: [...kept, ...rows.filter(({ id }) => id === null)],
    leftOut: named.length - kept.length,
  };
}

function placeOf({ start, end }: Claim, length: number): { from: number; to: number } {
  const share = (at: number) => (length > 0 ? Math.min(1, Math.max(0, at / length)) : 0);
  return { from: share(start), to: share(end) };
}

function beginOf({ claims }: TimelineRow): number {
  return claims[0]?.from ?? 1;
}
