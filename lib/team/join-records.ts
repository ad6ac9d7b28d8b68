import type { VersionedRecord, VersionStamp } from '../model/annotation';
import { covers, joinContexts } from './version-context';

/**
 * Joins two replicas of one record. A version stays when both have its event, or when the other side's context does
 * not cover it; what one side covers and no longer has was replaced by someone who had seen it. Commutative,
 * associative, idempotent. Versions come ordered by device, counter and hash.
 *
 * Versions with the same hash are taken to be the same; what comes from outside is checked first (`verifyRecord`).
 * The same event with another hash is the trace of a cloned profile: both stay (see `clonedDevices`).
 *
 * @throws RangeError when the two are not replicas of one record: joining them would mix two notes.
 */
export function joinRecords<V extends VersionStamp>(
  a: VersionedRecord<V>,
  b: VersionedRecord<V>,
): VersionedRecord<V> {
  if (a.id !== b.id) throw new RangeError('Only replicas of one record can be joined');
  const kept = [...survivors(a, b), ...survivors(b, a)];
  return { id: a.id, ctx: joinContexts(a.ctx, b.ctx), versions: orderVersions(kept) };
}

function survivors<V extends VersionStamp>(mine: VersionedRecord<V>, theirs: VersionedRecord<V>): V[] {
  const events = new Set(theirs.versions.map(eventOf));
  return mine.versions.filter((version) => !covers(theirs.ctx, version) || events.has(eventOf(version)));
}

/** Sorts versions by device, counter and hash, in code-unit order, and drops repetitions. */
export function orderVersions<V extends VersionStamp>(versions: readonly V[]): V[] {
  const distinct = new Map<string, V>();
  for (const version of versions) {
    const key = `${eventOf(version)} ${version.hash}`;
    if (!distinct.has(key)) distinct.set(key, version);
  }
  return [...distinct.values()].sort(
    (a, b) => compareText(a.device, b.device) || a.n - b.n || compareText(a.hash, b.hash),
  );
}

/** Devices of which two different versions claim the same counter: a profile was copied and both copies write. */
export function clonedDevices<V extends VersionStamp>(record: VersionedRecord<V>): string[] {
  const hashes = new Map<string, string>();
  const cloned = new Set<string>();
  for (const version of record.versions) {
    const known = hashes.get(eventOf(version));
    if (known !== undefined && known !== version.hash) cloned.add(version.device);
    hashes.set(eventOf(version), version.hash);
  }
  return [...cloned].sort();
}

/** The event that made a version, as a key. The counter comes first: it cannot contain the separator. */
function eventOf(version: VersionStamp): string {
  return `${version.n} ${version.device}`;
}

// Not localeCompare: replicas in two countries must agree on the order.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
