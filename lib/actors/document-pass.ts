import { armedGroups } from './armed-groups';
import { type Candidate, type CoarseType, nameOf } from './candidate';
import { acronymsOwners, documentKinds, FIELDS } from './document-kinds';
import { firstNames, lookUp, nameSuffixes, organisationHeads, speechVerbs } from './lexicon/lexicon';
import { withLongForms } from './long-forms';
import { missedNames, repeatedGroups } from './missed-names';
import { abbreviates, isAcronym, PARTICIPLE } from './name-parts';
import { datelines, described, governed, impersonal, leadIns, listed } from './neighbours';
import type { Reading } from './reading';
import { splitNames } from './split-names';
import { titleLength } from './tag-rules';

const SLOGAN_BEFORE = new Set([
  'slogan',
  'motto',
  'title',
  'titled',
  'entitled',
  'banner',
  'theme',
  'themed',
  'hashtag',
  'chant',
  'chanted',
  'headline',
  'headlined',
  'song',
  'film',
  'book',
  'novel',
  'called',
]);
const OPENS_QUOTE = /^["“‘«]$/;
const CLOSES_QUOTE = /^["”’»]$/;

/** Below this a word of the calendar or of page furniture that the model takes for a name is none. */
const SURE = 0.9;

/** Months, feasts and the page's own words are no actors; where the model is sure of a person or a place ("April", "May"), it is one. */
function isNoActor(reading: Reading, { from, to, label, confidence }: Candidate): boolean {
  // "State Health Commissioner Dr. Varo": the field of an office is nobody.
  const isField = label === 'ORG' && FIELDS.test(reading.lower[to - 1] ?? '') && reading.capital[to];
  if (isField && titleLength(reading, to, to + 1) === 1) return true;
  const hit = lookUp(reading.words, from);
  return hit?.kind === 'none' && hit.length === to - from && (label === 'MISC' || confidence < SURE);
}

/** "Hemri river", "Stellmuth courthouse": a word of kind in small letters is no part of the name before it. */
const isKindWord = ({ words, capital }: Reading, from: number, at: number): boolean =>
  capital[from] === true && /^\p{Ll}{3,}$/u.test(words[at] ?? '');

/** "Frenchman Luc Varro", "Editor-in-Chief Lena Varro" */
const NO_FIRST_NAME =
  /^(?:(?:French|English|Irish|Welsh|Dutch|Scots)(?:man|woman)|\p{Lu}\p{L}+-in-[Cc]hief)$/u;

/** Titles are no part of a name ("Mr Kato" is "Kato"), nor is a possessive or the first word of "Varna-based Odum Lines". */
function trim(reading: Reading, candidate: Candidate): Candidate | null {
  let { from, to } = candidate;
  while (to - from > 1 && /^'s?$/.test(reading.lower[to - 1] ?? '')) to -= 1;
  if (candidate.label === 'LOC' && to - from > 1 && isKindWord(reading, from, to - 1)) to -= 1;
  if (candidate.label !== 'PER' && to - from > 1 && PARTICIPLE.test(reading.words[from] ?? '')) from += 1;
  if (candidate.label === 'PER') {
    if (to - from > 2 && NO_FIRST_NAME.test(reading.words[from] ?? '')) from += 1;
    const title = titleLength(reading, from, to);
    if (title > 0 && title < to - from && !nameSuffixes.has(reading.lower[from + title] ?? '')) from += title;
  }
  return /[\p{L}\p{N}]/u.test(nameOf(reading, { ...candidate, from, to }))
    ? { ...candidate, from, to }
    : null;
}

/** “Peace and Trust” after "slogan" or "titled" names no organisation. */
function isSlogan(reading: Reading, { from, to, label }: Candidate): boolean {
  if (label !== 'ORG' && label !== 'PER') return false;
  let open = from - 1;
  while (open > from - 8 && open >= 0 && !OPENS_QUOTE.test(reading.words[open] ?? '')) open -= 1;
  if (!OPENS_QUOTE.test(reading.words[open] ?? '')) return false;
  const closed = [to, to + 1].some((at) => CLOSES_QUOTE.test(reading.words[at] ?? ''));
  const lead = reading.words[open - 1] === ',' ? open - 2 : open - 1;
  return closed && SLOGAN_BEFORE.has(reading.lower[lead] ?? '');
}

/** One name has one type in a document: the label with the most confidence over its mentions. */
function majorityLabels(reading: Reading, candidates: readonly Candidate[]): Map<string, CoarseType> {
  const votes = new Map<string, Map<CoarseType, number>>();
  for (const candidate of candidates) {
    const name = nameOf(reading, candidate);
    const counts = votes.get(name) ?? new Map<CoarseType, number>();
    counts.set(candidate.label, (counts.get(candidate.label) ?? 0) + candidate.confidence);
    votes.set(name, counts);
  }
  return new Map(
    [...votes].map(([name, counts]) => [
      name,
      [...counts].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0],
    ]),
  );
}

/** Behind the first short form in brackets: "(NWLB or WLB)", "(TTK; formerly KTT)". */
const ENDS_SHORT = /^(?:[),;/]|or)$/;

/** "Long Name (LN)": the brackets hold the same actor, found or not. */
function bracketed(reading: Reading, candidates: readonly Candidate[]): Map<number, Candidate> {
  const found = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const at = candidate.to + 1;
    const short = reading.tokens[at]?.text ?? '';
    if (candidate.label === 'LOC' || candidate.to - candidate.from < 2) continue;
    if (reading.words[candidate.to] !== '(' || !ENDS_SHORT.test(reading.words[at + 1] ?? '')) continue;
    if (!isAcronym(short)) continue;
    const long = reading.text.slice(
      reading.tokens[candidate.from]?.start,
      reading.tokens[candidate.to - 1]?.end,
    );
    if (!abbreviates(short, long)) continue;
    found.set(at, {
      from: at,
      to: at + 1,
      label: candidate.label,
      confidence: candidate.confidence,
      why: ['acronym'],
    });
  }
  return found;
}

/** The reasons a reader can check, beside the model's own. */
function reasons(reading: Reading, { from, to, label, why, kind }: Candidate): string[] {
  const codes = new Set(why);
  const hit = lookUp(reading.words, from);
  if (hit && hit.kind !== 'none' && hit.length === to - from) codes.add('gazetteer');
  const before = [1, 2].some(
    (length) => from - length >= 0 && titleLength(reading, from - length, from) === length,
  );
  if (label === 'PER' && before) codes.add('title-before');
  if (label === 'PER' && firstNames.has(reading.words[from] ?? '') && to - from > 1) codes.add('first-name');
  if (label === 'ORG' && organisationHeads.has(reading.lower[to - 1] ?? '') && to - from > 1)
    codes.add('organisation-head');
  if (kind === 'armed-group') codes.add('fights');
  if (speechVerbs.has(reading.lower[to] ?? '')) codes.add('speaks');
  return [...codes];
}

/**
 * What only the whole document can tell: titles and slogans trimmed, acronyms in brackets, one type per name, reasons.
 * Candidates come in text order without overlap, and leave so.
 */
export function documentPass(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const trimmed = withLongForms(
    reading,
    described(
      reading,
      governed(reading, impersonal(reading, listed(reading, splitNames(reading, candidates)))),
    )
      .map((candidate) => trim(reading, candidate))
      .filter((candidate) => candidate !== null)
      .filter((candidate) => !isSlogan(reading, candidate) && !isNoActor(reading, candidate)),
  );
  const short = bracketed(reading, trimmed);
  const kept = trimmed.filter(
    (candidate) => !(candidate.to - candidate.from === 1 && short.has(candidate.from)),
  );
  const pairs = [...short.values()].filter(
    (pair) => !kept.some((other) => other.from < pair.to && pair.from < other.to),
  );
  let all = kept.concat(pairs);
  all = all.concat(datelines(reading, all));
  all = all.concat(leadIns(reading, all));
  all = all.concat(missedNames(reading, all)).sort((a, b) => a.from - b.from);
  all = [...armedGroups(reading, acronymsOwners(reading, documentKinds(reading, all)))];
  all = all.concat(repeatedGroups(reading, all)).sort((a, b) => a.from - b.from);
  const labels = majorityLabels(reading, all);
  return all.map((candidate) => {
    const label = labels.get(nameOf(reading, candidate)) ?? candidate.label;
    return { ...candidate, label, why: reasons(reading, { ...candidate, label }) };
  });
}
