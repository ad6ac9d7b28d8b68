import browser from 'webextension-polyfill';

const PERMISSION = { permissions: ['downloads'] } satisfies browser.Permissions.Permissions;
// Longer addresses are cut off by Chromium.
const LONGEST_ADDRESS = 2_000_000;

/** Asks the reader to let files be saved by themselves. Only from a click on one of our own pages. */
export function requestDownloads(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Gives the permission back. */
export async function giveUpDownloads(): Promise<void> {
  await browser.permissions.remove(PERMISSION);
}

/**
 * Saves a file in the reader's folder for downloads, without asking where. False where the permission is not given, or
 * where the file is too large for a background without a document (Chromium): the reader is then reminded instead.
 */
export async function saveDownload(name: string, file: Blob): Promise<boolean> {
  if (!(await browser.permissions.contains(PERMISSION))) return false;
  const hasDocument = typeof URL.createObjectURL === 'function';
  const address = hasDocument ? URL.createObjectURL(file) : await dataAddress(file);
  if (address === null) return false;
  try {
    await browser.downloads.download({
      url: address,
      filename: name,
      conflictAction: 'uniquify',
      saveAs: false,
    });
    return true;
  } finally {
    if (hasDocument) setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}

async function dataAddress(file: Blob): Promise<string | null> {
  if (file.size * 1.4 > LONGEST_ADDRESS) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:application/gzip;base64,${btoa(text)}`;
}
