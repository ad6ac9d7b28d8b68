import type { PageReport } from '../../lib/messaging/protocol';
import type { Actor } from '../../lib/model/actor';
import { ACTOR_LETTER } from '../../lib/model/actor-signs';
import type { Claim } from '../../lib/model/claim';

const row = (name: string, value: string) => `${name.padEnd(11)}${value}`;

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

function actorLine({ name, type, mentions }: Actor): string {
  return `  ${ACTOR_LETTER[type]}  ${cut(name, 40).padEnd(42)}${type.padEnd(14)}${String(mentions.length).padStart(3)} ×`;
}

function claimLine(claim: Claim, text: string, names: ReadonlyMap<string, string>): string {
  const { source, cue, kind, segments } = claim;
  const named = source?.actor ? names.get(source.actor) : undefined;
  const who = source ? (named ?? text.slice(source.start, source.end)) : '(the author)';
  const word = cue ? text.slice(cue.start, cue.end) : '–';
  const content = segments.map(([start, end]) => text.slice(start, end)).join(' … ');
  const mark = claim.shown ? '▌' : ' ';
  return `  ${mark} ${kind.padEnd(9)}${cut(who, 30)} → ${cut(word, 24)} → ${cut(content, 90)}`;
}

/**
 * What the extension found on a page, as lines for a terminal: the verdict, what the page states about itself, the
 * actors by number of mentions, the claims in reading order (▌ = marked unasked).
 */
export function describeReport(report: PageReport): string {
  const { detection, article, actors, claims } = report;
  const lines = [
    detection
      ? row(
          'verdict',
          `${detection.verdict} (${detection.score.toFixed(2)}; ${detection.why.slice(0, 3).join(', ')})`,
        )
      : row('verdict', 'none'),
  ];
  if (!article) return lines.join('\n');
  lines.push(
    row('title', article.title ?? '–'),
    row('authors', article.authors.join(', ') || '–'),
    row('outlet', article.siteName ?? '–'),
    row('published', article.publishedTime ?? '–'),
    row('text', `${article.blocks.length} blocks, ${article.text.length} characters`),
    '',
    `actors (${actors.length})`,
    ...[...actors].sort((a, b) => b.mentions.length - a.mentions.length).map(actorLine),
    '',
    `claims (${claims.length}; ▌ = marked unasked)`,
  );
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const attributed = claims.filter(({ source, cue, shown }) => source !== null || cue !== null || shown);
  lines.push(
    ...[...attributed].sort((a, b) => a.start - b.start).map((c) => claimLine(c, article.text, names)),
  );
  const rest = claims.length - attributed.length;
  if (rest > 0) lines.push(`  … and ${rest} further statements of the author's own`);
  return lines.join('\n');
}
