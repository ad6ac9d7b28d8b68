import { parseByline, startsLikeByline } from './byline';
import { HINT } from './class-hints';
import { type BlockFacts, IN } from './page-blocks';

/** So many blocks of a body make it one. */
const ENOUGH_BODY = 3;

/** Labels of advertisements and of loading parts, alone in a block; own list. */
const LABEL =
  /^(?:advertise?ment|advertising|ad|sponsored|anzeige|werbung|publicité|publicidad|pubblicità|annonse|annons|mainos|reklama|reklam|реклама|iklan|quảng cáo|広告|广告|廣告|광고|loading|loading…|loading\.\.\.|share|print|email|comments?|skip advertisement|story continues below(?: advertisement)?|article continues after (?:ad|advertisement))[.:]?$/iu;

/** Calls to act, which count where they are nothing but a link; own list. */
const CALL =
  /^[←→«»‹›<>\s]*(?:subscribe|sign up|log ?in|register|share (?:this|on)|leave a comment|read (?:more|next|in app)|continue reading|back to|return to|go back|upgrade to|give a gift|get more from|jump to|skip to|download the app|follow us|view (?:all|comments)|(?:jetzt )?abonnieren|jetzt anmelden|teilen|zurück zu[rm]?|mehr (?:lesen|erfahren)|weiterlesen|s.abonner|partager|lire la suite|retour à|suscr[ií]bete|compartir|seguir leyendo|volver a)(?![\p{L}])/iu;

/** Names of networks, and what is written above a list of them; own list. In the midst of a body it may be what that is about. */
const NETWORKS =
  /^(?:(?:follow|find|visit) us(?: on)?|folgen sie uns(?: auf)?|folge uns(?: auf)?|suivez[- ]nous(?: sur)?|s[ií]guenos(?: en)?|social[- ]?media(?:[- ](?:seiten|kanäle|links|pages|channels|accounts))?|(?:(?:facebook|instagram|twitter|x|youtube|linkedin|tiktok|whatsapp|telegram|pinterest|mastodon|bluesky|threads|xing|snapchat|reddit|rss)(?:[\s,|·•/&]+|$))+)[:.]?$/iu;
/** The longest of these that is tried. */
const MOST_NETWORKS = 120;

/**
 * What is certain enough for a rule: captions, labels of advertisements, calls to act and links above the headline go, so do names of networks at the end, a byline
 * that opens or closes the body and what readers wrote below it, and the body ends where another article with a headline of its own
 * begins, or starts where its own does behind such a one, as on pages that add story to story. `readable` is the share of each block
 * that Readability takes for the article; `kept` and the answer are indexes of blocks, in order.
 */
export function trimBlocks(
  blocks: readonly BlockFacts[],
  readable: readonly number[],
  kept: readonly number[],
  title: number,
): readonly number[] {
  const ownArticle = title >= 0 ? blocks[title]!.articles[0] : undefined;
  const end = ownArticle !== undefined ? nextArticle(blocks, title, ownArticle) : blocks.length;
  const start = ownArticle !== undefined ? ownStart(blocks, title, ownArticle) : 0;
  const isBody = (i: number) =>
    !(blocks[i]!.context & IN.caption) &&
    !LABEL.test(blocks[i]!.text) &&
    !isCall(blocks[i]!) &&
    !isWay(blocks[i]!) &&
    !(i < title && isAllLinks(blocks[i]!));
  const body = kept.filter((i) => i >= start && i < end && isBody(i));
  return withoutBylines(blocks, withoutNetworks(blocks, withoutComments(blocks, readable, body)));
}

function isAllLinks({ text, linkChars }: BlockFacts): boolean {
  return linkChars > 0 && linkChars >= text.replace(/[\s\p{P}\p{S}]/gu, '').length;
}

function withoutNetworks(blocks: readonly BlockFacts[], kept: readonly number[]): readonly number[] {
  let end = kept.length;
  while (end > 1 && isNetworks(blocks[kept[end - 1]!]!.text)) end--;
  return kept.slice(0, end);
}

function isNetworks(text: string): boolean {
  return text.length <= MOST_NETWORKS && NETWORKS.test(text);
}

/** A byline may stand before the body or behind it. */
function withoutBylines(blocks: readonly BlockFacts[], kept: readonly number[]): readonly number[] {
  const isByline = (at: number | undefined) => at !== undefined && isAloneByline(blocks[at]!.text);
  const from = kept.length > 1 && isByline(kept[0]) ? 1 : 0;
  const to = kept.length > 1 && isByline(kept.at(-1)) ? -1 : undefined;
  return kept.slice(from, to);
}

function isCall(block: BlockFacts): boolean {
  const { text, linkChars, context } = block;
  // So short, it is a call with a single word of it as the link, too: "Sign up here."
  const isLinked = isAllLinks(block) || (linkChars > 0 && text.length < 30);
  return text.length < 60 && !(context & IN.heading) && isLinked && CALL.test(text);
}

/** A list of ways through the page or the site, and what is written above it. */
function isWay(block: BlockFacts): boolean {
  return (block.context & IN.nav) !== 0 && (isAllLinks(block) || block.text.length < 60);
}

/**
 * Without what stands among comments, behind a body that Readability sees as well: many comments of some length outweigh a short story.
 */
function withoutComments(
  blocks: readonly BlockFacts[],
  readable: readonly number[],
  kept: readonly number[],
): readonly number[] {
  let body = 0;
  return kept.filter((i) => {
    const { ownHints, nearHints, farHints } = blocks[i]!;
    const isAmongComments = ((ownHints | nearHints | farHints) & HINT.comment) !== 0;
    const isSeen = readable[i]! >= 0.5;
    if (!isAmongComments && isSeen) body++;
    return !isAmongComments || isSeen || body < ENOUGH_BODY;
  });
}

function isAloneByline(text: string): boolean {
  return text.length < 120 && startsLikeByline(text) && parseByline(text).length > 0;
}

/** Whether a block is the main heading of another `<article>`, which is not inside of ours. */
function isOtherHeadline({ tag, articles }: BlockFacts, own: number): boolean {
  return tag === 'H1' && articles.length > 0 && !articles.includes(own);
}

/** Index of the first main heading behind the title that stands in another `<article>`. */
function nextArticle(blocks: readonly BlockFacts[], title: number, own: number): number {
  const next = blocks.findIndex((block, i) => i > title && isOtherHeadline(block, own));
  return next < 0 ? blocks.length : next;
}

/** Index of the first block of our `<article>` where another one with a main heading stands before it, else 0. */
function ownStart(blocks: readonly BlockFacts[], title: number, own: number): number {
  if (!blocks.some((block, i) => i < title && isOtherHeadline(block, own))) return 0;
  return blocks.findIndex(({ articles }) => articles.includes(own));
}
