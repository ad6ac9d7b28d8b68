/** What the reader did to notes, for the list of what can be taken back. */
export type ChangeKind = 'write' | 'delete' | 'import' | 'give-back' | 'restore';
