import type { VersionContext, VersionedRecord, VersionStamp } from '../model/annotation';
import { covers } from './version-context';
import { hashVersion, type TextHash } from './version-hash';

/** Why a record from outside is refused; `null` means that it can be joined. */
export type RecordProblem = 'id' | 'context' | 'empty' | 'version' | 'uncovered' | 'hash';

const MAX_DEVICES = 10_000;
const MAX_VERSIONS = 1_000;

/**
 * Checks what joining relies on, without the hashes: counters are positive whole numbers, the context covers the
 * versions, and there is at least one version (a bare context would wipe whatever it claims to have seen).
 */
export function recordProblem<V extends VersionStamp>(record: VersionedRecord<V>): RecordProblem | null {
  if (typeof record.id !== 'string' || record.id === '' || record.id.length > 128) return 'id';
  if (!isContext(record.ctx)) return 'context';
  if (!Array.isArray(record.versions) || record.versions.length === 0) return 'empty';
  if (record.versions.length > MAX_VERSIONS || !record.versions.every(isStamped)) return 'version';
  return record.versions.every((version) => covers(record.ctx, version)) ? null : 'uncovered';
}

/** `recordProblem`, and every version's hash computed anew. Never rejects for bad data. */
export async function verifyRecord<V extends VersionStamp>(
  record: VersionedRecord<V>,
  hash: TextHash,
): Promise<RecordProblem | null> {
  const problem = recordProblem(record);
  if (problem !== null) return problem;
  for (const version of record.versions) {
    const expected = await hashVersion(version, hash).catch(() => null);
    if (expected !== version.hash) return 'hash';
  }
  return null;
}

function isContext(context: unknown): context is VersionContext {
  if (typeof context !== 'object' || context === null || Array.isArray(context)) return false;
  const counters = Object.values(context);
  return counters.length <= MAX_DEVICES && counters.every(isCounter);
}

function isStamped(version: unknown): boolean {
  if (typeof version !== 'object' || version === null) return false;
  const stamp = version as Readonly<Record<string, unknown>>;
  const texts = [stamp['device'], stamp['hlc'], stamp['author'], stamp['hash']];
  const isDeletion = stamp['deleted'] === undefined || stamp['deleted'] === true;
  return isDeletion && isCounter(stamp['n']) && texts.every((text) => typeof text === 'string');
}

function isCounter(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
