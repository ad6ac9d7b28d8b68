import { analyseText, type Models } from '../../lib/analysis/analyse-text';
import { detectArticle } from '../../lib/article/detect-article';
import { documentText } from '../../lib/article/document-text';
import { extractArticle } from '../../lib/article/extract-article';
import { statedBody } from '../../lib/article/stated-body';
import type { ArticleMetadata, Block, Detection } from '../../lib/model/article';
import { blocksOf } from '../../lib/text/blocks';
import type { Options } from './options';
import { parsePage } from './parse-page';

type Input = { readonly id: unknown } & (
  | { readonly html: string; readonly url: string | undefined }
  | { readonly text: string }
);
interface Read {
  readonly detection: Pick<Detection, 'verdict' | 'score'>;
  readonly meta: Partial<ArticleMetadata>;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The object to print for one line of input, and whether the line failed. Never throws. */
export function analyseLine(
  line: string,
  models: Models,
  options: Options,
): { output: object; failed: boolean } {
  let id: unknown = null;
  try {
    const input = readInput(line, (found) => {
      id = found;
    });
    return { output: analyse(input, models, options), failed: false };
  } catch (error) {
    return { output: { id, error: error instanceof Error ? error.message : String(error) }, failed: true };
  }
}

function readInput(line: string, seen: (id: unknown) => void): Input {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not a JSON object');
  const { id = null, html, text, url } = value as Record<string, unknown>;
  seen(id);
  if (typeof text === 'string') return { id, text };
  if (typeof html !== 'string') throw new Error('neither "html" nor "text" is given');
  if (url !== undefined && typeof url !== 'string') throw new Error('"url" is not a string');
  if (url && !URL.canParse(url)) throw new Error('"url" is no address');
  return { id, html, url };
}

function analyse(input: Input, models: Models, { only: part, all, format }: Options): object {
  // An export needs article and claims, whatever part was asked for.
  const only = format ? null : part;
  const start = performance.now();
  const { detection, meta, text, blocks } =
    'text' in input ? plainArticle(input.text) : readPage(input.html, input.url);
  const article = {
    verdict: detection.verdict,
    score: detection.score,
    title: meta.title ?? null,
    authors: meta.authors ?? [],
    siteName: meta.siteName ?? null,
    publishedTime: meta.publishedTime ?? null,
    lang: meta.lang ?? null,
    canonicalUrl: meta.canonicalUrl ?? null,
    text,
    blocks,
  };
  const ms = { article: round(performance.now() - start), actors: 0, claims: 0 };
  if (only === 'article') return { id: input.id, article, ms };
  const found = analyseText(text, blocks, models, [], all ? 'all' : 'worth-checking');
  Object.assign(ms, { actors: round(found.ms.actors), claims: round(found.ms.claims) });
  if (only === 'actors') return { id: input.id, actors: found.actors, ms };
  if (only === 'claims') return { id: input.id, claims: found.claims, ms };
  return { id: input.id, article, actors: found.actors, claims: found.claims, ms };
}

function plainArticle(text: string): Read {
  return { detection: { verdict: 'article', score: 1 }, meta: {}, text, blocks: blocksOf(text) };
}

function readPage(html: string, url: string | undefined): Read {
  const { document, close } = parsePage(html, url ?? '');
  try {
    const detection = detectArticle(document, url ?? '');
    const found = extractArticle(document, url ?? '');
    const sources = Array.from(
      document.querySelectorAll('script[type="application/ld+json" i]'),
      (script) => script.textContent,
    );
    // In a file no script has written the body.
    const stated = statedBody(sources, found?.article.text ?? '');
    if (stated) return { detection, meta: found?.article ?? {}, text: stated, blocks: blocksOf(stated) };
    if (found)
      return { detection, meta: found.article, text: found.article.text, blocks: found.article.blocks };
    // No article: the page's visible text, so that the answer is never empty-handed.
    const { text, blocks } = documentText(document);
    return { detection, meta: {}, text, blocks };
  } finally {
    close();
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
