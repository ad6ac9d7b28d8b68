import type { Reading, Sentence } from '../../lib/actors/reading';
import { bilouLabels, encodeRuns } from '../../lib/tagging/bilou';
import type { LabelledDocument } from './actors-data';

/** The labels of the actors' tagger, in the order of its columns. */
export const LABELS = bilouLabels(['PER', 'ORG', 'LOC', 'MISC']);

/** Label bit sets of one sentence, or null where a name does not begin and end with a token. */
export function allowedLabels(
  reading: Reading,
  sentence: Sentence,
  document: LabelledDocument,
): Uint32Array | null {
  const { tokens } = reading;
  const start = tokens[sentence.from]?.start ?? 0;
  const end = tokens[sentence.to - 1]?.end ?? 0;
  const runs = [];
  for (const entity of document.ents) {
    if (entity.end <= start || entity.start >= end) continue;
    let from = sentence.from;
    while (from < sentence.to && (tokens[from]?.start ?? 0) < entity.start) from += 1;
    let to = from;
    while (to < sentence.to && (tokens[to]?.end ?? 0) <= entity.end) to += 1;
    if (tokens[from]?.start !== entity.start || tokens[to - 1]?.end !== entity.end) return null;
    runs.push({ from: from - sentence.from, to: to - sentence.from, type: entity.type });
  }
  const labels = encodeRuns(LABELS, sentence.to - sentence.from, runs);
  // Where a source has no label for MISC, an unlabelled word may still be part of one.
  const unlabelled = document.open
    ? LABELS.reduce(
        (bits, label, at) => (label === 'O' || label.endsWith('-MISC') ? bits | (1 << at) : bits),
        0,
      )
    : 1;
  return Uint32Array.from(labels, (label) => (label === 0 ? unlabelled : 1 << label));
}
