/** A claim's id across the library: its place in its article, and the article's key. */
export function claimId({ article, n }: { readonly article: string; readonly n: number }): string {
  return `${n} ${article}`;
}

/** The article and place of an id; null for what is no id. */
export function claimOfId(id: string): { readonly article: string; readonly n: number } | null {
  const [, n, article] = /^(\d{1,9}) (.+)$/s.exec(id) ?? [];
  return n === undefined || article === undefined ? null : { article, n: Number(n) };
}
