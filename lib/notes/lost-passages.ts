import type { LostPassages } from '../model/lost-passages';

/**
 * What is known after a page was read on which these notes were looked for; the very same object where nothing is new.
 * An uncertain note is not lost: there is a passage that it may belong to.
 */
export function afterPlacing(
  known: LostPassages,
  placed: readonly { readonly id: string; readonly isGone: boolean }[],
  now: string,
): LostPassages {
  const next: Record<string, string> = { ...known };
  let isNew = false;
  for (const { id, isGone } of placed) {
    if (isGone === Object.hasOwn(next, id)) continue;
    isNew = true;
    if (isGone) next[id] = now;
    else delete next[id];
  }
  return isNew ? next : known;
}
