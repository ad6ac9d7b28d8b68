import type { ActorType } from '../model/actor';
import type { FoundMention } from './found-mention';
import { groupSpeakers, singleSpeakers, speechVerbs } from './lexicon/lexicon';
import { REPORT_PHRASES } from './lexicon/nominals';
import type { Reading } from './reading';

const DETERMINERS = new Set(
  'a|an|the|some|many|several|most|other|two|three|four|both|few|one|another|these|those|his|her|its|their|all|various|numerous'.split(
    '|',
  ),
);
const NO_MODIFIER = new Set(
  'no|whose|which|any|and|or|but|of|in|on|at|by|for|to|from|with|as|that|which|who|when|while|if|than|after|before|because|although|not|is|are|was|were|be|been|has|have|had|will|would|said|says|told|according|between|against|into|over|about|like|it|he|she|they|we|i|you|what|whether|also|then|however|meanwhile|there|so|where|noon|today|yesterday|tomorrow|tonight|morning|evening|afternoon|night|day|week|weekend|month|year|time|times|monday|tuesday|wednesday|thursday|friday|saturday|sunday'.split(
    '|',
  ),
);
const ADVERBS = new Set(
  'also|later|earlier|then|now|have|has|had|already|previously|reportedly|repeatedly|publicly|privately|initially|still|often|generally|widely|who|all|even'.split(
    '|',
  ),
);
const REPORTS = new Set(REPORT_PHRASES.split('|'));

const MEDIA =
  /^(?:newspapers?|broadcasters?|website|magazine|station|channel|outlets?|publishers)$|\b(?:media|news|press|television|radio|news agencies)\b/;
const STATE = /^(?:government|administration|regime|ministry|military|army|authorities|cabinet)$/;
const BODY =
  /^(?:parliament|court|commission|committee|council|police|company|companies|firm|agency|agencies|party|groups?|unions?|statement|report|study|survey|opposition|coalition|embassy|office|department|board|bank|organisations|organizations|reports|polls)$/;

function nominalType(phrase: string, head: string): ActorType {
  if (MEDIA.test(phrase) || MEDIA.test(head)) return 'media';
  if (STATE.test(head)) return 'state';
  if (BODY.test(head)) return 'organisation';
  return groupSpeakers.has(head) ? 'people' : 'person';
}

/** Tokens `from`…`to` of the noun phrase whose head stands at `head`, or null where it cannot be a subject. */
function phraseAround(reading: Reading, head: number, floor: number): { from: number; to: number } | null {
  const { lower, capital } = reading;
  let from = head;
  while (from > floor && head - from < 3) {
    const word = lower[from - 1] ?? '';
    if (!/^\p{L}[\p{L}'-]*$/u.test(word) || NO_MODIFIER.has(word) || speechVerbs.has(word)) break;
    if (capital[from - 1] && from - 1 > floor) break;
    from -= 1;
    if (DETERMINERS.has(word)) break;
  }
  const determined = DETERMINERS.has(lower[from] ?? '');
  const plural = groupSpeakers.has(lower[head] ?? '');
  return plural || determined || from === floor ? { from, to: head + 1 } : null;
}

function speaks(reading: Reading, from: number, to: number): boolean {
  const { lower } = reading;
  if (lower[from - 1] === 'to' && lower[from - 2] === 'according') return true;
  const after = ADVERBS.has(lower[to] ?? '') ? to + 1 : to;
  return speechVerbs.has(lower[after] ?? '');
}

function mention(
  reading: Reading,
  from: number,
  to: number,
  type: ActorType,
  confidence: number,
): FoundMention {
  const start = reading.tokens[from]?.start ?? 0;
  const end = reading.tokens[to - 1]?.end ?? start;
  return {
    start,
    end,
    text: reading.text.slice(start, end),
    form: 'nominal',
    type,
    confidence,
    why: ['speaks'],
  };
}

/**
 * Finds unnamed speakers: "participants", "the hosts", "media reports", wherever they are the subject of a word of saying
 * or follow "according to". Spans inside or next to a name are left to the name (`isTaken` by token).
 */
export function findNominals(reading: Reading, isTaken: (token: number) => boolean): FoundMention[] {
  const found: FoundMention[] = [];
  for (const sentence of reading.sentences) {
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const word = reading.lower[at] ?? '';
      const pair = `${word} ${reading.lower[at + 1] ?? ''}`;
      const isReport = REPORTS.has(pair);
      if (!isReport && !groupSpeakers.has(word) && !singleSpeakers.has(word)) continue;
      const phrase = isReport ? { from: at, to: at + 2 } : phraseAround(reading, at, sentence.from);
      if (
        !phrase ||
        isTaken(phrase.to) ||
        [...Array(phrase.to - phrase.from).keys()].some((step) => isTaken(phrase.from + step))
      )
        continue;
      // "No group has claimed it": nobody speaks.
      if (!speaks(reading, phrase.from, phrase.to) || reading.lower[phrase.from - 1] === 'no') continue;
      const text = reading.lower.slice(phrase.from, phrase.to).join(' ');
      found.push(
        mention(
          reading,
          phrase.from,
          phrase.to,
          nominalType(text, isReport ? (reading.lower[phrase.to - 1] ?? '') : word),
          0.7,
        ),
      );
      at = phrase.to - 1;
    }
  }
  return found;
}
