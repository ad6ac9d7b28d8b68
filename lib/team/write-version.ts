import type {
  AnnotationFields,
  AnnotationRecord,
  AnnotationVersion,
  VersionContext,
  VersionStamp,
} from '../model/annotation';
import { canonicalJson, toJson } from './canonical-json';
import { currentVersion } from './conflicts';
import { orderVersions } from './join-records';
import { counterOf, covers, joinContexts } from './version-context';
import { hashVersion, type TextHash } from './version-hash';

/** Who writes, on which device, and when by the hybrid clock (for display alone). */
export type WriterStamp = Pick<VersionStamp, 'device' | 'hlc' | 'author'>;

/**
 * Writes a new version of a record, or the first one of a new record (`null`). It replaces exactly the versions that
 * `seen` covers: the `ctx` of the record as the writer had it before their eyes; `{}` for a new note.
 *
 * Harmless to repeat: where the write has already happened, the very same record comes back.
 *
 * @throws TypeError when a field holds what JSON cannot carry; RangeError when `record` has another id.
 */
export async function writeVersion(
  record: AnnotationRecord | null,
  id: string,
  seen: VersionContext,
  fields: AnnotationFields,
  stamp: WriterStamp,
  hash: TextHash,
): Promise<AnnotationRecord> {
  if (record !== null && record.id !== id) throw new RangeError('The record has another id');
  const clean = toJson(fields) as unknown as AnnotationFields;
  if (record !== null && isWritten(record, seen, clean, stamp)) return record;
  return append(record, id, seen, clean, stamp, hash);
}

/**
 * Deletes what the writer had seen: a version marked `deleted` takes its place, with the fields it had, so that it can
 * be brought back. Where `seen` covers no living version there is nothing to delete, and the very same record returns.
 * `at` is the time of the deletion, ISO 8601.
 */
export async function removeVersion(
  record: AnnotationRecord,
  seen: VersionContext,
  at: string,
  stamp: WriterStamp,
  hash: TextHash,
): Promise<AnnotationRecord> {
  const doomed = record.versions.filter((version) => covers(seen, version) && version.deleted !== true);
  const last = currentVersion({ ...record, versions: doomed });
  if (last === null) return record;
  const fields = { ...fieldsOf(last), updated: at };
  return append(record, record.id, seen, fields, stamp, hash, true);
}

/**
 * Says again what a record said before: `earlier` are its versions then, deleted ones and conflicts among them, and take
 * the place of all that stand now, each under its own author. None at all means that there was no record: what stands
 * now is deleted at `at`, ISO 8601.
 */
export async function restoreVersions(
  record: AnnotationRecord,
  earlier: readonly AnnotationVersion[],
  at: string,
  stamp: WriterStamp,
  hash: TextHash,
): Promise<AnnotationRecord> {
  if (earlier.length === 0) return removeVersion(record, record.ctx, at, stamp, hash);
  const { ctx } = record;
  let restored = record;
  for (const version of earlier) {
    const by = { ...stamp, author: version.author };
    restored = await append(restored, record.id, ctx, fieldsOf(version), by, hash, version.deleted === true);
  }
  return restored;
}

/** A deleted record with nothing left but the deletion, which others still have to hear of. */
export function emptyRecord(
  record: AnnotationRecord,
  at: string,
  stamp: WriterStamp,
  hash: TextHash,
): Promise<AnnotationRecord> {
  const { kind = 'note', article = '', created = at } = currentVersion(record) ?? {};
  const fields: AnnotationFields = { kind, article, target: null, tags: [], codes: [], created, updated: at };
  return append(record, record.id, record.ctx, fields, stamp, hash, true);
}

/** The fields of a version, without its stamp. */
export function fieldsOf(version: AnnotationVersion): AnnotationFields {
  const {
    device: _device,
    n: _n,
    hlc: _hlc,
    author: _author,
    hash: _hash,
    deleted: _deleted,
    ...fields
  } = version;
  return fields;
}

/**
 * Recognises a repeated save: a version of this device says the same, and no other version is left that the writer
 * had seen (if there is one, the writer settles a conflict in favour of their own words: that is news).
 */
function isWritten(
  record: AnnotationRecord,
  seen: VersionContext,
  fields: AnnotationFields,
  stamp: WriterStamp,
): boolean {
  const wanted = canonicalJson(fields);
  const twin = record.versions.find(
    (version) =>
      version.device === stamp.device &&
      version.author === stamp.author &&
      version.deleted !== true &&
      canonicalJson(fieldsOf(version)) === wanted,
  );
  if (twin === undefined) return false;
  return record.versions.every((version) => version === twin || !covers(seen, version));
}

async function append(
  record: AnnotationRecord | null,
  id: string,
  seen: VersionContext,
  fields: AnnotationFields,
  stamp: WriterStamp,
  hash: TextHash,
  deleted = false,
): Promise<AnnotationRecord> {
  const known = joinContexts(record?.ctx ?? {}, seen);
  const n = counterOf(known, stamp.device) + 1;
  const { device, hlc, author } = stamp;
  const content = { ...fields, device, n, hlc, author, ...(deleted ? { deleted: true as const } : {}) };
  const version: AnnotationVersion = { ...content, hash: await hashVersion(content, hash) };
  const others = (record?.versions ?? []).filter((other) => !covers(seen, other));
  return { id, ctx: joinContexts(known, { [device]: n }), versions: orderVersions([...others, version]) };
}
