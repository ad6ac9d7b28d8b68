import type { Attribution } from './attribution';
import type { Frame, Run } from './frame';
import { VERB_TABLE } from './inflect';
import { FINITE } from './sentence-content';

const NAMED = '(?:named|identified|quoted|cited)(?: by name)?';
const PRONOUN = '(?:he|she|they)';
const ASKED =
  '(?:asked|asking|requested|requesting|insisted|insisting|wished|wishing|preferred|preferring|wanted|chose)';
// Tokens in lower case with a blank between two.
const TERMS = [
  `${ASKED} (?:not to be ${NAMED}|to (?:remain|stay) (?:anonymous|unnamed|nameless))`,
  `${ASKED} (?:for |on )?anonymity`,
  '(?:demanded|sought|seeking|was granted|were granted|given|granted) anonymity',
  `${ASKED} that (?:his|her|their|its) (?:full |real |last |first )?names? (?:not be \\w+|be withheld)`,
  `(?:declined|declining|refused|refusing) to be ${NAMED}`,
  `(?:did not|did n't|didn't|do not|don't|does not|doesn't) (?:want|wish) to be ${NAMED}`,
  `(?:spoke|speaking|spoken|talked|talking)(?: [\\w'-]+){0,6} (?:on|under) (?:the )?condition (?:of anonymity|(?:that )?${PRONOUN} (?:not be|would not be|wouldn't be|remain) (?:${NAMED}|anonymous))`,
  '(?:was|were|is|are) not (?:authorized|authorised|allowed|permitted|cleared) to (?:speak|talk|comment|discuss|brief)',
  `(?:has|have|had|was|were) (?:not|not been|yet to be) (?:publicly |yet )?${NAMED}`,
];
// “, who like others spoke on condition of anonymity”, “who asked not to be named”, “, speaking on condition of anonymity”
const CLAUSE = new RegExp(
  `(?:, )?(?<=^| )(?:(?:who|(?:most|some|many|both|all|none|one|two|several) of whom)(?: (?!said |says )[a-z'-]+){0,4} )?(?:${TERMS.join('|')})(?= |$)`,
  'g',
);
const HINT =
  /anonym|unnamed|nameless|withheld|named|identified|quoted|cited|authori[sz]ed|allowed|permitted|cleared|\bnot be\b/;
const STOPS = /^[,;:.!?—–]$/;
// What goes on with the clause; anything else behind it goes on with the sentence.
const GOES_ON =
  /^(?:because|as|since|to|for|so|while|when|before|after|about|on|in|by|given|citing|due|out|publicly|openly|freely|candidly|with|without)$/;
const TAKES_MORE = /^(?:speak|talk|comment|discuss|brief)$/;
const REASON = /^(?:because|as|since|so|while|when)$/;
// “… because they feared reprisals”: whoever this verb belongs to speaks inside the clause.
const INNER = /^(?:to|not|n't|be|been|is|was|were|are|had|has|have|he|she|they|it|who|that|which|and|or)$/;

/**
 * The clauses of a text in which somebody who speaks asks not to be named (“who spoke on condition of anonymity because …”,
 * with the commas around them), in order. Not inside quotations. Linear in the text.
 */
export function anonymityClauses(frame: Frame): Run[] {
  return frame.sentences.flatMap((sentence) => {
    if (!HINT.test(frame.text.slice(sentence.start, sentence.end))) return [];
    const starts: number[] = [];
    let line = '';
    for (let i = sentence.first; i < sentence.last; i++) {
      starts.push(line.length);
      line += `${frame.lower[i]} `;
    }
    const clauses: Run[] = [];
    let at = 0;
    const tokenAt = (offset: number): number => {
      while (at + 1 < starts.length && starts[at + 1]! <= offset) at++;
      return sentence.first + at;
    };
    for (const hit of line.matchAll(CLAUSE)) {
      const first = tokenAt(hit.index);
      if (first < (clauses.at(-1)?.last ?? 0)) continue;
      const clause = clauseOf(frame, sentence, first, tokenAt(hit.index + hit[0].length - 1) + 1);
      if (clause) clauses.push(clause);
    }
    return clauses;
  });
}

function clauseOf(frame: Frame, sentence: Run, first: number, core: number): Run | null {
  const isAside = frame.lower[first] === ',';
  // Whoever begins a sentence so is no relative clause.
  if (first === sentence.first || frame.quote[first] !== -1) return null;
  if (!isAside && frame.lower[first] !== 'who') return null;
  const last = endOf(frame, sentence, core, isAside);
  for (let i = first; i < last; i++) if (frame.quote[i] !== -1) return null;
  return { first, last: isAside && frame.lower[last] === ',' ? last + 1 : last };
}

// With a comma before it, up to the next one; else up to the verb of whoever asks.
function endOf(frame: Frame, sentence: Run, core: number, isAside: boolean): number {
  const isAtEnd = (i: number): boolean => i >= sentence.last || STOPS.test(frame.lower[i]!);
  let last = core;
  if (isAside) {
    while (!isAtEnd(last)) last++;
    return last;
  }
  if (!isAtEnd(last) && !GOES_ON.test(frame.lower[last]!) && !TAKES_MORE.test(frame.lower[last - 1]!))
    return last;
  for (let hasReason = false; !isAtEnd(last); last++) {
    const word = frame.lower[last]!;
    hasReason ||= REASON.test(word);
    if (INNER.test(frame.lower[last - 1]!)) continue;
    const form = VERB_TABLE.get(word)?.form;
    if (form === 'past' || form === 'third' || (!hasReason && FINITE.test(word))) return last;
  }
  return last;
}

/** The text without the tokens of `clauses` (in order, apart); `kept` holds for each token that is left its index before. */
export function withoutClauses(
  frame: Frame,
  clauses: readonly Run[],
): { readonly frame: Frame; readonly kept: Int32Array } {
  const { tokens } = frame;
  const isOut = new Uint8Array(tokens.length);
  for (const { first, last } of clauses) isOut.fill(1, first, last);
  const kept = Int32Array.from(tokens.keys()).filter((i) => isOut[i] === 0);
  const before = new Int32Array(tokens.length + 1);
  for (let i = 0; i < tokens.length; i++) before[i + 1] = before[i]! + (isOut[i] === 0 ? 1 : 0);
  const moved = <T extends Run>(run: T): T => ({
    ...run,
    first: before[run.first]!,
    last: before[run.last]!,
  });
  return {
    kept,
    frame: {
      ...frame,
      tokens: Array.from(kept, (i) => tokens[i]!),
      lower: Array.from(kept, (i) => frame.lower[i]!),
      sentence: kept.map((i) => frame.sentence[i]!),
      quote: kept.map((i) => frame.quote[i]!),
      mark: Uint8Array.from(kept, (i) => frame.mark[i]!),
      sentences: frame.sentences.map(moved),
      paragraphs: frame.paragraphs.map(moved).filter((run) => run.last > run.first),
    },
  };
}

/**
 * An attribution of the shorter text as one of the whole: a clause inside belongs to it, and so does one that follows a source without a
 * comma. `clauses` by their first token.
 */
export function putBack(
  frame: Frame,
  { source, cue, content, ...rest }: Attribution,
  kept: Int32Array,
  clauses: ReadonlyMap<number, Run>,
): Attribution {
  const whole = ({ first, last }: Run): Run => ({ first: kept[first]!, last: kept[last - 1]! + 1 });
  const named = source && whole(source);
  const after = named && clauses.get(named.last);
  const restrictive = after && frame.lower[after.first] === 'who' ? after : null;
  return {
    ...rest,
    source: named && restrictive ? { first: named.first, last: restrictive.last } : named,
    cue: cue && whole(cue),
    content: content.map(whole),
  };
}
