import browser from 'webextension-polyfill';

/** Reads a file that is packed with the extension. No request leaves the browser. */
export async function readPacked(path: string): Promise<Uint8Array> {
  const response = await fetch(browser.runtime.getURL(path));
  if (!response.ok) throw new Error(`packed file ${path} is missing`);
  return new Uint8Array(await response.arrayBuffer());
}
