import { type Candidate, nameOf } from './candidate';
import { isCalledFirm } from './kind-signs';
import {
  lookUp,
  lookUpName,
  organisationHeads,
  sentenceOpeners,
  speechVerbs,
  titles,
} from './lexicon/lexicon';
import type { Reading } from './reading';

/** What a state has, and hardly anybody else. */
export const GOVERNMENT: ReadonlySet<string> = new Set(
  'government|parliament|foreign|prime|defence|defense|interior|finance|president|military|army|ambassador|capital|border|economy|constitution|embassy'.split(
    '|',
  ),
);
const CERTAIN = 0.8;
/** Before a name these are what it is. */
const FUNDS: ReadonlySet<string> = new Set(
  'fund brokerage retailer carmaker drugmaker chipmaker shipbuilder startup start-up consultancy watchdog charity group outfit faction militia magazine newspaper broadcaster insurer brewer airline lender bank agency club consultancy party coalition union chain federation regulator operator producer subsidiary'.split(
    ' ',
  ),
);

const takenTokens = (candidates: readonly Candidate[]): ReadonlySet<number> =>
  new Set(candidates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)));

/** "VARRO" in a line of capitals, as it is written elsewhere. */
const spelled = (word: string): string =>
  /^\p{Lu}{3,}$/u.test(word) ? `${word[0]}${word.slice(1).toLowerCase()}` : word;

/** Tokens of headlines and lines in capitals, where a capital says nothing of where a name ends. */
const titledTokens = (reading: Reading): ReadonlySet<number> =>
  new Set(
    reading.sentences
      .filter((sentence) => sentence.titled)
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)),
  );

/** A surname on its own, anywhere, once the full name has been found for certain. */
function surnames(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const known = new Set<string>();
  const taken = new Set<number>();
  const titled = titledTokens(reading);
  for (const { from, to, label, confidence } of candidates) {
    for (let at = from; at < to; at += 1) taken.add(at);
    const last = reading.words[to - 1] ?? '';
    const isKnown = lookUpName(last) !== null || organisationHeads.has(last.toLowerCase());
    if (label === 'PER' && to - from > 1 && confidence > 0.7 && last.length > 2 && !isKnown) known.add(last);
  }
  const found: Candidate[] = [];
  reading.words.forEach((word, at) => {
    if (
      !(known.has(word) || known.has(spelled(word))) ||
      taken.has(at) ||
      reading.small.has(word.toLowerCase())
    )
      return;
    const isBound = taken.has(at - 1) || taken.has(at + 1) || (reading.capital[at + 1] && !titled.has(at));
    if (isBound && reading.words[at + 1] !== "'s") return;
    found.push({ from: at, to: at + 1, label: 'PER', confidence: 0.7, why: ['surname-of'] });
  });
  return found;
}

/** Behind a word in small letters a capital is a name's, though the same word stands small elsewhere. */
const isMidSentence = ({ words }: Reading, at: number): boolean => /^\p{Ll}+$/u.test(words[at - 1] ?? '');

/** A name found for certain in one place is a name in all others where it stands free and written alike. */
function repeated(
  reading: Reading,
  candidates: readonly Candidate[],
  isCertain = ({ confidence }: Candidate): boolean => confidence >= CERTAIN,
): Candidate[] {
  const taken = takenTokens(candidates);
  const known = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (isCertain(candidate)) known.set(nameOf(reading, candidate), candidate);
  const longest = [...known.values()].reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const found: Candidate[] = [];
  for (let from = 0; from < reading.tokens.length; from += 1) {
    if (!reading.capital[from] || taken.has(from) || taken.has(from - 1) || reading.capital[from - 1])
      continue;
    for (let to = from + Math.min(longest, 8); to > from; to -= 1) {
      const words = reading.words.slice(from, to);
      const model = known.get(words.join(' ')) ?? known.get(words.map(spelled).join(' '));
      if (!model || reading.capital[to]) continue;
      if (to - from === 1 && reading.small.has(reading.lower[from] ?? '') && !isMidSentence(reading, from))
        continue;
      if (Array.from({ length: to - from }, (_, step) => from + step).some((at) => taken.has(at))) continue;
      found.push({ ...model, from, to, confidence: 0.7, why: ['repeated'] });
      from = to - 1;
      break;
    }
  }
  return found;
}

/** "Ekra's foreign minister": what has a government is a state, found or not. */
function governed(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const taken = takenTokens(candidates);
  return reading.words.flatMap((word, at): Candidate[] => {
    if (reading.lower[at + 1] !== "'s" || !GOVERNMENT.has(reading.lower[at + 2] ?? '')) return [];
    if (!reading.capital[at] || taken.has(at) || taken.has(at - 1) || reading.capital[at - 1]) return [];
    if (sentenceOpeners.has(word.toLowerCase()) || reading.small.has(word.toLowerCase())) return [];
    if (lookUp(reading.words, at)?.kind === 'none' || organisationHeads.has(word.toLowerCase())) return [];
    return [{ from: at, to: at + 1, label: 'LOC', confidence: 0.6, why: ['has-government'] }];
  });
}

/** "WasteCo": two capitals and such an ending in one word are how firms write themselves. */
const FIRM_SPELLING =
  /^\p{Lu}\p{Ll}+(?:Co|Corp|Bank|Pay|Tech|Soft|Works|Gen|Med|Link|Cast|Air|Net|Gas|Oil|Power|Mart|Group|Media)$/u;

function spelledAsFirms(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const taken = takenTokens(candidates);
  return reading.words.flatMap((word, at): Candidate[] =>
    FIRM_SPELLING.test(word) && !taken.has(at)
      ? [{ from: at, to: at + 1, label: 'ORG', confidence: 0.6, why: ['capitals'] }]
      : [],
  );
}

/** "the pension fund Alderpen", "Clean Hands, a group that campaigns": what is called a firm or a group beside it is one. */
function calledFirms(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const taken = takenTokens(candidates);
  const titled = titledTokens(reading);
  const found: Candidate[] = [];
  for (let from = 0; from < reading.tokens.length; from += 1) {
    if (!reading.capital[from] || reading.capital[from - 1] || taken.has(from) || titled.has(from)) continue;
    let to = from;
    while (reading.capital[to] && !taken.has(to) && to < from + 4) to += 1;
    const isFree =
      !reading.capital[to] &&
      !taken.has(to) &&
      reading.words[to] !== '&' &&
      !/^\p{L}\.?$/u.test(reading.words[from] ?? '');
    const isCalled = isCalledFirm(reading, to) || FUNDS.has(reading.lower[from - 1] ?? '');
    if (isFree && isCalled && !isCommon(reading, from, to))
      found.push({ from, to, label: 'ORG', confidence: CERTAIN, why: ['organisation-head'] });
    from = to;
  }
  return found;
}

/** Who belongs to a body, before "of" or "from"; and who speaks for it, behind its name. */
const MEMBERS: ReadonlySet<string> = new Set(
  'campaigners activists members volunteers councillors councilors supporters delegates lawyers candidates lawmakers'.split(
    ' ',
  ),
);
const SPOKESPERSONS: ReadonlySet<string> = new Set(
  'leader founder chairman chairwoman spokesman spokeswoman spokesperson'.split(' '),
);

/** "campaigners from Save Our Swim", "while Climate First welcomed": a run of capitals that has members or speaks is a body's name. */
function speakingBodies(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const taken = takenTokens(candidates);
  const titled = titledTokens(reading);
  const { lower, capital } = reading;
  const found: Candidate[] = [];
  for (let from = 0; from < reading.tokens.length; from += 1) {
    if (!capital[from] || taken.has(from) || titled.has(from) || capital[from - 1]) continue;
    let to = from;
    while (capital[to] && !taken.has(to) && to < from + 5) to += 1;
    const isFree = !capital[to] && !taken.has(to) && to - from > 1 && !sentenceOpeners.has(lower[from] ?? '');
    const hasMembers = /^(?:of|from)$/.test(lower[from - 1] ?? '') && MEMBERS.has(lower[from - 2] ?? '');
    const speaks =
      speechVerbs.has(lower[to] ?? '') || (lower[to] === "'s" && SPOKESPERSONS.has(lower[to + 1] ?? ''));
    if (isFree && (hasMembers || speaks) && !isTimeOrTitle(reading, from, to))
      found.push({ from, to, label: 'ORG', confidence: 0.5, why: ['capitals'] });
    from = to;
  }
  return found;
}

const isTimeOrTitle = (reading: Reading, from: number, to: number): boolean =>
  reading.words
    .slice(from, to)
    .some(
      (word, step) => titles.has(word.toLowerCase()) || lookUp(reading.words, from + step)?.kind === 'none',
    );

/** Words of the calendar and words that stand without a capital elsewhere name nobody. */
const isCommon = (reading: Reading, from: number, to: number): boolean =>
  lookUp(reading.words, from)?.kind === 'none' ||
  reading.words
    .slice(from, to)
    .every((word) => reading.small.has(word.toLowerCase()) || sentenceOpeners.has(word.toLowerCase()));

/** "(Yann Ortel/Coastal Wire)": behind the photographer stands the agency. */
function agencies(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const taken = takenTokens(candidates);
  return candidates.flatMap(({ to, label }): Candidate[] => {
    if (label !== 'PER' || reading.words[to] !== '/' || !reading.capital[to + 1]) return [];
    let end = to + 1;
    while (reading.capital[end] && !taken.has(end) && end < to + 5) end += 1;
    const isCredit = end > to + 1 && !taken.has(end) && /^[).,]$/.test(reading.words[end] ?? ')');
    return isCredit
      ? [{ from: to + 1, to: end, label: 'ORG', confidence: 0.7, why: ['organisation-head'] }]
      : [];
  });
}

/** Names that one sentence does not give away but the document does; none overlaps the candidates, or another. */
export function missedNames(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  let all = [...candidates];
  for (const look of [calledFirms, repeated, surnames, governed, spelledAsFirms, agencies, speakingBodies])
    all = all.concat(look(reading, all));
  return all.slice(candidates.length);
}

/** All places of the groups that fight, however unsure one place alone would be. */
export const repeatedGroups = (reading: Reading, candidates: readonly Candidate[]): Candidate[] =>
  repeated(reading, candidates, ({ kind }) => kind === 'armed-group');
