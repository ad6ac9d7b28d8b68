import { parseByline, startsLikeByline } from './byline';
import type { PageBlock } from './page-blocks';

/** Labels of advertisements and of loading parts, alone in a block; own list. */
const LABEL =
  /^(?:advertise?ment|advertising|ad|sponsored|anzeige|werbung|publicité|publicidad|pubblicità|annonse|annons|mainos|reklama|reklam|реклама|iklan|quảng cáo|広告|广告|廣告|광고|loading|loading…|loading\.\.\.|share|print|email|comments?|skip advertisement|story continues below(?: advertisement)?|article continues after (?:ad|advertisement))[.:]?$/iu;

/**
 * What is certain enough for a rule: labels of advertisements go, a byline that closes the body goes, and the body ends
 * where another article with a headline of its own begins. `kept` and the answer are indexes of blocks, in order.
 */
export function trimBlocks(
  blocks: readonly PageBlock[],
  kept: readonly number[],
  title: number,
): readonly number[] {
  const ownArticle = title >= 0 ? blocks[title]!.articleElement : null;
  const end = ownArticle ? nextArticle(blocks, title, ownArticle) : blocks.length;
  const inside = kept.filter((i) => i < end && !LABEL.test(blocks[i]!.text));
  const last = inside.at(-1);
  if (last !== undefined && inside.length > 1 && isClosingByline(blocks[last]!.text)) inside.pop();
  return inside;
}

function isClosingByline(text: string): boolean {
  return text.length < 120 && startsLikeByline(text) && parseByline(text).length > 0;
}

/** Index of the first main heading behind the title that stands in another `<article>`, which is not inside of ours. */
function nextArticle(blocks: readonly PageBlock[], title: number, own: Element): number {
  const next = blocks.findIndex(
    ({ tag, articleElement }, i) =>
      i > title &&
      tag === 'H1' &&
      articleElement !== null &&
      articleElement !== own &&
      !contains(own, articleElement),
  );
  return next < 0 ? blocks.length : next;
}

function contains(outer: Element, inner: Element): boolean {
  // An `<article>` has no named properties: its own method cannot be clobbered.
  return outer.contains(inner);
}
