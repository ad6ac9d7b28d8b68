import type { Candidate } from './candidate';
import { firstNames, lookUp, organisationHeads } from './lexicon/lexicon';
import type { Reading } from './reading';

/** Two names that the tagger took for one: where the second begins, with what the parts are; or null. */
interface Split {
  readonly at: number;
  /** Where the first ends, if not where the second begins: "and" between them is neither's. */
  readonly end: number;
  readonly labels: readonly [Candidate['label'], Candidate['label']];
}

const isHead = ({ lower }: Reading, at: number): boolean => organisationHeads.has(lower[at] ?? '');

/** "Governor of Oregon Mark Hatfield": a known place before a person's name. */
function placeBeforePerson(reading: Reading, { from, to, label }: Candidate): Split | null {
  if (label !== 'PER' || !/^(?:of|from|for|in)$/.test(reading.lower[from - 1] ?? '')) return null;
  const hit = lookUp(reading.words, from);
  const isPlace = hit !== null && /^(?:country|capital|region|city)$/.test(hit.kind);
  if (!isPlace || to - from - hit.length < 2 || !firstNames.has(reading.words[from + hit.length] ?? ''))
    return null;
  const at = from + hit.length;
  return { at, end: at, labels: ['LOC', 'PER'] };
}

/** "the Refugee Council Enver Solomon": a head of organisations, and behind it a first name and another. */
function organisationBeforePerson(reading: Reading, { from, to, label }: Candidate): Split | null {
  if (label !== 'ORG') return null;
  const at = to - 2;
  if (at - from < 2 || !isHead(reading, at - 1) || isHead(reading, to - 1)) return null;
  return firstNames.has(reading.words[at] ?? '') ? { at, end: at, labels: ['ORG', 'PER'] } : null;
}

/** "Massachusetts Institute of Technology and Colorado State University": each side has a head of its own. */
function twoOrganisations(reading: Reading, { from, to, label }: Candidate): Split | null {
  if (label !== 'ORG') return null;
  for (let at = from + 2; at < to - 2; at += 1) {
    if (reading.lower[at] !== 'and') continue;
    const hasHead = (start: number, end: number): boolean => {
      for (let word = start; word < end; word += 1)
        if (isHead(reading, word) && (word === end - 1 || reading.lower[word + 1] === 'of')) return true;
      return false;
    };
    // "Department of Health and Prison Service" may be one: the first must be whole.
    const isWhole = isHead(reading, at - 1) || reading.lower[from] !== 'department';
    if (isWhole && hasHead(from, at) && hasHead(at + 1, to))
      return { at: at + 1, end: at, labels: ['ORG', 'ORG'] };
  }
  return null;
}

/** "Washington, D.C.": one place, with the comma. Candidates come in text order, and leave so. */
function withDistrict(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  const result: Candidate[] = [];
  for (const candidate of candidates) {
    const last = result.at(-1);
    const isDistrict =
      last?.label === 'LOC' &&
      /^D\.?C\.?$/.test(reading.words[candidate.from] ?? '') &&
      candidate.to === candidate.from + 1 &&
      reading.lower[last.to - 1] === 'washington' &&
      reading.words[last.to] === ',' &&
      candidate.from === last.to + 1;
    if (last && isDistrict) result[result.length - 1] = { ...last, to: candidate.to };
    else result.push(candidate);
  }
  return result;
}

/** Takes names apart that stand beside each other without a comma. Candidates come in text order, and leave so. */
export const splitNames = (reading: Reading, candidates: readonly Candidate[]): Candidate[] =>
  withDistrict(reading, candidates).flatMap((candidate) => {
    const split =
      placeBeforePerson(reading, candidate) ??
      organisationBeforePerson(reading, candidate) ??
      twoOrganisations(reading, candidate);
    return split
      ? [
          { ...candidate, to: split.end, label: split.labels[0] },
          { ...candidate, from: split.at, label: split.labels[1] },
        ]
      : [candidate];
  });
