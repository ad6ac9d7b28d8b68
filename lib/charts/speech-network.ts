import type { Actor, ActorType } from '../model/actor';
import type { Claim } from '../model/claim';
import { spokenAbout } from './spoken-about';

/** An actor that speaks or is spoken about. */
export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  /** How many claims it makes, and how many of others speak about it. */
  readonly says: number;
  readonly about: number;
}

/** `from` speaks about `to`, in the claims named. */
export interface NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly claims: readonly string[];
}

/** Who speaks about whom in an article; `leftOut` counts the actors for which the figure has no room. */
export interface SpeechNetwork {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly leftOut: number;
}

// More names than this run into each other in a figure as wide as a side panel.
const MOST_NODES = 16;

/** The network of an article: the actors that speak or are spoken about most, and who of them speaks about whom. */
export function speechNetwork(
  actors: readonly Actor[],
  claims: readonly Claim[],
  most = MOST_NODES,
): SpeechNetwork {
  const about = spokenAbout(claims, actors);
  const [says, spoken] = [new Map<string, number>(), new Map<string, number>()];
  const edges = new Map<string, { from: string; to: string; claims: string[] }>();
  for (const claim of claims) {
    const from = claim.source?.actor ?? null;
    if (from !== null) count(says, from);
    for (const to of about.get(claim.id) ?? []) {
      count(spoken, to);
      if (from === null) continue;
      const key = JSON.stringify([from, to]);
      const edge = edges.get(key) ?? { from, to, claims: [] };
      edge.claims.push(claim.id);
      edges.set(key, edge);
    }
  }
  const nodes = actors
    .map(({ id, name, type }) => ({ id, name, type, says: says.get(id) ?? 0, about: spoken.get(id) ?? 0 }))
    .filter((node) => node.says + node.about > 0)
    .sort((a, b) => b.says + b.about - (a.says + a.about) || b.says - a.says);
  const kept = nodes.slice(0, most);
  const names = new Set(kept.map(({ id }) => id));
  return {
    nodes: kept,
    edges: [...edges.values()]
      .filter(({ from, to }) => names.has(from) && names.has(to))
      .sort((a, b) => b.claims.length - a.claims.length),
    leftOut: nodes.length - kept.length,
  };
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
