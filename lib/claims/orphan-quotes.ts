import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { runsOf } from './frame';

// What stands before a quotation that is a name, a title or a slogan and not somebody's words.
const TITLE_BEFORE =
  /(?:\b(?:titled?|entitled|called|named|dubbed|slogan|slogans|motto|theme|banner|headed|headlined|known as|so-called|nicknamed|term|terms|word|words|phrase|phrases|song|film|movie|book|novel|album|series|show|episode|play|poem|hashtag)\b[\s,:]*)$/i;
const ARTICLE_BEFORE = /\b(?:the|a|an|this|that|these|those|its|their|our|another|some|any)\s+$/i;
const MIN_WORDS = 5;
// A speech printed in full is many claims; without the bound the joining would cost its square.
const MAX_PIECES = 40;

/** Whether a quotation is a title, a slogan or a single word held at arm's length rather than speech. */
export function isTitleQuote(frame: Frame, index: number): boolean {
  const quote = frame.quotes[index]!;
  const before = frame.text.slice(Math.max(0, quote.start - 40), quote.start);
  if (TITLE_BEFORE.test(before)) return true;
  const inner = frame.text.slice(quote.innerStart, Math.min(quote.innerEnd, quote.innerStart + 200));
  const after = frame.text.slice(quote.end, quote.end + 20);
  // The “Islamabad process” suggests: an article before and a short name without a sentence's end inside.
  if (ARTICLE_BEFORE.test(before) && inner.split(/\s+/).length <= 4 && !/[.!?,]$/.test(inner)) {
    return /^\s*[\p{L}.,;]/u.test(after) || after === '';
  }
  return inner.split(/\s+/).length <= 8 && isTitleCase(inner) && !/[.!?]$/.test(inner);
}

function isTitleCase(inner: string): boolean {
  const words = inner.match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  const large = words.filter((word) => word.length > 3);
  return words.length >= 2 && large.length > 0 && large.every((word) => /^\p{Lu}/u.test(word));
}

/**
 * Gives quotations that no attribution covers to somebody. What goes on from the paragraph before joins the claim it goes on
 * from; a whole sentence in a paragraph of its own after a claim is its speaker's.
 */
export function withOrphans(frame: Frame, attributions: readonly Attribution[]): Attribution[] {
  const found = [...attributions];
  const covered = new Uint8Array(frame.tokens.length);
  for (const { content } of found) for (const run of content) covered.fill(1, run.first, run.last);
  const byEnd = found.map((_, index) => index).sort((a, b) => lastToken(found[a]!) - lastToken(found[b]!));
  let paragraph = 0;
  let known = 0;
  let before: number | null = null;
  runsOf(frame.tokens, frame.quotes).forEach((run, index) => {
    while (paragraph < frame.paragraphs.length && frame.paragraphs[paragraph]!.last <= run.first) paragraph++;
    while (known < byEnd.length && lastToken(attributions[byEnd[known]!]!) <= run.first)
      before = byEnd[known++]!;
    if (run.last - run.first < MIN_WORDS + 2 || covered.subarray(run.first, run.last).includes(1)) return;
    if (isTitleQuote(frame, index) || !isWhole(frame, run, index)) return;
    if (before === null || !frame.paragraphs[paragraph]) return;
    const near = found[before]!;
    if (!isNear(frame, paragraph, near)) return;
    const { continues } = frame.quotes[index]!;
    if (continues && isQuoted(frame, near) && near.content.length < MAX_PIECES) {
      found[before] = { ...near, content: [...near.content, run], why: withReason(near.why) };
      return;
    }
    before = found.length;
    found.push({
      source: near.source,
      cue: null,
      content: [run],
      score: continues ? 0.85 : 0.4,
      why: ['quote', continues ? 'quote-continues' : 'quote-orphan'],
    });
  });
  return found;
}

function isQuoted(frame: Frame, { content }: Attribution): boolean {
  return frame.quote[content.at(-1)!.last - 1] !== -1;
}

function withReason(why: readonly string[]): readonly string[] {
  return why.includes('quote-continues') ? why : [...why, 'quote-continues'];
}

// Only a quotation that is a sentence of its own; fragments inside a sentence need a cue.
function isWhole(frame: Frame, run: Run, index: number): boolean {
  const sentence = frame.sentences[frame.sentence[run.first]!];
  const end = frame.text[frame.quotes[index]!.innerEnd - 1] ?? '';
  return sentence?.first === run.first && (/[.!?…]/.test(end) || !frame.quotes[index]!.closed);
}

function isNear(frame: Frame, paragraph: number, attribution: Attribution): boolean {
  const earlier = frame.paragraphs[Math.max(0, paragraph - 1)]!;
  return lastToken(attribution) > earlier.first;
}

function lastToken({ content, cue, source }: Attribution): number {
  return Math.max(content.at(-1)!.last, cue?.last ?? 0, source?.last ?? 0);
}
