import type { Candidate } from './candidate';
import { abbreviates, isAcronym } from './name-parts';
import type { Reading } from './reading';

// Initials that fit are hardly ever chance.
const SURE = 0.85;
// An acronym found with less is as often a method's or a product's.
const CONVINCING = 0.7;
// A name has at most this many words more than its acronym has letters: "of", "and", "the".
const SMALL_WORDS = 3;

/**
 * Names that only their acronym gives away: before "(LN)" the words whose initials it is made of are one name, also
 * where only the acronym or parts of it were found. Candidates come in text order without overlap, and
 * leave so.
 */
export function withLongForms(reading: Reading, candidates: readonly Candidate[]): Candidate[] {
  let all = [...candidates];
  for (let at = 2; at < reading.tokens.length - 1; at++) {
    if (reading.words[at - 1] !== '(' || reading.words[at + 1] !== ')') continue;
    const short = reading.tokens[at]?.text ?? '';
    const from = isAcronym(short) ? startOfLongForm(reading, at - 1, short) : null;
    if (from === null) continue;
    const to = at - 1;
    if (all.some((other) => other.from === from && other.to === to)) continue;
    const inside = all.filter((other) => other.from < to && from < other.to);
    // A longer name that reaches further back was found for a reason.
    if (inside.some((other) => other.from < from || other.to > to)) continue;
    const own = all.find((other) => other.from === at);
    // Methods and products have acronyms too: without a good sign of an actor the words are left alone.
    const sign = own && own.confidence >= CONVINCING ? own : inside.find((other) => other.label === 'ORG');
    if (!sign || sign.label === 'LOC') continue;
    const confidence = Math.max(sign.confidence, SURE);
    const long: Candidate = { from, to, label: sign.label, confidence, why: ['acronym'] };
    all = [...all.filter((other) => !inside.includes(other)), long].sort((a, b) => a.from - b.from);
  }
  return all;
}

function startOfLongForm(reading: Reading, end: number, short: string): number | null {
  const last = reading.tokens[end - 1];
  if (!last || !/^\p{Lu}/u.test(last.text)) return null;
  for (let from = end - 1; from >= 0 && from >= end - short.length - SMALL_WORDS; from--) {
    const first = reading.tokens[from];
    if (!first || /[.!?;:,()“”"]/.test(first.text)) return null;
    if (!/^\p{Lu}/u.test(first.text)) continue;
    if (abbreviates(short, reading.text.slice(first.start, last.end))) return from;
  }
  return null;
}
