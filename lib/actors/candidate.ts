import type { Reading } from './reading';

/** The four classes the finder decides between before it refines them into actor types. */
export type CoarseType = 'PER' | 'ORG' | 'LOC' | 'MISC';

/** A name found in a text: tokens `from`…`to` (exclusive), how sure, and why (codes). */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly label: CoarseType;
  readonly confidence: number;
  readonly why: readonly string[];
  /** What the text says that an organisation is, where its name does not. */
  readonly kind?: 'armed-group';
}

/** The candidate's words with one space between them: the key of its name. */
export const nameOf = (reading: Reading, { from, to }: Candidate): string =>
  reading.words.slice(from, to).join(' ');
