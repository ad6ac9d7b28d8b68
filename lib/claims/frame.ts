import type { Block } from '../model/article';
import type { Span } from '../model/span';
import { findQuotes, type Quote } from '../text/quotes';
import { splitSentences } from '../text/sentences';
import { type Token, tokenize } from '../text/tokens';

/** A run of tokens `[first, last)`. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * A text cut for the claim engine. Index arrays run over `tokens`: `sentence` is the number of the token's sentence,
 * `quote` the index of the outermost quotation around it or -1, `mark` 1 on the signs that open or close one.
 */
export interface Frame {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly lower: readonly string[];
  readonly sentence: Int32Array;
  readonly quote: Int32Array;
  readonly mark: Uint8Array;
  readonly quotes: readonly Quote[];
  readonly sentences: readonly (Span & Run)[];
  readonly paragraphs: readonly Run[];
}

/** Cuts a text into tokens, sentences, quotations and paragraphs that know of each other. Linear in the text. */
export function frameText(text: string, blocks: readonly Block[]): Frame {
  const tokens = tokenize(text);
  const quotes = findQuotes(text).filter((quote) => quote.depth === 0);
  const sentences = splitSentences(text).map((span) => ({ ...span, first: 0, last: 0 }));
  const sentence = new Int32Array(tokens.length);
  const runs = runsOf(tokens, sentences);
  runs.forEach((run, index) => {
    for (let i = run.first; i < run.last; i++) sentence[i] = index;
  });
  const quote = new Int32Array(tokens.length).fill(-1);
  const mark = new Uint8Array(tokens.length);
  runsOf(tokens, quotes).forEach((run, index) => {
    const around = quotes[index]!;
    for (let i = run.first; i < run.last; i++) {
      quote[i] = index;
      const at = tokens[i]!.start;
      if (at < around.innerStart || (around.closed && at >= around.innerEnd)) mark[i] = 1;
    }
  });
  return {
    text,
    tokens,
    lower: tokens.map((token) => token.text.toLowerCase().replaceAll('’', "'")),
    sentence,
    quote,
    mark,
    quotes,
    sentences: sentences.map((span, index) => ({ ...span, ...runs[index]! })),
    paragraphs: runsOf(tokens, paragraphSpans(text, blocks)).filter((run) => run.last > run.first),
  };
}

/** For ordered spans that do not overlap: which tokens start inside each. */
export function runsOf(tokens: readonly Token[], spans: readonly Span[]): Run[] {
  let at = 0;
  return spans.map((span) => {
    while (at < tokens.length && tokens[at]!.start < span.start) at++;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < span.end) at++;
    return { first, last: at };
  });
}

// Blocks may be missing, out of order or beyond the text: line ends are the paragraphs then.
function paragraphSpans(text: string, blocks: readonly Block[]): Span[] {
  let end = 0;
  const sound = blocks.every((block) => {
    const fits = block.start >= end && block.end >= block.start && block.end <= text.length;
    end = block.end;
    return fits;
  });
  if (sound && blocks.length > 0) return [...blocks];
  return [...text.matchAll(/[^\n\r]+/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
  }));
}
