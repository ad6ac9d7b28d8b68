import type { BackupContent } from '../exchange/backup-file';
import type { AnnotationRecord } from '../model/annotation';
import { isDeleted } from '../team/conflicts';
import { joinRecords } from '../team/join-records';
import { reviveAnnotations } from './change-many';
import type { PressmarkDatabase } from './database';
import { addArticle } from './import-all';
import { joinIntoStore } from './merge-records';
import { recordState } from './record-state';
import { withNamedFailures } from './store-error';
import { putWords } from './word-list';

/** What restoring a backup would do. Nothing that was written since is undone. */
export interface RestorePlan {
  /** Annotations that are missing here and come back. */
  readonly missing: number;
  /** Deleted here since: they come back only if the reader wants them. */
  readonly deleted: number;
  /** Here in another state: what both sides wrote is joined, and what is newer stays. */
  readonly joined: number;
  readonly same: number;
  readonly articles: number;
  readonly words: number;
  /** Damaged rows of the backup, which are left out. */
  readonly skipped: number;
}

/** Plans the restoring of a backup. Only reads. @throws StoreError */
export function planRestore(db: PressmarkDatabase, content: BackupContent): Promise<RestorePlan> {
  return withNamedFailures(async () => {
    const plan = { missing: 0, deleted: 0, joined: 0, same: 0 };
    const rows = await db.annotations.bulkGet(content.annotations.map(({ id }) => id));
    content.annotations.forEach((record, index) => {
      const fate = fateOf(record, rows[index]?.record ?? null);
      // What was deleted then and is now counts for nobody.
      if (fate !== 'same' || !isDeleted(record)) plan[fate] += 1;
    });
    const keys = await db.articles.bulkGet(content.articles.map(({ key }) => key));
    const words = await db.wordList.bulkGet(content.words.map(({ id }) => id));
    const isMissing = (row: unknown) => row === undefined;
    return {
      ...plan,
      articles: keys.filter(isMissing).length,
      words: words.filter(isMissing).length,
      skipped: content.skipped,
    };
  });
}

function fateOf(
  record: AnnotationRecord,
  mine: AnnotationRecord | null,
): 'missing' | 'deleted' | 'joined' | 'same' {
  if (mine === null) return isDeleted(record) ? 'same' : 'missing';
  if (isDeleted(mine) && !isDeleted(record)) return 'deleted';
  return recordState(joinRecords(mine, record)) === recordState(mine) ? 'same' : 'joined';
}

/**
 * Restores a backup: joins its annotations into the store, keeps its articles and what was taught, all in one transaction;
 * then, if `revives`, gives back what was deleted since. @returns how many annotations came back. @throws StoreError
 */
export function restoreBackup(
  db: PressmarkDatabase,
  content: BackupContent,
  request: { readonly revives: boolean; readonly author: string },
  now: number = Date.now(),
): Promise<number> {
  return withNamedFailures(async () => {
    const before = await db.annotations.bulkGet(content.annotations.map(({ id }) => id));
    const dead = content.annotations.filter(
      (record, index) => fateOf(record, before[index]?.record ?? null) === 'deleted',
    );
    const tables = [db.annotations, db.articles, db.changes, db.meta, db.pending, db.wordList];
    const { added } = await db.transaction('rw', tables, async () => {
      for (const article of content.articles) await addArticle(db, article);
      const known = await db.wordList.bulkGet(content.words.map(({ id }) => id));
      const words = await putWords(
        db,
        content.words.filter((_, index) => known[index] === undefined),
      );
      return joinIntoStore(db, content.annotations, now, 'restore', words);
    });
    if (!request.revives) return added;
    // As the backup has them: the bin may have been emptied since.
    const wordings = new Map(dead.map(({ id, versions }) => [id, versions]));
    const { records } = await reviveAnnotations(
      db,
      {
        ids: [...wordings.keys()],
        wordings: ({ id }) => wordings.get(id)!,
        kind: 'restore',
        author: request.author,
      },
      now,
    );
    return added + records.length;
  });
}
