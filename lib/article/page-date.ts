import type { Provenance } from '../model/article';
import type { JsonLdNode } from './json-ld';
import { firstMeta, type MetaTags } from './meta-tags';
import type { NodeReader } from './node-reader';

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

export interface FoundDate {
  readonly time: string;
  readonly provenance: Provenance;
}

/** When the article was published: JSON-LD, then meta, then the first `<time>` by the headline; null if unknown. */
export function findPublished(
  document: Document,
  reader: NodeReader,
  jsonLd: JsonLdNode | null,
  meta: MetaTags,
): FoundDate | null {
  const declared = toIsoTime(jsonLd?.['datePublished'] ?? jsonLd?.['dateCreated']);
  if (declared) return { time: declared, provenance: 'json-ld' };
  const tag = toIsoTime(firstMeta(meta, PUBLISHED));
  if (tag) return { time: tag, provenance: 'meta' };
  const shown = visibleTime(document, reader);
  return shown ? { time: shown, provenance: 'visible' } : null;
}

/** When the article was last changed, as declared; null if unknown. */
export function findModified(jsonLd: JsonLdNode | null, meta: MetaTags): FoundDate | null {
  const declared = toIsoTime(jsonLd?.['dateModified']);
  if (declared) return { time: declared, provenance: 'json-ld' };
  const tag = toIsoTime(firstMeta(meta, MODIFIED));
  return tag ? { time: tag, provenance: 'meta' } : null;
}

function visibleTime(document: Document, reader: NodeReader): string | null {
  for (const selector of [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    'article time',
    'main time',
    'header time',
  ]) {
    for (const element of reader.select(document, selector).slice(0, 5)) {
      const time =
        toIsoTime(reader.attr(element, 'datetime')) ??
        toIsoTime(reader.attr(element, 'content')) ??
        toIsoTime(reader.text(element));
      if (time) return time;
    }
  }
  return null;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A date as ISO 8601: ISO values unchanged, compact and English long forms converted to a day. Null for anything else,
 * for two-digit years and for days that do not exist.
 */
export function toIsoTime(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:$|[T\s].*)/.exec(text);
  if (iso)
    return (
      isoOf(iso[1]!, iso[2]!, iso[3]!) &&
      (/^\d{4}-\d\d-\d\d/.test(text) ? text : isoOf(iso[1]!, iso[2]!, iso[3]!))
    );
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{0,6}\w*)?$/.exec(text);
  if (compact) return isoOf(compact[1]!, compact[2]!, compact[3]!);
  const slashed = /^(\d{4})\/(\d\d?)\/(\d\d?)/.exec(text);
  if (slashed) return isoOf(slashed[1]!, slashed[2]!, slashed[3]!);
  const dotted = /^(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})/.exec(text);
  if (dotted) return isoOf(dotted[3]!, dotted[2]!, dotted[1]!);
  const long = /(?:^|\s)([a-z]{3})[a-z]*\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text);
  if (long) return isoOf(long[3]!, monthNumber(long[1]!), long[2]!);
  const day = /(?:^|\s)(\d\d?)\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(text);
  return day ? isoOf(day[3]!, monthNumber(day[2]!), day[1]!) : null;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function isoOf(year: string, month: string, day: string): string | null {
  const y = Number(year);
  const m = Number(month);
  const d = Number(day);
  if (y < 1800 || y > 2200 || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
