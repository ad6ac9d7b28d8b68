import * as v from 'valibot';
import type { AnnotationRecord, AnnotationVersion } from '../model/annotation';
import { articleKey } from '../notes/article-key';
import { type FieldProblem, validateFields } from '../notes/validate-fields';
import { type RecordProblem, verifyRecord } from '../team/verify-record';
import { sha256 } from '../team/version-hash';
import { type DataProblem, dataProblem } from './plain-data';
import { recordSchema } from './record-schema';

/** Why one record of a file is left out: unsafe data, another shape, a failed check, or a field that cannot be kept. */
export type RecordRefusal = DataProblem | 'shape' | RecordProblem | FieldProblem;

/** A record of a file, checked, or why it is refused. */
export type RecordReading =
  | { readonly ok: true; readonly record: AnnotationRecord }
  | { readonly ok: false; readonly reason: RecordRefusal };

/**
 * Rebuilds a record from data of a file and checks it, hashes included. If one version fails, the whole record is
 * refused: its context vouches for all versions, and joining it without one would delete that one from the store.
 * Never rejects.
 */
export async function readRecord(data: unknown): Promise<RecordReading> {
  const unsafe = dataProblem(data);
  if (unsafe !== null) return { ok: false, reason: unsafe };
  const parsed = v.safeParse(recordSchema, data);
  if (!parsed.success) return { ok: false, reason: 'shape' };
  return checkRecord(parsed.output);
}

/** The checks of `readRecord` on a record whose shape is right. */
export async function checkRecord(record: AnnotationRecord): Promise<RecordReading> {
  const wrong = record.versions.flatMap(fieldProblems)[0];
  if (wrong !== undefined) return { ok: false, reason: wrong };
  const problem = await verifyRecord(record, sha256);
  return problem === null ? { ok: true, record } : { ok: false, reason: problem };
}

function fieldProblems(version: AnnotationVersion): FieldProblem[] {
  // A key that was normal when it was written stays good when the rules change; only addresses nobody could visit
  // are refused.
  const isAddress = articleKey(version.article) !== null;
  return validateFields(version).filter((problem) => problem !== 'article' || !isAddress);
}
