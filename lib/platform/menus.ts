import browser from 'webextension-polyfill';

/** Puts one entry into the context menu of selections; asked again after an update, it replaces itself. */
export async function offerInMenu(id: string, title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id,
    title,
    contexts: ['selection', 'page'],
    documentUrlPatterns: ['http://*/*', 'https://*/*'],
  });
}

/** Calls back when an entry was chosen. Must be registered at start, so that a sleeping worker wakes for it. */
export function onMenu(callback: (id: string, tabId: number) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id !== undefined) callback(String(menuItemId), tab.id);
  });
}
