import type { Provenance } from '../model/article';
import type { JsonLdNode } from './json-ld';
import { firstMeta, type MetaTags } from './meta-tags';
import type { NodeReader } from './node-reader';
import { IN, type PageBlock } from './page-blocks';

/** What a page says its title is, and the visible headings that may be it. */
export interface TitleSource {
  readonly jsonLd: JsonLdNode | null;
  readonly meta: MetaTags;
  readonly documentTitle: string;
  readonly siteName: string | null;
  readonly blocks: readonly PageBlock[];
}

export interface FoundTitle {
  readonly title: string;
  readonly provenance: Provenance;
  /** Index of the visible heading among the blocks, or −1. */
  readonly block: number;
}

/**
 * The title: the visible heading that agrees best with what the page declares, else the declaration without the
 * site's name. Null if the page shows and states nothing.
 */
export function findTitle(source: TitleSource): FoundTitle | null {
  const declared = declaredTitles(source);
  const references = declared.map((d) => wordsOf(d.title));
  let best: FoundTitle | null = null;
  let bestScore = 0;
  source.blocks.forEach((block, i) => {
    if (!(block.context & IN.heading) || block.text.length > 400) return;
    const words = wordsOf(block.text);
    const agreement = Math.max(0, ...references.map((reference) => overlap(words, reference)));
    const score = agreement + (block.tag === 'H1' ? 0.25 : 0);
    if (agreement >= 0.5 && score > bestScore) {
      bestScore = score;
      best = { title: block.text, provenance: 'visible', block: i };
    }
  });
  if (best) return best;
  const first = declared[0];
  if (first) return { ...first, block: -1 };
  const only = source.blocks.findIndex((block) => block.tag === 'H1');
  return only < 0 ? null : { title: source.blocks[only]!.text, provenance: 'visible', block: only };
}

function declaredTitles(source: TitleSource): { readonly title: string; readonly provenance: Provenance }[] {
  const clean = (title: string) => withoutSiteName(collapse(title), source.siteName);
  const declared: { title: string; provenance: Provenance }[] = [];
  const headline = source.jsonLd?.['headline'] ?? source.jsonLd?.['name'];
  if (typeof headline === 'string' && headline.trim())
    declared.push({ title: clean(headline), provenance: 'json-ld' });
  const meta = firstMeta(source.meta, ['og:title', 'twitter:title', 'dc.title', 'headline']);
  if (meta) declared.push({ title: clean(meta), provenance: 'meta' });
  const title = clean(source.documentTitle);
  if (title) declared.push({ title, provenance: 'document' });
  return declared;
}

/** Cuts the outlet's name off a document title ("Story | Outlet", "Outlet – Story"). */
export function withoutSiteName(title: string, siteName: string | null): string {
  const parts = title.split(/\s+[|–—·•»:-]+\s+/);
  if (parts.length < 2) return title;
  const site = siteName ? plain(siteName) : null;
  const last = parts[parts.length - 1]!;
  const cutEnd = title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·•»:-]+\s*$/, '');
  if (site && plain(last) === site) return cutEnd;
  if (site && plain(parts[0]!) === site)
    return title.slice(parts[0]!.length).replace(/^\s+[|–—·•»:-]+\s+/, '');
  const bar = /\s[|•»]\s/.test(title);
  return bar && last.split(/\s+/).length <= 4 && cutEnd.length > last.length ? cutEnd : title;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function collapse(text: string): string {
  return text
    .replace(/<[^>]{1,40}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lower-cased words, or single characters where a script writes no spaces. */
export function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (/[\u3040-\u30ff\u3400-\u9fff]/.test(word) ? Array.from(word) : [word]));
}

/** Dice coefficient of two bags of words, 0…1. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) {
      common++;
      counts.set(word, left - 1);
    }
  }
  return (2 * common) / (a.length + b.length);
}

/** The text of `<title>` in the document's head (an SVG's title is none). */
export function documentTitle(document: Document, reader: NodeReader): string {
  const title = reader.select(document, 'head > title')[0] ?? reader.select(document, 'title')[0];
  return title ? reader.text(title).replace(/\s+/g, ' ').trim() : '';
}
