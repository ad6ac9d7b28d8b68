/** A stretch of words that two states of a paragraph share (`same`), or that only the earlier or the later one has. */
export interface EditPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}
