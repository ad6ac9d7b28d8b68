/** Contents of the page's `<meta>` elements by lower-cased name, property or itemprop; first value first. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

/** Indexes `<meta>` contents by name: pairs of names (property, name, itemprop in one string) and content. */
export function indexMetaTags(pairs: readonly (readonly [names: string, content: string])[]): MetaTags {
  const tags = new Map<string, string[]>();
  for (const [names, value] of pairs) {
    const content = value.trim();
    if (!content || content.length > 2000) continue;
    for (const name of names.toLowerCase().split(/\s+/)) {
      if (!name) continue;
      const list = tags.get(name);
      if (list) list.push(content);
      else tags.set(name, [content]);
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
