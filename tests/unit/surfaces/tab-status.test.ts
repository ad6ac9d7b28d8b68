import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { tabStatus } from '../../../lib/surfaces/tab-status';

describe('the status of a tab', () => {
  it('is read here, and asked of the background in a private window, where no database can be opened', async () => {
    const asked: unknown[] = [];
    const look = (isPrivate: boolean) =>
      tabStatus(
        (async (message: unknown) => void asked.push(message)) as never,
        async (tabId) => void asked.push({ read: tabId }) as never,
        async () => isPrivate,
      )(7);
    await look(true);
    await look(false);
    expect(asked).toEqual([{ type: 'page.status', tabId: 7 }, { read: 7 }]);
  });
});
