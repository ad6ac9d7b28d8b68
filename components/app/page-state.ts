import { shownClaims } from '../../lib/claims/shown-claims';
import type { Answer, ToBackground } from '../../lib/messaging/protocol';
import type { Actor } from '../../lib/model/actor';
import type { Claim } from '../../lib/model/claim';
import type { Settings } from '../../lib/model/settings';
import { setApart } from '../../lib/text/direction';
import type { ClaimItem } from '../claims/claim-list';
import { dayText } from './day-text';
import type { PageState } from './popup-model';

/** Turns a tab's status into what the popup shows: claims with the words that carry them. `language` is a BCP 47 tag. */
export function pageState(
  { url, obstacle, report, articleKey, kept }: Answer<ToBackground, 'page.status'>,
  { density, claimsFrom }: Pick<Settings, 'density' | 'claimsFrom'>,
  language: string,
): PageState {
  const article = report?.article ?? null;
  // A date of a language that runs the other way keeps its own order among the names.
  const day = article?.publishedTime ? setApart(dayText(article.publishedTime, language)) : '';
  const byline = [...(article?.authors ?? []), article?.siteName ?? '', day].filter(Boolean).join(' · ');
  const attributed = (report?.claims ?? []).filter((claim) => claim.kind !== 'author');
  // With no marks on the page the list still shows what the default would mark.
  const shown = shownClaims(attributed, density === 'off' ? 'main' : density, claimsFrom);
  return {
    verdict: report?.detection?.verdict ?? null,
    unread: (article === null && report?.detection) || null,
    title: article?.title ?? null,
    byline: byline || null,
    flags: (article?.flags ?? []).map((flag) => ({ flag, from: article?.provenance[flag] ?? null })),
    isMarked: report?.mode === 'article',
    kept: articleKey === null ? null : kept,
    isOpen: report !== null && report.mode !== 'idle',
    host: url !== null && /^https?:/.test(url) ? new URL(url).hostname : null,
    isEnglish: report?.language !== 'other',
    obstacle,
    actors: report?.actors ?? [],
    claims: shown.map((claim) => claimItem(claim, article?.text ?? '', report?.actors ?? [])),
    claimsFound: attributed.length,
    saysView: report?.saysView ?? false,
  };
}

/** A claim in the words of its article's text, and who of `actors` speaks where the words themselves do not name them. */
export function claimItem(claim: Claim, text: string, actors: readonly Actor[]): ClaimItem {
  const slice = (span: { start: number; end: number } | null) =>
    span ? text.slice(span.start, span.end) : null;
  const content = claim.segments.map(([start, end]) => text.slice(start, end)).join(' … ');
  const source = slice(claim.source);
  const name = actors.find(({ id }) => id === claim.source?.actor)?.name ?? null;
  const isNamed = name === null || isNamedIn(source ?? '', name);
  return { id: claim.id, source, speaker: isNamed ? null : name, cue: slice(claim.cue), content };
}

// “Ms Okoye” names Ana Okoye as well as her whole name does; “she” does not.
function isNamedIn(words: string, name: string): boolean {
  if (words.includes(name)) return true;
  const inWords = new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return (name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).some((part) => inWords.has(part));
}
