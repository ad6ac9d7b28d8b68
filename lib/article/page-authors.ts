import type { Provenance } from '../model/article';
import { cleanName, isNameLike, parseByline, startsLikeByline } from './byline';
import { HINT } from './class-hints';
import type { JsonLdNode } from './json-ld';
import type { MetaTags } from './meta-tags';
import { IN, type PageBlock } from './page-blocks';

export interface AuthorSource {
  readonly jsonLd: JsonLdNode | null;
  readonly jsonLdNodes: readonly JsonLdNode[];
  readonly meta: MetaTags;
  readonly siteName: string | null;
  readonly blocks: readonly PageBlock[];
  /** Indexes of the first and last block of the body and of the headline; −1 where unknown. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly titleBlock: number;
}

export interface FoundAuthors {
  readonly names: readonly string[];
  readonly provenance: Provenance | null;
}

const META_NAMES = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
  'cxenseparse:author',
  'twitter:creator:name',
];

/** The authors: what the page declares, checked against what it shows; else the visible byline; else nobody. */
export function findAuthors(source: AuthorSource): FoundAuthors {
  const declared = declaredAuthors(source);
  if (declared.length > 0) return { names: declared, provenance: 'json-ld' };
  const visible = visibleAuthors(source);
  const meta = metaAuthors(source);
  if (meta.length > 0 && meta.every((name) => isShown(source, name)))
    return { names: meta, provenance: 'meta' };
  if (visible.length > 0) return { names: visible, provenance: 'visible' };
  return meta.length > 0 && meta.every(isNameLike)
    ? { names: meta, provenance: 'meta' }
    : { names: [], provenance: null };
}

function declaredAuthors(source: AuthorSource): readonly string[] {
  const author = source.jsonLd?.['author'] ?? source.jsonLd?.['creator'];
  return unique(namesIn(author, source.jsonLdNodes, 0));
}

function namesIn(value: unknown, nodes: readonly JsonLdNode[], depth: number): string[] {
  if (depth > 3) return [];
  if (typeof value === 'string') {
    const name = cleanName(value);
    return name ? [name] : [];
  }
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((item) => namesIn(item, nodes, depth + 1));
  if (value === null || typeof value !== 'object') return [];
  const node = value as JsonLdNode;
  if (node['name']) return namesIn(node['name'], nodes, depth + 1);
  const id = node['@id'];
  const target = typeof id === 'string' ? nodes.find((n) => n['@id'] === id && n['name']) : undefined;
  return target ? namesIn(target['name'], nodes, depth + 1) : [];
}

function metaAuthors(source: AuthorSource): readonly string[] {
  for (const name of META_NAMES) {
    const values = source.meta.get(name);
    const names = unique(
      (values ?? []).flatMap((value) => value.split(/\s*[;|]\s*|,\s+|\s+and\s+/)).flatMap(toName),
    );
    if (names.length > 0) return names;
  }
  return [];
}

function toName(value: string): string[] {
  const name = cleanName(value);
  return name ? [name] : [];
}

/** Bylines stand between a little above the headline and the first paragraphs, or close the body. */
function visibleAuthors(source: AuthorSource): readonly string[] {
  const { blocks } = source;
  const from = Math.max(0, (source.titleBlock >= 0 ? source.titleBlock : source.bodyStart) - 6);
  const to = Math.min(blocks.length, Math.max(source.titleBlock, source.bodyStart) + 6);
  for (let i = from; i < to; i++) {
    const names = bylineNames(blocks[i]!);
    if (names.length > 0) return names;
  }
  for (let i = Math.max(0, source.bodyEnd - 1); i < Math.min(blocks.length, source.bodyEnd + 3); i++) {
    const names = startsLikeByline(blocks[i]!.text) ? parseByline(blocks[i]!.text) : [];
    if (names.length > 0) return names;
  }
  return [];
}

function bylineNames(block: PageBlock): readonly string[] {
  if (block.text.length > 200 || block.context & (IN.heading | IN.nav | IN.caption)) return [];
  const marked = block.nearHints & HINT.meta && /byline|author/i.test(ownNames(block));
  return startsLikeByline(block.text) || marked ? parseByline(block.text) : [];
}

function ownNames(block: PageBlock): string {
  const names = (element: Element | null) =>
    element ? `${element.getAttribute?.('class') ?? ''} ${element.getAttribute?.('itemprop') ?? ''}` : '';
  return `${names(block.element)} ${names(block.element.parentElement)}`;
}

function isShown(source: AuthorSource, name: string): boolean {
  const lower = name.toLowerCase();
  return source.blocks.some((block) => block.text.length < 300 && block.text.toLowerCase().includes(lower));
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
