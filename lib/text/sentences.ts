import type { Span } from '../model/span';

// Words after which a full stop ends no sentence.
const ABBREVIATED =
  /(?:^|[\s(“"‘'[])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sens?|Reps?|Govs?|Gen|Maj|Col|Lt|Capt|Cmdr|Sgt|Cpl|Adm|Pres|Amb|St|Jr|Sr|vs|No|Nos|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|cf|al|approx|dept|est|p|pp|vol|fig|art|Gov|\p{Lu}|(?:\p{L}\.)+\p{L}|e\.g|i\.e)\.$/u;
const BREAK = /[.!?…。！？]+[”"’'»›)\]」』]*(?=\s|$|[“"‘«][\p{Lu}])|[。！？][”」』]*/gu;
// A sentence may start with a capital, a digit, a mark that opens, or a letter of a script without capitals.
const STARTS = /^\s*(?:[“"‘'«‹„([—–―•*-]\s*)*(?:\p{Lu}|\p{Lt}|\p{Lo}|\d|…|[@#$€£])/u;
// “Stop!” Kato said: the tail with the speaker belongs to the sentence it follows.
const SPEAKER_TAIL =
  /^\s*(?:(?:\p{Lu}[\p{L}.’'-]*|the|a|an)\s+){1,4}(?:said|says|asked|asks|added|adds|told|tells|replied|tweeted|wrote|writes|shouted|cried|exclaimed|wondered|continued|insisted|declared|warned|quipped|joked|responded|recalled|explained)\b/u;

/**
 * Splits a text into sentences (UTF-16 spans without the white space around them). A line end always ends a sentence;
 * “Really?” he asked and “Stop!” Kato said stay whole. Never throws; time grows with the length of the text.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  for (const line of text.matchAll(/[^\n\r]+/g)) {
    let from = 0;
    for (const match of line[0].matchAll(BREAK)) {
      const end = match.index + match[0].length;
      if (!endsSentence(line[0], match.index, match[0], end)) continue;
      pushTrimmed(sentences, line[0], from, end, line.index);
      from = end;
    }
    pushTrimmed(sentences, line[0], from, line[0].length, line.index);
  }
  return sentences;
}

function endsSentence(line: string, at: number, mark: string, end: number): boolean {
  const after = line.slice(end, end + 80);
  if (/^\s*$/.test(after)) return true;
  if (/[。！？]/.test(mark)) return true;
  if (!STARTS.test(after)) return false;
  if (mark === '.' && ABBREVIATED.test(line.slice(Math.max(0, at - 12), at + 1))) return false;
  return !(/[”"’'»]$/.test(mark) && SPEAKER_TAIL.test(after));
}

function pushTrimmed(into: Span[], line: string, from: number, to: number, offset: number): void {
  const piece = line.slice(from, to);
  const trimmed = piece.trim();
  if (!trimmed) return;
  const start = offset + from + piece.indexOf(trimmed);
  into.push({ start, end: start + trimmed.length });
}
