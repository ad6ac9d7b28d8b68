import type { VersionContext, VersionedRecord, VersionStamp } from '../model/annotation';
import { canonicalJson } from './canonical-json';

/**
 * True when people have to settle something: two different wordings, or a wording that someone else deleted. Two
 * deletions, and the same content written twice, need nobody.
 */
export function isConflicted<V extends VersionStamp>(record: VersionedRecord<V>): boolean {
  if (record.versions.length < 2 || isDeleted(record)) return false;
  return new Set(record.versions.map(contentOf)).size > 1;
}

/**
 * The version to display: the same on every replica. A wording beats a deletion, then the later reading of the hybrid
 * clock wins, then device, counter and hash decide. Null only for a record without versions, which nobody writes.
 */
export function currentVersion<V extends VersionStamp>(record: VersionedRecord<V>): V | null {
  let best: V | null = null;
  for (const version of record.versions) if (best === null || isBetter(version, best)) best = version;
  return best;
}

/** True when every version of the record is a deletion. */
export function isDeleted<V extends VersionStamp>(record: VersionedRecord<V>): boolean {
  return record.versions.every((version) => version.deleted === true);
}

/** Whether what is to be settled was surely written by several people: on several devices, under several names. */
export function isBySeveral<V extends VersionStamp>({ versions }: VersionedRecord<V>): boolean {
  const named = versions.filter(({ author }) => author !== '');
  const [first] = named;
  return named.some(({ author, device }) => author !== first?.author && device !== first?.device);
}

/**
 * What somebody has seen of a record of which one version alone was shown to them: where people have yet to choose between
 * wordings, that one and not what stands beside it, so that writing or deleting it settles nothing unread.
 */
export function seenWith<V extends VersionStamp>(
  record: VersionedRecord<V>,
  { device, n }: VersionStamp,
): VersionContext {
  return isConflicted(record) ? { [device]: n } : record.ctx;
}

/** The version that a write has added to a record. */
export function addedVersion<V extends VersionStamp>(
  before: VersionedRecord<V>,
  after: VersionedRecord<V>,
): V | null {
  const known = new Set(before.versions.map(({ hash }) => hash));
  return after.versions.find(({ hash }) => !known.has(hash)) ?? null;
}

function isBetter(a: VersionStamp, b: VersionStamp): boolean {
  if ((a.deleted === true) !== (b.deleted === true)) return b.deleted === true;
  if (a.hlc !== b.hlc) return a.hlc > b.hlc;
  if (a.device !== b.device) return a.device > b.device;
  return a.n === b.n ? a.hash > b.hash : a.n > b.n;
}

function contentOf(version: VersionStamp): string {
  const { device: _device, n: _n, hlc: _hlc, author: _author, hash: _hash, ...content } = version;
  return canonicalJson(content);
}
