import type { RequestLog, SeenRequest } from '../model/request-log';

/** More than this is a fault that the first hundreds show as well. */
const MOST_REQUESTS = 500;
const LONGEST_ADDRESS = 500;

/** Whether an address lies outside of the browser: the extension's own files, blobs and data never leave it. */
export function isOutside(url: string): boolean {
  return /^(?:https?|wss?|ftp):/i.test(url);
}

/** The log with what was seen since; long addresses are cut, and what does not fit is counted. */
export function addRequests(log: RequestLog, seen: readonly SeenRequest[]): RequestLog {
  const outside = seen
    .filter(({ url }) => isOutside(url))
    .map((request) => ({ ...request, url: request.url.slice(0, LONGEST_ADDRESS) }));
  const fitting = outside.slice(0, Math.max(0, MOST_REQUESTS - log.requests.length));
  return {
    ...log,
    requests: [...log.requests, ...fitting],
    more: log.more + outside.length - fitting.length,
  };
}

/**
 * What became of the requests of one moment. A browser may report a request that it has stopped a second time, like one
 * that was sent; it then counts as stopped.
 */
export function settleOutcomes(seen: readonly SeenRequest[]): SeenRequest[] {
  const stopped = new Set(seen.filter(({ outcome }) => outcome === 'stopped').map(({ url }) => url));
  const told = new Set<string>();
  return seen.filter(({ url, outcome }) => {
    if (!stopped.has(url)) return true;
    const isFirst = outcome === 'stopped' && !told.has(url);
    if (isFirst) told.add(url);
    return isFirst;
  });
}
