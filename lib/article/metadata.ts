import type { ArticleMetadata, MetadataField, Provenance } from '../model/article';
import { articleNode, type JsonLdNode, readJsonLd, typesOf } from './json-ld';
import { firstMeta, type MetaTags, readMetaTags } from './meta-tags';
import { readerFor } from './node-reader';
import { findAuthors } from './page-authors';
import { type PageBlock, readPageBlocks } from './page-blocks';
import { findModified, findPublished } from './page-date';
import { documentTitle, findTitle } from './page-title';

/** Where the body stands among the page's blocks, by index; −1 where unknown. */
export interface BodyPlace {
  readonly first: number;
  readonly last: number;
}

/** What the page states about its article, each field with the place it was read from; null rather than a guess. */
export function readMetadata(document: Document, url: string): ArticleMetadata {
  return metadataOf(document, url, readPageBlocks(document), { first: -1, last: -1 });
}

/** The same for a page whose blocks are read and whose body is found already. */
export function metadataOf(
  document: Document,
  url: string,
  blocks: readonly PageBlock[],
  body: BodyPlace,
): ArticleMetadata {
  const reader = readerFor(document);
  const meta = readMetaTags(document, reader);
  const nodes = readJsonLd(document, reader);
  const jsonLd = articleNode(nodes);
  const provenance: Partial<Record<MetadataField, Provenance>> = {};
  const keep = <T>(field: MetadataField, value: T | null, from: Provenance | null): T | null => {
    if (value !== null && from) provenance[field] = from;
    return value;
  };
  const site = findSiteName(meta, jsonLd);
  const title = findTitle({
    jsonLd,
    meta,
    documentTitle: documentTitle(document, reader),
    siteName: site?.value ?? null,
    blocks,
  });
  const authors = findAuthors({
    document,
    reader,
    jsonLd,
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
    document,
    reader,
    jsonLd ?? pageNode(nodes),
    meta,
    nearTitle(blocks, title?.block ?? -1),
  );
  const modified = findModified(jsonLd, meta);
  const section = findSection(meta, jsonLd);
  const lang = findLang(
    reader.attr(reader.root(document) ?? document.createElement('html'), 'lang'),
    meta,
    jsonLd,
  );
  const canonical = findCanonical(
    reader.select(document, 'link[rel~="canonical" i]').map((link) => reader.attr(link, 'href')),
    meta,
    url,
  );
  return {
    title: keep('title', title?.title ?? null, title?.provenance ?? null),
    authors: authors.names,
    siteName: keep('siteName', site?.value ?? null, site?.from ?? null),
    publishedTime: keep('publishedTime', published?.time ?? null, published?.provenance ?? null),
    modifiedTime: keep('modifiedTime', modified?.time ?? null, modified?.provenance ?? null),
    section: keep('section', section?.value ?? null, section?.from ?? null),
    lang: keep('lang', lang?.value ?? null, lang?.from ?? null),
    canonicalUrl: keep('canonicalUrl', canonical?.value ?? null, canonical?.from ?? null),
    provenance,
  };
}

/** JSON-LD of the page itself, which dates an article that has no description of its own. */
function pageNode(nodes: readonly JsonLdNode[]): JsonLdNode | null {
  return nodes.find((node) => node['datePublished'] && typesOf(node).includes('WebPage')) ?? null;
}

/** The blocks around the headline, where byline and date stand; none without a headline. */
function nearTitle(blocks: readonly PageBlock[], title: number): readonly PageBlock[] {
  return title < 0 ? [] : blocks.slice(Math.max(0, title - 4), title + 9);
}

/** Index of the block that shows the page's headline, or −1. */
export function headlineBlock(document: Document, blocks: readonly PageBlock[]): number {
  const reader = readerFor(document);
  const meta = readMetaTags(document, reader);
  const jsonLd = articleNode(readJsonLd(document, reader));
  const siteName = findSiteName(meta, jsonLd)?.value ?? null;
  const title = findTitle({ jsonLd, meta, documentTitle: documentTitle(document, reader), siteName, blocks });
  return title?.block ?? -1;
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
