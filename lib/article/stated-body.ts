import { articleNode, parseJsonLd } from './json-ld';

const ENOUGH = 500;
/** So many times more must be stated than is shown: less is a summary, a caption or another way of counting. */
const FAR_MORE = 3;

/**
 * The text that a page states of its article in JSON-LD, in lines, where its markup shows hardly any of it: a script would have to write it
 * first. Null elsewhere. No live nodes stand behind it, so it is for pages that are read as files.
 */
export function statedBody(jsonLd: readonly string[], shown: string): string | null {
  const body = articleNode(parseJsonLd(jsonLd))?.['articleBody'];
  if (typeof body !== 'string') return null;
  const lines = body
    .replace(/<[^<>]*>/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const text = lines.join('\n');
  return text.length >= ENOUGH && text.length > FAR_MORE * shown.length ? text : null;
}
