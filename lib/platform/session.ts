import browser from 'webextension-polyfill';

/**
 * Small facts that must outlive the worker but not the browser (`storage.session`, in memory).
 * Used for: the note that a tab we opened shall show once it has loaded.
 */
export async function rememberForTab(tabId: number, noteId: string): Promise<void> {
  await browser.storage.session.set({ [`show:${tabId}`]: noteId });
}

/** Takes back what was remembered for a tab; null the second time. */
export async function takeForTab(tabId: number): Promise<string | null> {
  const key = `show:${tabId}`;
  const value = (await browser.storage.session.get(key))[key];
  if (value === undefined) return null;
  await browser.storage.session.remove(key);
  return typeof value === 'string' ? value : null;
}
