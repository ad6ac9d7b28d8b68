import type { Span } from '../model/span';

/**
 * A quotation. `start`…`end` include the marks, `innerStart`…`innerEnd` do not (UTF-16 offsets).
 * `depth` 0 is an outermost quotation. A quotation that runs over paragraphs is one `Quote` a paragraph: all but the
 * last are not `closed`, and all but the first have `continues` set.
 */
export interface Quote extends Span {
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly depth: number;
  readonly closed: boolean;
  readonly continues: boolean;
}

interface Opening {
  readonly at: number;
  readonly length: number;
  readonly mark: string;
  /** A single quotation mark may be an apostrophe: it counts only when its partner is found. */
  readonly tentative: boolean;
}

// Which marks may close a quotation, by the mark that opened it („low“ and »inverted« included).
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”"“',
  '”': '”',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
  '"': '"”',
  '‘': '’',
  '‚': '‘',
  "'": "'",
  '``': "''",
  "''": "''",
};
const MARK = /``|''|[“”„‟«»‹›「」『』"＂‘’‚']/g;
// Apostrophes that begin a word: '90s, ’em, ’tis.
const CLIPPED = /^['’‘](?:\d0s|em\b|tis\b|twas\b|til\b|cause\b|n\b)/i;
const MAX_SINGLE = 600;

/**
 * Finds the quotations of a text in all usual styles, nested, unbalanced and over several paragraphs, ordered by start.
 * Paragraphs are separated by line ends. Never throws; time grows with the length of the text.
 */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  let open = false;
  for (const line of text.matchAll(/[^\n\r]+/g)) {
    if (!line[0].trim()) continue;
    const found = quotesOfParagraph(line[0], line.index);
    const first = found[0];
    const leads = first && line[0].slice(0, first.start - line.index).trim() === '';
    if (first && leads && open) found[0] = { ...first, continues: true };
    quotes.push(...found);
    open = found.some((quote) => quote.depth === 0 && !quote.closed);
  }
  return quotes;
}

function quotesOfParagraph(paragraph: string, offset: number): Quote[] {
  const found: Quote[] = [];
  let stack: Opening[] = [];
  for (const match of paragraph.matchAll(MARK)) {
    const at = match.index;
    const mark = match[0] === '＂' ? '"' : match[0];
    const closes = findOpening(stack, mark, paragraph, at);
    if (closes >= 0) {
      const opening = stack[closes]!;
      found.push(quoteBetween(opening, at, mark.length, offset));
      stack = stack.slice(0, closes);
    } else if (canOpen(mark, paragraph, at)) {
      // A second straight opener means that the first was never closed: the quotation is one.
      const again = mark === '"' && stack.some((opening) => opening.mark === '"');
      if (!again) stack.push({ at, length: mark.length, mark, tentative: isSingle(mark) });
    }
  }
  const unclosed = stack.find((opening) => !opening.tentative);
  if (unclosed) {
    // Where the same mark opens again, the lost closing mark stood somewhere before it.
    const again = found.find(
      (quote) =>
        quote.start - offset > unclosed.at && paragraph.startsWith(unclosed.mark, quote.start - offset),
    );
    const end = paragraph.slice(0, again ? again.start - offset : undefined).trimEnd().length;
    const innerStart = unclosed.at + unclosed.length;
    if (innerStart < end) {
      found.push({
        start: offset + unclosed.at,
        end: offset + end,
        innerStart: offset + innerStart,
        innerEnd: offset + end,
        depth: 0,
        closed: false,
        continues: false,
      });
    }
  }
  return withDepth(found);
}

function quoteBetween(opening: Opening, at: number, length: number, offset: number): Quote {
  return {
    start: offset + opening.at,
    end: offset + at + length,
    innerStart: offset + opening.at + opening.length,
    innerEnd: offset + at,
    depth: 0,
    closed: true,
    continues: false,
  };
}

// Openers that never closed must not push the quotations inside them down: depth is counted over what was found.
function withDepth(found: Quote[]): Quote[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const ends: number[] = [];
  return found.map((quote) => {
    while (ends.length > 0 && ends.at(-1)! <= quote.start) ends.pop();
    const depth = ends.length;
    ends.push(quote.end);
    return { ...quote, depth };
  });
}

/** Index of the opening on the stack that this mark closes, or -1. */
function findOpening(stack: readonly Opening[], mark: string, text: string, at: number): number {
  for (let i = stack.length - 1; i >= 0 && i >= stack.length - 4; i--) {
    const opening = stack[i]!;
    if (!CLOSERS[opening.mark]?.includes(mark)) continue;
    if (at === opening.at + opening.length) return -1;
    if (isSingle(mark)) {
      if (!endsWord(text, at) || at - opening.at > MAX_SINGLE) return -1;
    } else if (mark === '“' && opening.mark === '“' && !endsWord(text, at)) {
      // Where “ closes by mistake, it stands at a word's end.
      return -1;
    } else if (mark === '"' && opening.mark === '"' && startsWord(text, at) && !endsWord(text, at)) {
      return -1;
    }
    return i;
  }
  return -1;
}

function canOpen(mark: string, text: string, at: number): boolean {
  if (!(mark in CLOSERS)) return false;
  if (mark === '”' || mark === '»' || mark === '›' || mark === "''") return startsWord(text, at);
  if (mark === '"') return startsWord(text, at) && !/\d/.test(text[at - 1] ?? '');
  if (isSingle(mark)) return startsWord(text, at) && !CLIPPED.test(text.slice(at, at + 8));
  return true;
}

function isSingle(mark: string): boolean {
  return mark === '‘' || mark === '’' || mark === "'" || mark === '‚';
}

function startsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + (text.startsWith("''", at) ? 2 : 1)] ?? ' ';
  return /[\s([{—–\-―:/“„«"‘]/.test(before) && /\S/.test(after);
}

function endsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  return /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after);
}
