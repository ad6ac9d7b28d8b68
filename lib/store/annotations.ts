import Dexie from 'dexie';
import type { AnnotationFields, AnnotationRecord, VersionContext } from '../model/annotation';
import type { ArticleRecord } from '../model/article';
import { inPageOrder } from '../notes/page-list';
import { validateFields } from '../notes/validate-fields';
import { isCorrection, listRecord } from '../team/list-record';
import { sha256 } from '../team/version-hash';
import { removeVersion, writeVersion } from '../team/write-version';
import { putArticle } from './articles';
import type { PressmarkDatabase } from './database';
import { draftKey } from './drafts';
import { joinIntoStore, type MergeSummary } from './merge-records';
import { replaceRecord } from './replace-record';
import { withNamedFailures } from './store-error';

/** A save as the reader's side asks for it. The same request may be sent any number of times. */
export interface SaveRequest {
  /** Made by the asker (`newAnnotationId`). */
  readonly id: string;
  /** `ctx` of the record as the reader had it before their eyes; `{}` for a new annotation. */
  readonly seen: VersionContext;
  readonly fields: AnnotationFields;
  readonly author: string;
  /** The article it is about, kept in the same transaction: articles are stored only once the reader annotates. */
  readonly article?: ArticleRecord;
  /** The `place` of the draft that this save makes superfluous; discarded in the same transaction. */
  readonly draft?: string;
}

/**
 * Saves an annotation. When the promise is fulfilled the note is on the disk, with the article and without the draft;
 * when it rejects nothing has changed. Saves at the same time keep one another; a repeated save changes nothing.
 *
 * @throws StoreError; `failed` with a RangeError as cause for fields that `validateFields` refuses.
 */
export function saveAnnotation(
  db: PressmarkDatabase,
  request: SaveRequest,
  now: number = Date.now(),
): Promise<AnnotationRecord> {
  return withNamedFailures(async () => {
    refuse(request);
    const { id, seen, fields, author, article, draft } = request;
    const saved = await replaceRecord(
      db,
      {
        id,
        author,
        kind: 'write',
        compute: (record, stamp) => writeVersion(record, id, seen, fields, stamp, sha256),
        alongside: async () => {
          if (article !== undefined) await putArticle(db, article);
          if (draft !== undefined) await db.drafts.delete(draftKey(fields.article, draft));
        },
      },
      now,
    );
    if (saved === null) throw new Error('A save always makes a record');
    return saved;
  });
}

/**
 * Deletes what the asker had seen (`seen` as for a save) and keeps the tombstone. What somebody wrote in the meantime
 * stays, as a conflict. Null when there is no such annotation.
 *
 * @throws StoreError
 */
export function removeAnnotation(
  db: PressmarkDatabase,
  request: Pick<SaveRequest, 'id' | 'seen' | 'author'>,
  now: number = Date.now(),
): Promise<AnnotationRecord | null> {
  const { id, seen, author } = request;
  const at = new Date(now).toISOString();
  return withNamedFailures(() =>
    replaceRecord(
      db,
      {
        id,
        author,
        kind: 'delete',
        compute: async (record, stamp) => record && removeVersion(record, seen, at, stamp, sha256),
      },
      now,
    ),
  );
}

/** One annotation, deleted or not, or null. @throws StoreError */
export function findAnnotation(db: PressmarkDatabase, id: string): Promise<AnnotationRecord | null> {
  return withNamedFailures(async () => (await db.annotations.get(id))?.record ?? null);
}

/** The annotations of an article that are not deleted, in page order. @throws StoreError */
export function annotationsOf(db: PressmarkDatabase, articleKey: string): Promise<AnnotationRecord[]> {
  return withNamedFailures(async () => {
    const rows = await db.annotations.where('[article+deleted]').equals([articleKey, 0]).toArray();
    const items = rows.flatMap(({ record }) => {
      const item = listRecord(record);
      return item === null ? [] : [{ ...item, record }];
    });
    return inPageOrder(items).map((item) => item.record);
  });
}

/** All annotations that are not deleted, the last changed first, `limit` of them from `offset` on. @throws StoreError */
export function recentAnnotations(
  db: PressmarkDatabase,
  page: { readonly limit: number; readonly offset: number },
): Promise<AnnotationRecord[]> {
  return withNamedFailures(async () => {
    const living = db.annotations
      .where('[deleted+updated]')
      .between([0, Dexie.minKey], [0, Dexie.maxKey])
      .reverse();
    const rows = await living.offset(page.offset).limit(page.limit).toArray();
    return rows.map((row) => row.record);
  });
}

/** How many notes and highlights of an article are not deleted; corrections are not counted. @throws StoreError */
export function countOf(db: PressmarkDatabase, articleKey: string): Promise<number> {
  return withNamedFailures(() =>
    db.annotations
      .where('[article+deleted]')
      .equals([articleKey, 0])
      .filter(({ record }) => !isCorrection(record))
      .count(),
  );
}

/**
 * Joins records from elsewhere into the store, all of them or (on an error) none. Records that could do damage in a
 * join are refused and listed; whoever reads a file checks the hashes as well (`verifyRecord`) before asking.
 *
 * @throws StoreError
 */
export function mergeRecords(
  db: PressmarkDatabase,
  records: readonly AnnotationRecord[],
  now: number = Date.now(),
): Promise<MergeSummary> {
  return withNamedFailures(() => joinIntoStore(db, records, now));
}

function refuse({ id, fields, article }: SaveRequest): void {
  const problems: string[] = validateFields(fields);
  if (id === '' || id.length > 128) problems.push('id');
  if (article !== undefined && article.key !== fields.article) problems.push('article');
  if (problems.length > 0) throw new RangeError(`Not a valid annotation: ${problems.join(', ')}`);
}
