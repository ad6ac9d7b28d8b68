/**
 * The article engine as one script for a page's isolated world, where the bench calls it step by step. The steps are
 * apart so that each can be timed by itself.
 */
import { assembleArticle, type LiveArticle } from '../../lib/article/assemble-article';
import { type ArticleDecision, decideArticle } from '../../lib/article/decide-article';
import { detectArticle } from '../../lib/article/detect-article';
import { extractArticle } from '../../lib/article/extract-article';
import type { PageSurvey } from '../../lib/article/page-survey';
import { readableRegion } from '../../lib/article/readable-region';
import { type SurveyedPage, surveyPage } from '../../lib/article/survey-page';
import type { TextMap } from '../../lib/article/text-map';

/** Characters, white space aside: how many there are and how many stand in a live text node that reads the same. */
export interface Mapped {
  readonly all: number;
  readonly live: number;
}

const solid = (text: string) => text.replace(/\s+/g, '');

function mappedBlocks({ article, map }: LiveArticle): Mapped {
  let all = 0;
  let live = 0;
  for (const block of article.blocks) {
    const text = solid(article.text.slice(block.start, block.end));
    all += text.length;
    live += sameLength(text, map, block);
  }
  return { all, live };
}

function sameLength(text: string, map: TextMap, block: { start: number; end: number }): number {
  const shown = solid(map.toRanges(block).map(String).join(''));
  return shown === text ? text.length : 0;
}

let survey: SurveyedPage | null = null;
let found: LiveArticle | null = null;

export const verdict = (url: string) => detectArticle(document, url).verdict;

/** In the page: reads off it all that the article is decided from. */
export function look(url: string): void {
  survey = surveyPage(document, url);
}

/** The survey as it travels to the background. */
export const sent = (): string => JSON.stringify(survey?.survey ?? null);

/** In the background: decides from what was sent. */
export const decide = (message: PageSurvey): string => JSON.stringify(decideArticle(message));

/** In the page: puts the article together from what the background decided. */
export function assemble(decision: ArticleDecision, url: string): void {
  found = assembleArticle(survey?.blocks ?? [], decision, url);
}

/** What of the extracted article stands in live nodes. */
export const mapped = (): Mapped => (found ? mappedBlocks(found) : { all: 0, live: 0 });

/** All at once: what the page is, what its article says, and what of that stands in live nodes. */
export function read(url: string) {
  const { verdict } = detectArticle(document, url);
  const live = extractArticle(document, url);
  if (!live) return null;
  const { title, authors, publishedTime, flags = [], text } = live.article;
  return { verdict, title, authors, publishedTime, flags, text, mapped: mappedBlocks(live) };
}

/** What of Readability's region stands in live nodes, with every one of its attempts made. */
export function retried(): Mapped {
  const { live, lost } = readableRegion(document, Number.POSITIVE_INFINITY);
  let length = 0;
  for (const node of live) length += solid(node.data).length;
  return { all: length + lost, live: length };
}
