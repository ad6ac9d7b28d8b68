import type { ArticleFlag, Provenance } from '../model/article';
import { type JsonLdNode, typesOf } from './json-ld';
import { firstMeta, type MetaTags } from './meta-tags';

/** What a page states of how its text is offered, each flag with the place it was read from. */
export type FoundFlags = Readonly<Partial<Record<ArticleFlag, Provenance>>>;

/** Paths that newsrooms give to live blogs. */
const LIVE_PATH = /[/-](?:live-?blog|live-?ticker|newsblog|liveblogg?)(?:[/.-]|$)/;

/** The flags of a page. Only what it says itself: a box that asks to subscribe stands on free stories, too. */
export function findFlags(nodes: readonly JsonLdNode[], meta: MetaTags, url: string): FoundFlags {
  const paywall = paywallFrom(nodes, meta);
  const live = liveFrom(nodes, url);
  return { ...(paywall && { paywall }), ...(live && { 'live-blog': live }) };
}

function paywallFrom(nodes: readonly JsonLdNode[], meta: MetaTags): Provenance | null {
  if (nodes.some((node) => isArticle(node) && isClosed(node))) return 'json-ld';
  const tier = firstMeta(meta, ['article:content_tier', 'content_tier', 'lp.article:content_tier']);
  return tier !== null && /^(?:locked|premium|paid)$/i.test(tier) ? 'meta' : null;
}

function isArticle(node: JsonLdNode): boolean {
  return typesOf(node).some((type) => /(?:Article|Posting)$/.test(type));
}

/** Some write the truth value as a word or as the address of one. */
function isClosed(node: JsonLdNode): boolean {
  const value = node['isAccessibleForFree'];
  return value === false || (typeof value === 'string' && /^(?:.*\/)?false$/i.test(value.trim()));
}

function liveFrom(nodes: readonly JsonLdNode[], url: string): Provenance | null {
  if (nodes.some((node) => typesOf(node).includes('LiveBlogPosting'))) return 'json-ld';
  return LIVE_PATH.test(pathOf(url)) ? 'url' : null;
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname.toLowerCase();
  } catch {
    return '';
  }
}
