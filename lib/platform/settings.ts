import browser from 'webextension-polyfill';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings';

const KEY = 'settings';

/** The reader's settings; missing or damaged parts fall back to the defaults. */
export async function readSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return { ...DEFAULT_SETTINGS, ...(typeof stored === 'object' ? (stored as Partial<Settings>) : {}) };
}

/** Changes some settings and answers all of them. */
export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  // One change after the other: two at once would each write what the other has not seen.
  return navigator.locks.request(KEY, async () => {
    const next = { ...(await readSettings()), ...change };
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

/** Puts every setting back to its default. */
export async function forgetSettings(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** Calls back after every change of the settings, whoever made it. */
export function watchSettings(callback: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) callback();
  });
}
