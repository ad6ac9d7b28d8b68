import browser from 'webextension-polyfill';

let asked: Promise<boolean> | null = null;

/** Whether this page of ours stands in a private window. */
export function isInPrivateWindow(): Promise<boolean> {
  asked ??= isPrivateHere();
  return asked;
}

// Chromium runs popups and panels of private windows outside of them; only their window tells.
async function isPrivateHere(): Promise<boolean> {
  try {
    return browser.extension.inIncognitoContext || (await browser.windows.getCurrent()).incognito;
  } catch {
    return false;
  }
}

/** Calls back once the last private window is closed. Must be registered at start, so that a sleeping background wakes for it. */
export function onPrivateEnd(callback: () => void): void {
  browser.windows?.onRemoved.addListener(async () => {
    if (!(await browser.windows.getAll()).some(({ incognito }) => incognito)) callback();
  });
}
