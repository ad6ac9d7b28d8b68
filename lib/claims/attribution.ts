import type { Run } from './frame';

/** One attribution as runs of tokens of a `Frame`: who, with which word, what. `why` holds codes. */
export interface Attribution {
  readonly source: Run | null;
  /** Null where the layout alone attributes it (a quotation that goes on, “― Name”). */
  readonly cue: Run | null;
  /** In order, without overlap; never empty. */
  readonly content: readonly Run[];
  /** Probability 0…1 that it is right. */
  readonly score: number;
  readonly why: readonly string[];
}
