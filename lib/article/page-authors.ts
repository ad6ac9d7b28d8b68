import { firstNames } from '../actors/lexicon/lexicon';
import type { Provenance } from '../model/article';
import {
  bylineIn,
  cleanName,
  commaParts,
  isNameLike,
  parseByline,
  startsLikeByline,
  withoutRoles,
} from './byline';
import { HINT } from './class-hints';
import type { JsonLdNode } from './json-ld';
import type { MetaTags } from './meta-tags';
import { type BlockFacts, IN } from './page-blocks';
import type { MarkedTexts } from './page-survey';

/** Single words that stand in author boxes without being a name. */
const NO_PERSON =
  /^(?:author|authors|home|blog|news|website|profile|more|follow|about|twitter|facebook|linkedin|instagram|admin|guest|redaktion|share|menu|posts|contact|email|team)$/i;

/** What the authors are found from. */
export interface AuthorSource {
  /** What elements marked as author or byline show, the surest kind of mark first. */
  readonly marked: readonly MarkedTexts[];
  readonly jsonLd: JsonLdNode | null;
  readonly jsonLdNodes: readonly JsonLdNode[];
  readonly meta: MetaTags;
  readonly siteName: string | null;
  readonly blocks: readonly BlockFacts[];
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

/**
 * The authors: people whom the page declares; where it declares the outlet or nobody, those whom a marked byline or a
 * line at the headline or the end of the body names; else the declared outlet. Nobody rather than a guess.
 */
export function findAuthors(source: AuthorSource): FoundAuthors {
  const declared = declaredAuthors(source);
  const people = declared.filter((name) => !isOutlet(name, source.siteName));
  const marked = withoutEditors(markedAuthors(source), source);
  if (people.length > 0 && people.some((name) => isNameLike(name) || isShown(source, name))) {
    if (isFullerList(marked, people)) return { names: marked, provenance: 'visible' };
    const writers = withoutEditors(people, source);
    return { names: writers, provenance: writers === people ? 'json-ld' : 'visible' };
  }
  if (marked.length > 0) return { names: marked, provenance: 'visible' };
  const visible = visibleAuthors(source);
  const meta = metaAuthors(source).filter((name) => !isOutlet(name, source.siteName));
  if (meta.length > 0 && meta.every((name) => isShown(source, name)))
    return { names: meta, provenance: 'meta' };
  if (visible.length > 0) return { names: visible, provenance: 'visible' };
  const isSure = (name: string) => isNameLike(name) || people.includes(name);
  if (meta.length > 0 && meta.every(isSure)) return { names: meta, provenance: 'meta' };
  const alone = loneName(source);
  if (alone) return { names: [alone], provenance: 'visible' };
  // Whom the page declares, though it shows nobody: an outlet, an office, a pen name.
  if (declared.length > 0) return { names: declared, provenance: 'json-ld' };
  const named = metaAuthors(source);
  return named.length > 0 ? { names: named, provenance: 'meta' } : { names: [], provenance: null };
}

/** Whether the page shows everybody whom it declares, and one more whom the declaration forgot. */
function isFullerList(marked: readonly string[], people: readonly string[]): boolean {
  const shown = marked.map((name) => name.toLowerCase());
  return marked.length === people.length + 1 && people.every((name) => shown.includes(name.toLowerCase()));
}

function isOutlet(name: string, siteName: string | null): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return (siteName !== null && plain(name) === plain(siteName)) || /\.(?:de|com|org|is|net|tv)$/i.test(name);
}

/** Names in elements marked as author or byline; the first kind of mark that names somebody decides. */
function markedAuthors({ marked }: AuthorSource): readonly string[] {
  for (const { isExact, texts } of marked) {
    const names: string[] = [];
    for (const text of texts) {
      const found = parseByline(text);
      if (found.length > 0) names.push(...found);
      else if (isExact && text.length <= 30 && /^\p{Lu}[\p{L}_’'-]+$/u.test(text) && isNobodyElse(text))
        names.push(text);
      if (names.length > 0 && !isExact) break;
    }
    // A page with many different names lists the authors of many stories.
    const different = unique(names);
    if (different.length > 0 && different.length <= 6) return different;
  }
  return [];
}

function isNobodyElse(text: string): boolean {
  return cleanName(text) !== null && !NO_PERSON.test(text);
}

function declaredAuthors(source: AuthorSource): readonly string[] {
  const author = source.jsonLd?.['author'] ?? source.jsonLd?.['creator'];
  return unique(namesIn(author, source.jsonLdNodes, 0));
}

function namesIn(value: unknown, nodes: readonly JsonLdNode[], depth: number): string[] {
  if (depth > 3) return [];
  if (typeof value === 'string') {
    const parts = commaParts(value);
    const known = withoutRoles(parts);
    return known.length < parts.length ? known.flatMap(toName) : toName(value);
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
      (values ?? [])
        .flatMap((value) => withoutRoles(value.split(/\s*[;|]\s*|\s+and\s+/).flatMap(commaParts)))
        .flatMap(toName),
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
    const names =
      i > 0 && isAuthorLabel(blocks[i - 1]!.text) ? labelledNames(blocks[i]!) : bylineNames(blocks[i]!);
    if (names.length > 0) return names;
  }
  for (let i = Math.max(0, source.bodyEnd - 1); i < Math.min(blocks.length, source.bodyEnd + 3); i++) {
    const names = startsLikeByline(blocks[i]!.text) ? parseByline(blocks[i]!.text) : [];
    if (names.length > 0) return names;
  }
  // In some countries the bare name in bold closes the story; the block filter may have left it out.
  const closing = source.bodyEnd < 0 ? [] : blocks.slice(source.bodyEnd, source.bodyEnd + 2);
  const isBoldName = ({ text, boldChars }: BlockFacts) =>
    text.length < 40 && boldChars >= text.replace(/\s/g, '').length * 0.9 && isNameLike(text);
  return closing.filter(isBoldName).map(({ text }) => text);
}

/**
 * A person's name that stands alone by the headline or after the body. Only names that begin with a known first name
 * count: sections and places stand there, too.
 */
function loneName({ blocks, titleBlock, bodyStart, bodyEnd }: AuthorSource): string | null {
  const top = titleBlock >= 0 ? titleBlock : bodyStart;
  const places = [
    [top + 1, Math.max(top + 6, bodyStart)],
    [top - 4, top],
    [bodyEnd, bodyEnd + 4],
  ] as const;
  for (const [from, to] of places) {
    for (const block of blocks.slice(Math.max(0, from), Math.max(0, to))) {
      const isByline = ((block.ownHints | block.nearHints) & (HINT.meta | HINT.bio)) !== 0;
      const isApart = /\|$/.test(block.text) || isByline;
      if (!isApart || block.text.length > 80 || block.context & (IN.nav | IN.caption)) continue;
      const [name, ...others] = parseByline(block.text);
      const first = name?.split(' ')[0] ?? '';
      if (name && others.length === 0 && (firstNames.has(first) || isIntroduced(name, blocks))) return name;
    }
  }
  return null;
}

/** Whether a name stands above a text that begins with it: what a page says of its author. */
function isIntroduced(name: string, blocks: readonly BlockFacts[]): boolean {
  const first = `${name.split(' ')[0]} `;
  return blocks.some(({ text }, i) => text === name && blocks[i + 1]?.text.startsWith(first));
}

/** Whoever is named as the editor alone wrote nothing, where somebody else is named as well. */
function withoutEditors(names: readonly string[], { marked, blocks }: AuthorSource): readonly string[] {
  if (names.length === 0) return names;
  const texts = marked.flatMap((mark) => mark.texts);
  const isEditor = (name: string) => texts.some((text) => /^editor\s*:/i.test(text) && text.includes(name));
  const writers = names.filter((name) => !isEditor(name));
  if (writers.length > 0) return writers.length < names.length ? writers : names;
  const others = texts.flatMap((text) => (/^editor\s*:/i.test(text) ? [] : parseByline(text)));
  const shown = unique(others).filter((name) => !isEditor(name) && blocks.some(({ text }) => text === name));
  return shown.length > 0 && shown.length <= 3 ? shown : names;
}

/** A line that says no more than that the next one names the authors. */
function isAuthorLabel(text: string): boolean {
  return /^(?:authors?|autor(?:en|in|es)?|auteure?s?|autore|autori|text|texte|written by|by|von|par|por)\s*:?$/i.test(
    text,
  );
}

function labelledNames({ text }: BlockFacts): readonly string[] {
  return text.length < 100 ? parseByline(text) : [];
}

/** "Ana Lima | 05.04.2025": a name and a date with a bar between them. */
const NAME_AND_DATE = /^([^|•·]{4,60}?)\s*[|•·]\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}\b/;

function bylineNames(block: BlockFacts): readonly string[] {
  if (block.text.length > 200 || block.context & (IN.heading | IN.nav | IN.caption)) return [];
  const dated = NAME_AND_DATE.exec(block.text)?.[1];
  if (dated && isNameLike(dated)) return [dated];
  const byline = bylineIn(block.text);
  return byline === null ? [] : parseByline(byline);
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
