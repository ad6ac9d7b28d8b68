import type { Provenance } from '../model/article';
import { HINT } from './class-hints';
import type { JsonLdNode } from './json-ld';
import { firstMeta, type MetaTags } from './meta-tags';
import type { BlockFacts } from './page-blocks';
import { isoDay, parseVisibleDate } from './visible-date';

const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'publish-date',
  'publishdate',
  'pubdate',
  'published_date',
  'published',
  'date',
  'article.published',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
];

/** Most articles are changed for the last time within this. */
const CLOSE_DAYS = 10;

export interface FoundDate {
  readonly time: string;
  readonly provenance: Provenance;
}

/**
 * When the article was published: JSON-LD, then meta, then the first of `times` (what marked elements show, in order), then
 * a date written by the headline; null if unknown.
 */
export function findPublished(
  times: readonly string[],
  jsonLd: JsonLdNode | null,
  meta: MetaTags,
  shownNear: readonly BlockFacts[],
): FoundDate | null {
  const modified = findModified(jsonLd, meta)?.time ?? null;
  const stated = jsonLd?.['datePublished'] ?? jsonLd?.['dateCreated'];
  const declared = toIsoTime(stated) ?? toldByChange(stated, modified);
  if (declared) return { time: declared, provenance: 'json-ld' };
  const named = firstMeta(meta, PUBLISHED);
  const tag = toIsoTime(named) ?? toldByChange(named, modified);
  if (tag) return { time: tag, provenance: 'meta' };
  const shown = firstTime(times) ?? writtenDate(shownNear);
  return shown ? { time: shown, provenance: 'visible' } : null;
}

/** A date with two readings, 10/5/2022, as the one that lies close before the last change, where the other does not. */
function toldByChange(value: unknown, modified: string | null): string | null {
  const slashed = typeof value === 'string' ? /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(value) : null;
  if (!slashed || modified === null) return null;
  const [first, second, year] = slashed.slice(1).map(Number) as [number, number, number];
  const changed = Date.parse(modified.slice(0, 10));
  const near = [isoDay(year, second, first), isoDay(year, first, second)].filter((day) => {
    const days = day === null ? -1 : (changed - Date.parse(day)) / 86_400_000;
    return days >= 0 && days <= CLOSE_DAYS;
  });
  return near.length === 1 ? near[0]! : null;
}

/** When the article was last changed, as declared; null if unknown. */
export function findModified(jsonLd: JsonLdNode | null, meta: MetaTags): FoundDate | null {
  const declared = toIsoTime(jsonLd?.['dateModified']);
  if (declared) return { time: declared, provenance: 'json-ld' };
  const tag = toIsoTime(firstMeta(meta, MODIFIED));
  return tag ? { time: tag, provenance: 'meta' } : null;
}

/** The first date written in a short block by the headline; those that are marked as dates go first. */
function writtenDate(blocks: readonly BlockFacts[]): string | null {
  const short = blocks.filter((block) => block.text.length < 200);
  const marked = short.filter((block) => block.nearHints & HINT.meta);
  for (const block of [...marked, ...short]) {
    const date = parseVisibleDate(block.text);
    if (date) return date;
  }
  return null;
}

function firstTime(times: readonly string[]): string | null {
  for (const text of times) {
    const time = toIsoTime(text);
    if (time) return time;
  }
  return null;
}

/**
 * A date as ISO 8601: ISO values unchanged, other written-out forms converted to a day. Null for anything else, for
 * two-digit years and for days that do not exist.
 */
export function toIsoTime(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:$|[T\s].*)/.exec(text);
  if (iso) {
    const day = isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day && text.startsWith(day) ? text : day;
  }
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{0,6}\w*)?$/.exec(text);
  if (compact) return isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return parseVisibleDate(text);
}
