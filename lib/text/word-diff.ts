import { diffWordsWithSpace } from 'diff';
import type { EditPart } from '../model/edit';

// What was rewritten from end to end is shown whole, before and after: a diff of it would be confetti, and take long.
const MOST_EDITS = 300;

/** What was taken out of a text and put into it, word by word. */
export function wordDiff(before: string, after: string): readonly EditPart[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (!parts) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: removed ? 'removed' : added ? 'added' : 'same',
    text: value,
  }));
}
