import browser from 'webextension-polyfill';
import type { RequestLog } from '../model/request-log';

const KEY = 'request-log';

/** The log of requests; null before the first start. */
export async function readRequestLog(): Promise<RequestLog | null> {
  return ((await browser.storage.local.get(KEY))[KEY] as RequestLog | undefined) ?? null;
}

/** Keeps the log. Only the background writes it. */
export async function writeRequestLog(log: RequestLog): Promise<void> {
  await browser.storage.local.set({ [KEY]: log });
}

/** Calls back whenever the log has changed. */
export function onRequestLog(callback: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) callback();
  });
}
