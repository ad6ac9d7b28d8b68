import { drawNetwork } from '../../lib/charts/draw-network';
import { drawTimeline } from '../../lib/charts/draw-timeline';
import { speakerTimeline } from '../../lib/charts/speaker-timeline';
import { speechNetwork } from '../../lib/charts/speech-network';
import { spokenAbout } from '../../lib/charts/spoken-about';
import { shownClaims } from '../../lib/claims/shown-claims';
import type { ArticlePassage, PageReport } from '../../lib/messaging/protocol';
import type { Actor } from '../../lib/model/actor';
import type { Claim } from '../../lib/model/claim';
import type { Settings } from '../../lib/model/settings';
import type { Span } from '../../lib/model/span';
import { claimItem } from '../app/page-state';
import { factsOf } from './facts-of';
import { citationOf, type FigureMaker, timelineWords } from './figure-words';
import type { ArticleView, PanelActor } from './panel-model';

/** What the panel shows of an article; null where none was read. */
export function articleView(
  report: PageReport,
  { density, claimsFrom }: Pick<Settings, 'density' | 'claimsFrom'>,
  maker: FigureMaker,
): ArticleView | null {
  const { article, actors, detection } = report;
  if (!article || report.mode !== 'article') return null;
  const attributed = report.claims.filter(({ kind }) => kind !== 'author');
  const claims = shownClaims(attributed, density === 'off' ? 'main' : density, claimsFrom);
  const network = speechNetwork(actors, claims);
  const timeline = speakerTimeline(actors, claims, article.text.length);
  return {
    key: article.url,
    facts: factsOf(article, maker.language),
    detection,
    actors: panelActors(actors, claims, article.text),
    claims: claims.map((claim) => ({
      ...claimItem(claim, article.text, actors),
      passage: passageAt(article.text, claim.segments[0] ? spanOf(claim.segments[0]) : claim),
    })),
    network,
    networkDrawing: drawNetwork(network),
    timeline,
    timelineDrawing: drawTimeline(timeline, timelineWords(maker.word)),
    citation: citationOf(article, new Date(), maker),
  };
}

function panelActors(actors: readonly Actor[], claims: readonly Claim[], text: string): PanelActor[] {
  const says = new Map<string, number>();
  const about = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const { source } of claims) if (source?.actor) add(says, source.actor);
  for (const ids of spokenAbout(claims, actors).values()) for (const id of ids) add(about, id);
  return actors
    .map(({ id, name, type, mentions }) => ({
      id,
      name,
      type,
      says: says.get(id) ?? 0,
      about: about.get(id) ?? 0,
      mentions: mentions.map((mention) => passageAt(text, mention)),
    }))
    .sort((a, b) => b.mentions.length - a.mentions.length);
}

function passageAt(text: string, { start, end }: Span): ArticlePassage {
  return { start, end, words: text.slice(start, end) };
}

function spanOf([start, end]: readonly [number, number]): Span {
  return { start, end };
}
