import type { Target } from './annotation';

/** What the reader has typed and not yet saved. */
export interface Draft {
  /** Key of the article. */
  readonly article: string;
  /** The annotation's id while editing one, or `new` for a new one: there is one such draft per article. */
  readonly place: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly target: Target | null;
  /** ISO 8601. */
  readonly updated: string;
}

/** The place of the note that the reader is writing and has not saved yet. */
export const NEW_NOTE = 'new';
