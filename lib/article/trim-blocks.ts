import { parseByline, startsLikeByline } from './byline';
import { type BlockFacts, IN } from './page-blocks';

/** Labels of advertisements and of loading parts, alone in a block; own list. */
const LABEL =
  /^(?:advertise?ment|advertising|ad|sponsored|anzeige|werbung|publicité|publicidad|pubblicità|annonse|annons|mainos|reklama|reklam|реклама|iklan|quảng cáo|広告|广告|廣告|광고|loading|loading…|loading\.\.\.|share|print|email|comments?|skip advertisement|story continues below(?: advertisement)?|article continues after (?:ad|advertisement))[.:]?$/iu;

/**
 * What is certain enough for a rule: captions and labels of advertisements go, a byline that closes the body goes, and the body ends
 * where another article with a headline of its own begins. `kept` and the answer are indexes of blocks, in order.
 */
export function trimBlocks(
  blocks: readonly BlockFacts[],
  kept: readonly number[],
  title: number,
): readonly number[] {
  const ownArticle = title >= 0 ? blocks[title]!.articles[0] : undefined;
  const end = ownArticle !== undefined ? nextArticle(blocks, title, ownArticle) : blocks.length;
  const isBody = (i: number) => !(blocks[i]!.context & IN.caption) && !LABEL.test(blocks[i]!.text);
  const inside = kept.filter((i) => i < end && isBody(i));
  const last = inside.at(-1);
  if (last !== undefined && inside.length > 1 && isClosingByline(blocks[last]!.text)) inside.pop();
  return inside;
}

function isClosingByline(text: string): boolean {
  return text.length < 120 && startsLikeByline(text) && parseByline(text).length > 0;
}

/** Index of the first main heading behind the title that stands in another `<article>`, which is not inside of ours. */
function nextArticle(blocks: readonly BlockFacts[], title: number, own: number): number {
  const next = blocks.findIndex(
    ({ tag, articles }, i) => i > title && tag === 'H1' && articles.length > 0 && !articles.includes(own),
  );
  return next < 0 ? blocks.length : next;
}
