import browser from 'webextension-polyfill';
import { FRESH_WATCH, type StoreWatch } from '../model/store-watch';

const KEY = 'store-watch';

/** What is remembered of the database, beside it. */
export async function readStoreWatch(): Promise<StoreWatch> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return { ...FRESH_WATCH, ...(typeof stored === 'object' ? (stored as Partial<StoreWatch>) : {}) };
}

/** Changes some of it, one change after the other, and answers all of it. */
export async function changeStoreWatch(change: Partial<StoreWatch>): Promise<StoreWatch> {
  // Two at once would each write what the other has not seen.
  return navigator.locks.request(KEY, async () => {
    const next = { ...(await readStoreWatch()), ...change };
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}
