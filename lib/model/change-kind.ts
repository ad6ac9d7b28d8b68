/** What the reader did to notes and corrected, for the list of what can be taken back. */
export type ChangeKind =
  | 'write'
  | 'delete'
  | 'import'
  | 'give-back'
  | 'restore'
  | 'teach'
  | 'forget'
  | 'correct-article';
