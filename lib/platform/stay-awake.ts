import browser from 'webextension-polyfill';

/**
 * Tells the browser that the background is still at work. Firefox ends it after half a minute without events, even while
 * somebody waits for its answer; a question to the browser counts as a sign of life.
 */
export async function stayAwake(): Promise<void> {
  await browser.runtime.getPlatformInfo();
}
