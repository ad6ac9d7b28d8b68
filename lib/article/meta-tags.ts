import type { NodeReader } from './node-reader';

/** Contents of the page's `<meta>` elements by lower-cased name, property or itemprop; first value first. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

/** Reads all `<meta>` elements that have a content. */
export function readMetaTags(document: Document, reader: NodeReader): MetaTags {
  const tags = new Map<string, string[]>();
  for (const meta of reader.select(document, 'meta[content]')) {
    const content = (reader.attr(meta, 'content') ?? '').trim();
    if (!content || content.length > 2000) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      for (const name of (reader.attr(meta, attribute) ?? '').toLowerCase().split(/\s+/)) {
        if (!name) continue;
        const list = tags.get(name);
        if (list) list.push(content);
        else tags.set(name, [content]);
      }
    }
  }
  return tags;
}

/** The first content found under any of the names, in the order of the names. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0];
    if (value) return value;
  }
  return null;
}
