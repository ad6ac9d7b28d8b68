import type { RequestSource, SeenRequest } from '../model/request-log';

// Both reports of one stopped request come within a moment.
const SETTLE_MS = 50;

/**
 * Watches everything that this part of the extension asks for, from its first moment: the browser's own records of what
 * was loaded, and its reports of what our content security policy has stopped. `tell` gets what was seen, own files as well.
 */
export function watchRequests(from: RequestSource, tell: (seen: readonly SeenRequest[]) => void): void {
  let waiting: SeenRequest[] = [];
  const note = (url: string, outcome: SeenRequest['outcome']) => {
    if (waiting.length === 0) {
      setTimeout(() => {
        tell(waiting);
        waiting = [];
      }, SETTLE_MS);
    }
    waiting.push({ at: new Date().toISOString(), url, from, outcome });
  };
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) note(name, 'sent');
  });
  observer.observe({ type: 'resource', buffered: true });
  addEventListener('securitypolicyviolation', (event) => {
    note((event as SecurityPolicyViolationEvent).blockedURI, 'stopped');
  });
}

/** How many files this page has loaded, and how many of them from outside of the extension. */
export function loadsOfThisPage(isOutside: (url: string) => boolean): { all: number; outside: number } {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  return { all: loaded.length, outside: loaded.filter(isOutside).length };
}
