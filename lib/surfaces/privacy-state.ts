import type { Ask } from '../messaging/client';
import type { ToBackground } from '../messaging/protocol';
import type { PermissionState, RequestLog, RequestSource } from '../model/request-log';
import { permissionStates } from '../platform/permissions';
import { onRequestLog, readRequestLog } from '../platform/request-log';
import { loadsOfThisPage, watchRequests } from '../platform/request-watch';
import { isOutside } from '../privacy/request-log';

/** What is known of requests and permissions; null until it was read. */
export interface PrivacyData {
  readonly log: RequestLog | null;
  readonly permissions: readonly PermissionState[];
  readonly loads: { readonly all: number; readonly outside: number };
}

export const NOTHING_KNOWN: PrivacyData = { log: null, permissions: [], loads: { all: 0, outside: 0 } };

/** Has the background write down what this page asks for outside of the extension. */
export function reportRequests(from: RequestSource, ask: Ask<ToBackground>): void {
  watchRequests(from, (seen) => {
    const requests = seen.filter(({ url }) => isOutside(url));
    if (requests.length > 0) void ask({ type: 'requests.seen', requests });
  });
}

/** Reads requests and permissions, now and whenever a request is written down. */
export async function watchPrivacy(show: (data: PrivacyData) => void): Promise<void> {
  const read = async () =>
    show({
      log: await readRequestLog(),
      permissions: await permissionStates(),
      loads: loadsOfThisPage(isOutside),
    });
  onRequestLog(() => void read());
  await read();
}
