import type { Span } from '../model/span';

/** One word, number or sign of a text; `text` is exactly `source.slice(start, end)` (UTF-16 offsets). */
export interface Token extends Span {
  readonly text: string;
}

// Characters that a reader does not see (soft hyphen, zero-width, joiners) stay inside a word, and are skipped elsewhere.
const HIDDEN = '\\u00AD\\u200B-\\u200F\\u2060\\uFEFF';
const LETTER = `[\\p{L}\\p{M}\\p{N}_${HIDDEN}]`;
// A full stop belongs to these; everywhere else it is a token of its own.
const DOTTED =
  'Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Maj|Col|Lt|Capt|Cmdr|Sgt|Cpl|Adm|Pres|Amb|St|Jr|Sr|vs|etc|No|Inc|Corp|Co|Ltd|Bros|' +
  'Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Calif|Fla|Mass|Conn|Ariz|Colo|Wis|Minn|Tenn|Ala|Ga|Ill|Pa|Va|Md|Mich|Penn';
// The apostrophe of a clitic starts a token ("Okoye" + "'s"), any other one between letters stays inside ("O'Brien").
const CLITIC = `['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)(?!${LETTER})`;
// Before these words a new sentence has begun: "Plan B. The …" is no initial.
const OPENERS =
  'The|A|An|In|On|At|It|He|She|They|We|I|But|And|This|That|These|His|Her|There|When|After|As|For|If';
const WORD = `[\\p{L}\\p{N}_]${LETTER}*`;

const TOKEN = new RegExp(
  [
    '(?:https?://|www\\.)[^\\s<>"”’)\\]]+',
    `[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+`,
    `[@#]${WORD}`,
    `(?:\\p{L}\\.){2,}(?:-\\p{L}+)*`,
    `(?<![\\p{L}\\p{N}])(?:${DOTTED})\\.(?=\\s|,|$)`,
    `(?<![\\p{L}\\p{N}'’])\\p{Lu}\\.(?=\\s?\\p{Lu})(?!\\s(?:${OPENERS})\\s)`,
    '\\d+(?:[.,:]\\d+)+',
    CLITIC,
    `(?<=\\p{L})n['’]t(?!${LETTER})`,
    `\\p{L}+?(?=n['’]t(?!${LETTER}))`,
    `${WORD}(?:(?!${CLITIC})['’&-]${WORD})*`,
    '\\.{2,}',
    '-{2,}',
    `[^\\s${HIDDEN}]`,
  ].join('|'),
  'gu',
);

/**
 * Cuts a text into tokens, left to right, without overlap. White space and invisible characters outside words belong
 * to no token. Never throws; time grows with the length of the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0];
    tokens.push({ text: word, start: match.index, end: match.index + word.length });
  }
  return tokens;
}
