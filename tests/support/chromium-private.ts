import type { Page } from '@playwright/test';
import type { ChromiumSession } from './chromium';
import { attachToPopup } from './chromium-popup';
import type { ActionPopup } from './surfaces';

// biome-ignore lint/suspicious/noExplicitAny: `chrome` is a global without types in the pages and the worker where this runs
type Browser = any;

/** Lets the extension into private windows, as the reader can in the browser's settings. It starts anew with that. */
export async function allowPrivate(session: ChromiumSession): Promise<void> {
  const settings = await session.context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(async (extensionId) => {
    const api = (globalThis as Browser).chrome.developerPrivate;
    // Otherwise an unpacked extension stays off when it starts anew.
    await api.updateProfileConfiguration({ inDeveloperMode: true });
    await api.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    while ((await api.getExtensionInfo(extensionId)).state !== 'ENABLED')
      await new Promise((wake) => setTimeout(wake, 50));
  }, session.extensionId);
  await settings.close();
}

/** Opens a private window with a page in it. */
export async function openPrivateWindow(session: ChromiumSession, url: string): Promise<Page> {
  const worker = await session.worker();
  const [page] = await Promise.all([
    session.context.waitForEvent('page'),
    worker.evaluate(
      (address) => void (globalThis as Browser).chrome.windows.create({ incognito: true, url: address }),
      url,
    ),
  ]);
  await page.waitForURL(url);
  return page;
}

/** Opens the real popup in the private window. */
export async function openPrivatePopup(session: ChromiumSession): Promise<ActionPopup> {
  await (await session.worker()).evaluate(async () => {
    const { windows, action } = (globalThis as Browser).chrome;
    const open: { id: number; incognito: boolean }[] = await windows.getAll();
    await action.openPopup({ windowId: open.find(({ incognito }) => incognito)!.id });
  });
  const browser = await session.context.browser()!.newBrowserCDPSession();
  return attachToPopup(browser, session.extensionUrl('popup.html'));
}
