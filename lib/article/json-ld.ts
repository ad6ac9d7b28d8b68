/** One object of a page's JSON-LD, as found. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

const MAX_NODES = 2_000;
const ARTICLE = /(?:Article|BlogPosting|^Report|LiveBlogPosting|^Review|MediaPosting)$/;

/** Longer JSON-LD scripts are not read. */
export const MAX_SCRIPT = 400_000;

/** All objects of all JSON-LD scripts of a page, flattened; malformed scripts are left out. */
export function parseJsonLd(sources: readonly string[]): readonly JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (const source of sources) {
    const value = parseLenient(source);
    if (value !== undefined) flatten(value, nodes, 0);
  }
  return nodes;
}

/** The node that describes the page's article, the most complete one first; null if there is none. */
export function articleNode(nodes: readonly JsonLdNode[]): JsonLdNode | null {
  const score = (node: JsonLdNode) =>
    ['headline', 'author', 'datePublished', 'articleBody', 'mainEntityOfPage'].filter((key) => node[key])
      .length;
  let best: JsonLdNode | null = null;
  for (const node of nodes) {
    if (!typesOf(node).some((type) => ARTICLE.test(type))) continue;
    if (!best || score(node) > score(best)) best = node;
  }
  return best;
}

/** The `@type` of a node as a list, without a schema address. */
export function typesOf(node: JsonLdNode): readonly string[] {
  const type = node['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list.filter((t): t is string => typeof t === 'string').map((t) => t.replace(/^.*[/#]/, ''));
}

function parseLenient(source: string): unknown {
  // Wrappers and raw line breaks in strings are the two faults that news sites make most.
  const text = source
    .replace(/^\s*(?:\/\/)?\s*<!(?:--|\[CDATA\[)/, '')
    .replace(/(?:\/\/)?\s*(?:-->|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  for (const candidate of [text, text.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate) as unknown;
    } catch {
      // The next, more lenient reading may do.
    }
  }
  return undefined;
}

function flatten(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > 6 || nodes.length >= MAX_NODES || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) flatten(item, nodes, depth + 1);
    return;
  }
  const node = value as JsonLdNode;
  nodes.push(node);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart']) {
    flatten(node[key], nodes, depth + 1);
  }
}
