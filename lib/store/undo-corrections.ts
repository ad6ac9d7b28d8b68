import { writeArticle } from './articles';
import { withFields } from './corrected-fields';
import type { PressmarkDatabase } from './database';
import type { ChangeRow } from './schema';

/** How many corrections were moved, and how many left alone since something else is taught by now. */
export interface MovedCorrections {
  readonly moved: number;
  readonly skipped: number;
}

/** Takes the corrections of a change back or makes them again, inside the caller's transaction. */
export async function moveCorrections(
  db: PressmarkDatabase,
  { words = [], articles = [] }: ChangeRow,
  direction: 'undo' | 'redo',
): Promise<MovedCorrections> {
  const isBack = direction === 'undo';
  let moved = 0;
  for (const { id, before, after } of words) {
    const [from, to] = isBack ? [after, before] : [before, after];
    const current = (await db.wordList.get(id))?.entry ?? null;
    if (JSON.stringify(current) !== JSON.stringify(from)) continue;
    if (to === null) await db.wordList.delete(id);
    else await db.wordList.put({ id, entry: to });
    moved += 1;
  }
  for (const { key, before, after } of articles) {
    const current = (await db.articles.get(key))?.record;
    const next =
      current && withFields(current, ...(isBack ? ([after, before] as const) : ([before, after] as const)));
    if (!next) continue;
    await writeArticle(db, current, next);
    moved += 1;
  }
  return { moved, skipped: words.length + articles.length - moved };
}
