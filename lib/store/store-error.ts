/**
 * Why the store could not do what it was asked:
 * `quota` the disk or the quota is full; `unavailable` the browser gives no database (private mode, shutting down);
 * `newer-data` a newer Pressmark wrote this database; `blocked` another window holds an older one open;
 * `upgrade-failed` an older database could not be backed up or brought up to date; `failed` anything else. In every case nothing was written, and nothing that stood there is harmed.
 */
export type StoreErrorCode = 'quota' | 'unavailable' | 'newer-data' | 'blocked' | 'upgrade-failed' | 'failed';

/** The only error that functions of the store reject with. `cause` is what the browser or Dexie said. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, cause: unknown) {
    super(`The store answered: ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

const CODES: ReadonlyMap<string, StoreErrorCode> = new Map([
  ['QuotaExceededError', 'quota'],
  ['VersionError', 'newer-data'],
  ['MissingAPIError', 'unavailable'],
  ['OpenFailedError', 'unavailable'],
  ['DatabaseClosedError', 'unavailable'],
  ['InvalidStateError', 'unavailable'],
  ['SecurityError', 'unavailable'],
  ['UnknownError', 'unavailable'],
]);

/** Names a failure. The innermost known reason counts: Dexie wraps a full disk into an aborted transaction. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const reasons = reasonsOf(error);
  // A disk without room ends transactions without a word; nothing of ours aborts one.
  const isUnexplained = reasons.length > 0 && reasons.every((reason) => nameOf(reason) === 'AbortError');
  let code: StoreErrorCode = isUnexplained ? 'quota' : 'failed';
  for (const reason of reasons) {
    if (reason instanceof StoreError) return reason;
    code = CODES.get(nameOf(reason)) ?? code;
  }
  return new StoreError(code, error);
}

/** Runs database work as a native promise (a message listener may answer with it) and names its failures. */
export async function withNamedFailures<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const named = toStoreError(error);
    throw named.code === 'unavailable' && (await isDiskFull()) ? new StoreError('quota', named.cause) : named;
  }
}

const LEAST_ROOM = 1 << 20;

// On a disk without room Chromium may close the database, and then it cannot be opened: its own words do not tell why.
async function isDiskFull(): Promise<boolean> {
  try {
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
    return quota - usage < LEAST_ROOM;
  } catch {
    return false;
  }
}

const MAX_DEPTH = 8;

function reasonsOf(error: unknown): unknown[] {
  const reasons: unknown[] = [];
  let reason = error;
  while (typeof reason === 'object' && reason !== null && reasons.length < MAX_DEPTH) {
    reasons.push(reason);
    const { inner, cause, failures } = reason as { inner?: unknown; cause?: unknown; failures?: unknown };
    reason = inner ?? cause ?? (Array.isArray(failures) ? failures[0] : undefined);
  }
  return reasons;
}

function nameOf(reason: unknown): string {
  const { name } = reason as { name?: unknown };
  return typeof name === 'string' ? name : '';
}
