import type { ToBackground } from '../messaging/protocol';
import type { Handlers } from '../messaging/server';
import type { RequestLog, SeenRequest } from '../model/request-log';
import { readRequestLog, writeRequestLog } from '../platform/request-log';
import { watchRequests } from '../platform/request-watch';
import { addRequests, isOutside, settleOutcomes } from '../privacy/request-log';

/** Watches the background itself; the log begins with its first start. */
export function watchOwnRequests(): void {
  watchRequests('background', (seen) => void noteRequests(seen));
  void noteRequests([]);
}

/** Every request that was seen outside of the extension is written down here, by the background alone. */
export function requestHandlers(): Pick<Handlers<ToBackground>, 'requests.seen'> {
  return {
    'requests.seen': async ({ requests }) => {
      await noteRequests(requests);
      return {};
    },
  };
}

// One after the other: two that read the log at once would lose one another's requests.
let last: Promise<void> = Promise.resolve();

function inTurn(change: (log: RequestLog) => RequestLog): Promise<void> {
  last = last
    .catch(() => undefined)
    .then(async () => {
      const before = await readRequestLog();
      const fresh: RequestLog = { since: new Date().toISOString(), requests: [], more: 0 };
      const after = change(before ?? fresh);
      if (after !== before) await writeRequestLog(after);
    });
  return last;
}

/** Adds what lies outside of the extension to the log; the log begins with the first call. */
function noteRequests(seen: readonly SeenRequest[]): Promise<void> {
  const outside = settleOutcomes(seen.filter(({ url }) => isOutside(url)));
  return inTurn((log) => (outside.length === 0 ? log : addRequests(log, outside)));
}

/** Forgets every request; the log begins anew. */
export function forgetRequests(): Promise<void> {
  return inTurn(() => ({ since: new Date().toISOString(), requests: [], more: 0 }));
}
