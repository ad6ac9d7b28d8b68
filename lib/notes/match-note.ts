import type { AnnotationVersion } from '../model/annotation';

/** The words of a query, folded for comparing; empty for an empty query. */
export function parseQuery(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether a note contains every word of the query: in its text, quote, tags, author or address. */
export function matchesQuery(version: AnnotationVersion, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { body = '', target, tags, author, article } = version;
  const text = fold([body, target?.quote.exact ?? '', tags.join(' '), author, article].join('\n'));
  return words.every((word) => text.includes(word));
}

// Letters without their marks: who types "Jose" finds "José".
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
