import type { Ask } from '../messaging/client';
import type { Answer, ToBackground } from '../messaging/protocol';
import type { PressmarkDatabase } from '../store/database';
import { withStored } from './stored-notes';

type Status = Answer<ToBackground, 'page.status'>;

/** Reads what is known of a tab's page with a database that is opened on demand. */
type ReadStatus = (
  tabId: number,
  store: { readonly database: () => Promise<PressmarkDatabase> },
) => Promise<Status>;

/** What is known of a tab's page: read here, as the background may be asleep, or asked of it where no database can be opened. */
export function tabStatus(
  ask: Ask<ToBackground>,
  read: ReadStatus,
  isPrivate: () => Promise<boolean>,
): (tabId: number) => Promise<Status> {
  return async (tabId) =>
    // No database can be opened in a private window of Firefox.
    (await isPrivate())
      ? ask({ type: 'page.status', tabId })
      : withStored((database) => read(tabId, { database }));
}
