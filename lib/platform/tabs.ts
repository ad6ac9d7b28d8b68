import browser from 'webextension-polyfill';

/** A tab as the extension may know it; `url` is null where access is not granted. */
export interface TabInfo {
  readonly id: number;
  readonly url: string | null;
  readonly incognito: boolean;
}

const WEB_PAGES = ['http://*/*', 'https://*/*'];
const IS_FIREFOX = 'getBrowserInfo' in browser.runtime;

function info(tab: browser.Tabs.Tab | undefined): TabInfo | null {
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? null, incognito: tab.incognito };
}

/** The tab in front of the reader. */
export async function activeTab(): Promise<TabInfo | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return info(tab);
}

/** Calls back when another tab may have come to the front, or a tab has gone on to another page. */
export function watchTabs(callback: (tabId: number) => void): void {
  browser.tabs.onActivated.addListener(({ tabId }) => callback(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status !== undefined || url !== undefined) callback(tabId);
  });
}

/** Calls back when a tab has gone to an address, with or without loading, and again when its page has loaded. */
export function onPage(callback: (tabId: number, url: string) => void): void {
  const listener = (
    tabId: number,
    { status, url }: { status?: string; url?: string },
    tab: { url?: string },
  ) => {
    const address = url ?? tab.url;
    if (address && (status !== undefined || url !== undefined)) callback(tabId, address);
  };
  // In Firefox the background then need not wake for titles and sounds; Chromium knows no such choice.
  if (IS_FIREFOX) browser.tabs.onUpdated.addListener(listener, { properties: ['status', 'url'] });
  else browser.tabs.onUpdated.addListener(listener);
}

/** One tab by id, or null when it is gone. */
export async function tabById(id: number): Promise<TabInfo | null> {
  try {
    return info(await browser.tabs.get(id));
  } catch {
    return null;
  }
}

/** All open web pages that the extension may read. */
export async function webTabs(): Promise<TabInfo[]> {
  const tabs = await browser.tabs.query({ url: WEB_PAGES });
  return tabs.map(info).filter((tab) => tab !== null);
}

/** Brings a tab and its window to the front. */
export async function showTab(id: number): Promise<void> {
  const tab = await browser.tabs.update(id, { active: true });
  if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
}

/** Opens a page in a new tab; where it was asked for in a private window in such a one, for any other would list it in the history. */
export async function openTab(url: string, isPrivate: boolean): Promise<TabInfo | null> {
  return info(await browser.tabs.create({ url, ...(isPrivate ? await inPrivateWindow() : {}) }));
}

async function inPrivateWindow(): Promise<{ windowId?: number }> {
  const windows = (await browser.windows.getAll()).filter(({ incognito }) => incognito);
  const id = (windows.find(({ focused }) => focused) ?? windows[0])?.id;
  return id === undefined ? {} : { windowId: id };
}

/**
 * Marks in the page's open shadow roots need the style too. In Firefox only the reader's own styles reach into them; in
 * Chromium highlights inherit there from the host, and a background among the reader's styles is not painted.
 */
const ORIGIN = IS_FIREFOX ? 'USER' : 'AUTHOR';

/**
 * Runs a script of the extension in a tab's top frame, with its stylesheet if it has one.
 * @returns false where the browser does not let us (access withdrawn, a protected page, a tab that is gone).
 */
export async function injectScript(tabId: number, script: string, stylesheet?: string): Promise<boolean> {
  try {
    if (stylesheet)
      await browser.scripting.insertCSS({ target: { tabId }, files: [stylesheet], origin: ORIGIN });
    await browser.scripting.executeScript({
      target: { tabId },
      files: [script],
      injectImmediately: true,
    } as never);
    return true;
  } catch (error) {
    console.debug(`Pressmark: ${script} was not let into tab ${tabId}`, error);
    return false;
  }
}

/** Runs in a frame, and is sent there as source: whether the page around it is of the same origin. */
function isOfPage(): boolean {
  try {
    return window !== window.top && Boolean(window.top?.document);
  } catch {
    return false;
  }
}

/** Gives a stylesheet to the frames of a tab that are of its page's own origin. @returns how many those are */
export async function styleFrames(tabId: number, stylesheet: string): Promise<number> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: isOfPage,
    });
    const frameIds = frames.filter(({ result }) => result === true).map(({ frameId }) => frameId);
    if (frameIds.length > 0) {
      await browser.scripting.insertCSS({
        target: { tabId, frameIds },
        files: [stylesheet],
        origin: ORIGIN,
      });
    }
    return frameIds.length;
  } catch (error) {
    console.debug(`Pressmark: the frames of tab ${tabId} were not styled`, error);
    return 0;
  }
}

/** Whether the reader grants access to a page's site at this moment. */
export async function mayRead(url: string): Promise<boolean> {
  const origin = originPattern(url);
  return origin !== null && browser.permissions.contains({ origins: [origin] });
}

/** Whether the reader grants access to all web pages, as asked for when the extension was installed. */
export async function mayReadAll(): Promise<boolean> {
  return browser.permissions.contains({ origins: WEB_PAGES });
}

/** Asks the reader for access to a page's site; call from a click. */
export async function requestAccess(url: string): Promise<boolean> {
  const origin = originPattern(url);
  return origin !== null && browser.permissions.request({ origins: [origin] });
}

function originPattern(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null;
  } catch {
    return null;
  }
}

/** Shows how many notes the reader has on the page, or nothing. */
export async function showBadge(tabId: number, count: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: '#2b3cad' });
    await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
  } catch {
    // The tab was closed in between; there is nothing left to show.
  }
}
