import browser from 'webextension-polyfill';

/** The extension's own pages. */
export type OwnPage = 'welcome' | 'library' | 'options' | 'sample';

/** Full address of one of the extension's own pages. */
export function ownPageUrl(page: OwnPage, suffix = ''): string {
  return browser.runtime.getURL(`${page}.html${suffix}`);
}

/** Whether an address is one of the extension's own pages. */
export function isOwnPage(url: string, page: OwnPage): boolean {
  return url.split(/[?#]/)[0] === ownPageUrl(page);
}

/** Opens one of the extension's own pages in a new tab. */
export async function openOwnPage(page: OwnPage, suffix = ''): Promise<number | null> {
  const tab = await browser.tabs.create({ url: ownPageUrl(page, suffix) });
  return tab.id ?? null;
}

/** Opens the options page, where the browser shows it; at one of its parts (`#storage`) in a tab of its own. */
export async function openOptions(part = ''): Promise<void> {
  if (part) await openOwnPage('options', part);
  else await browser.runtime.openOptionsPage();
}
