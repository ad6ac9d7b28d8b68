import type { ArticleFlag, ArticleMetadata, MetadataField, Provenance } from '../model/article';
import { articleNode, type JsonLdNode, parseJsonLd, typesOf } from './json-ld';
import { firstMeta, indexMetaTags, type MetaTags } from './meta-tags';
import { findAuthors } from './page-authors';
import type { BlockFacts } from './page-blocks';
import { findModified, findPublished } from './page-date';
import { findFlags } from './page-flags';
import type { PageSurvey } from './page-survey';
import { findTitle } from './page-title';

/** Where the body stands among the page's blocks, by index; −1 where unknown. */
export interface BodyPlace {
  readonly first: number;
  readonly last: number;
}

/** What the page states about its article, each field with the place it was read from; null rather than a guess. */
export function decideMetadata(survey: PageSurvey, body: BodyPlace): ArticleMetadata {
  const { blocks } = survey;
  const meta = indexMetaTags(survey.meta);
  const nodes = parseJsonLd(survey.jsonLd);
  const jsonLd = articleNode(nodes);
  const provenance: Partial<Record<MetadataField | ArticleFlag, Provenance>> = {};
  const keep = <T>(field: MetadataField, value: T | null, from: Provenance | null): T | null => {
    if (value !== null && from) provenance[field] = from;
    return value;
  };
  const site = findSiteName(meta, jsonLd);
  const title = findTitle({
    jsonLd,
    meta,
    documentTitle: survey.documentTitle,
    siteName: site?.value ?? null,
    blocks,
  });
  const authors = findAuthors({
    marked: survey.marked,
    jsonLd: jsonLd ?? nodeOf(nodes, ['HowTo', 'Recipe']),
    jsonLdNodes: nodes,
    meta,
    siteName: site?.value ?? null,
    blocks,
    bodyStart: body.first,
    bodyEnd: body.last,
    titleBlock: title?.block ?? -1,
  });
  if (authors.provenance) provenance.authors = authors.provenance;
  const published = findPublished(
    survey.times,
    jsonLd ?? nodeOf(nodes, ['WebPage', 'HowTo', 'Recipe']),
    meta,
    nearTitle(blocks, title?.block ?? -1, body.first),
  );
  const modified = findModified(jsonLd, meta);
  const section = findSection(meta, jsonLd);
  const lang = findLang(survey.lang, meta, jsonLd);
  const canonical = findCanonical(survey.canonicalLinks, meta, survey.url);
  const flags = findFlags(nodes, meta, survey.url);
  Object.assign(provenance, flags);
  const named = Object.keys(flags) as ArticleFlag[];
  return {
    title: keep('title', title?.title ?? null, title?.provenance ?? null),
    authors: authors.names,
    siteName: keep('siteName', site?.value ?? null, site?.from ?? null),
    publishedTime: keep('publishedTime', published?.time ?? null, published?.provenance ?? null),
    modifiedTime: keep('modifiedTime', modified?.time ?? null, modified?.provenance ?? null),
    section: keep('section', section?.value ?? null, section?.from ?? null),
    lang: keep('lang', lang?.value ?? null, lang?.from ?? null),
    canonicalUrl: keep('canonicalUrl', canonical?.value ?? null, canonical?.from ?? null),
    ...(named.length > 0 && { flags: named }),
    provenance,
  };
}

/** Dated JSON-LD of other kinds, for an article that has no description of its own. */
function nodeOf(nodes: readonly JsonLdNode[], types: readonly string[]): JsonLdNode | null {
  const isOne = (node: JsonLdNode) => typesOf(node).some((type) => types.includes(type));
  return nodes.find((node) => node['datePublished'] && isOne(node)) ?? null;
}

/** The blocks around the headline, where byline and date stand; without one, those before the body. */
function nearTitle(blocks: readonly BlockFacts[], title: number, body: number): readonly BlockFacts[] {
  if (title >= 0) return blocks.slice(Math.max(0, title - 4), title + 9);
  return body < 0 ? [] : blocks.slice(Math.max(0, body - 4), body + 1);
}

/** Index of the block that shows the page's headline, or −1. */
export function headlineBlock({ meta, jsonLd, documentTitle, blocks }: PageSurvey): number {
  const tags = indexMetaTags(meta);
  const node = articleNode(parseJsonLd(jsonLd));
  const siteName = findSiteName(tags, node)?.value ?? null;
  return findTitle({ jsonLd: node, meta: tags, documentTitle, siteName, blocks })?.block ?? -1;
}

interface Found {
  readonly value: string;
  readonly from: Provenance;
}

function findSiteName(meta: MetaTags, jsonLd: JsonLdNode | null): Found | null {
  const declared = firstMeta(meta, ['og:site_name', 'application-name']);
  if (declared) return { value: declared, from: 'meta' };
  const publisher = jsonLd?.['publisher'];
  const first: unknown = Array.isArray(publisher) ? publisher[0] : publisher;
  const name = first !== null && typeof first === 'object' ? (first as JsonLdNode)['name'] : first;
  return typeof name === 'string' && name.trim() && !/^https?:/.test(name)
    ? { value: name.trim(), from: 'json-ld' }
    : null;
}

function findSection(meta: MetaTags, jsonLd: JsonLdNode | null): Found | null {
  const value = jsonLd?.['articleSection'];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string' && first.trim()) return { value: first.trim(), from: 'json-ld' };
  const tag = firstMeta(meta, ['article:section', 'section', 'parsely-section']);
  return tag ? { value: tag, from: 'meta' } : null;
}

function findLang(attribute: string | null, meta: MetaTags, jsonLd: JsonLdNode | null): Found | null {
  const inLanguage = jsonLd?.['inLanguage'];
  const candidates: readonly (readonly [unknown, Provenance])[] = [
    [attribute, 'document'],
    [inLanguage, 'json-ld'],
    [firstMeta(meta, ['content-language', 'language', 'dc.language', 'og:locale']), 'meta'],
  ];
  for (const [value, from] of candidates) {
    if (typeof value !== 'string') continue;
    const tag = value.trim().replace('_', '-');
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return { value: tag, from };
  }
  return null;
}

function findCanonical(links: readonly (string | null)[], meta: MetaTags, url: string): Found | null {
  const candidates: readonly (readonly [string | null | undefined, Provenance])[] = [
    [links[0], 'document'],
    [firstMeta(meta, ['og:url']), 'meta'],
  ];
  for (const [value, from] of candidates) {
    const resolved = value ? resolveWeb(value, url) : null;
    if (resolved) return { value: resolved, from };
  }
  return null;
}

/** An absolute http(s) address, or null. A canonical link is a hint: other parts decide whether to trust it. */
function resolveWeb(value: string, base: string): string | null {
  try {
    const resolved = new URL(value, base);
    return /^https?:$/.test(resolved.protocol) ? resolved.href : null;
  } catch {
    return null;
  }
}
