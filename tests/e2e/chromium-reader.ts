import type { Page } from '@playwright/test';
import type { ChromiumSession } from '../support/chromium';
import { highlights, selectText } from '../support/page-probes';
import { type Shadow, until } from '../support/surfaces';
import { type ClaimsTime, claimsTimeIn, type Reader, type Tab } from './reader';

/** A reader in Chromium. `errors` collects uncaught errors of every page, content scripts included. */
export async function chromiumReader(session: ChromiumSession): Promise<Reader> {
  const { context } = session;
  let front: Page = context.pages()[0] ?? (await context.newPage());
  const shadows = new WeakMap<Page, Shadow>();
  const errors: string[] = [];
  context.on('weberror', (error) => {
    const { message, stack } = error.error();
    errors.push(`${message} ${stack ?? ''}`);
  });
  const tabOf = (page: Page): Tab => ({
    toFront: async () => {
      front = page;
      await page.bringToFront();
    },
    close: () => page.close(),
  });
  const shadow = () => {
    const known = shadows.get(front) ?? session.shadow(front);
    shadows.set(front, known);
    return known;
  };

  return {
    browser: 'chromium',
    goto: async (url) => void (await front.goto(url)),
    reload: async () => void (await front.reload()),
    tab: async () => tabOf(front),
    openTab: async (url) => {
      front = await context.newPage();
      await front.goto(url);
      return tabOf(front);
    },
    turnToActive: (url) =>
      until(`a tab with ${url} in front`, async () => {
        const active = await inWorker<string[]>(
          session,
          '(await chrome.tabs.query({ active: true })).map((tab) => tab.url)',
        );
        const page = active.includes(url) ? context.pages().findLast((open) => open.url() === url) : null;
        if (!page) return null;
        front = page;
        return tabOf(page);
      }),
    run: (body, ...args) => runInPage(front, body, args),
    highlights: () => highlights(front),
    select: (needle) => selectText(front, needle),
    shadow,
    clickAt: (x, y) => front.mouse.click(x, y),
    typeKeys: (text) => front.keyboard.type(text),
    press: (keys) => front.keyboard.press(keys),
    compose: async (text) => {
      const cdp = await context.newCDPSession(front);
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
      await cdp.send('Input.insertText', { text });
      await cdp.detach();
    },
    popup: () => session.openActionPopup(front),
    // Its own answer to the last call is lost with it.
    closePopup: async (popup) => void popup.evaluate('window.close()').catch(() => undefined),
    ...backgroundParts(session, () => front),
    extensionRequests: async () => session.extensionRequests().map(({ url }) => url),
    takeErrors: async () => errors.splice(0),
    screenshot: async (path) => void (await front.screenshot({ path })),
  };
}

/** Through the protocol alone: Playwright's own evaluation needs a page whose built-in objects are whole. */
async function runInPage<T>(page: Page, body: string, args: readonly unknown[]): Promise<T> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression: `(function () { ${body} })(${args.map((arg) => JSON.stringify(arg)).join(', ')})`,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`In the page: ${exceptionDetails.exception?.description}`);
    return result.value as T;
  } finally {
    await cdp.detach();
  }
}

/** Evaluates an expression, which may await, in the service worker. */
async function inWorker<T>(session: ChromiumSession, expression: string): Promise<T> {
  return (await (await session.worker()).evaluate(`(async () => (${expression}))()`)) as T;
}

function backgroundParts(session: ChromiumSession, front: () => Page) {
  return {
    badge: async () => {
      const tabId = await session.tabId(front());
      return inWorker<string>(session, `await chrome.action.getBadgeText({ tabId: ${tabId} })`);
    },
    command: async (name: string) => {
      const tabId = await session.tabId(front());
      await inWorker(
        session,
        `chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, await chrome.tabs.get(${tabId}))`,
      );
    },
    menu: async (id: string) => {
      const tabId = await session.tabId(front());
      const info = JSON.stringify({ menuItemId: id, editable: false, pageUrl: front().url() });
      await inWorker(
        session,
        `chrome.contextMenus.onClicked.dispatch(${info}, await chrome.tabs.get(${tabId}))`,
      );
    },
    claimsTime: () => inWorker<ClaimsTime>(session, claimsTimeIn('self')),
    // Not waited for: whoever was being answered asks again at once, and the worker is back before one could look.
    stopBackground: async () => {
      const cdp = await session.context.newCDPSession(front());
      await cdp.send('ServiceWorker.enable');
      await cdp.send('ServiceWorker.stopAllWorkers');
      await cdp.detach();
    },
    setAccess: async (isGranted: boolean) => {
      const settings = await session.context.newPage();
      await settings.goto('chrome://extensions');
      await settings.evaluate(
        ([extensionId, hostAccess]) =>
          // biome-ignore lint/suspicious/noExplicitAny: this page's `chrome` has an interface of its own
          (globalThis as any).chrome.developerPrivate.updateExtensionConfiguration({
            extensionId,
            hostAccess,
          }),
        [session.extensionId, isGranted ? 'ON_ALL_SITES' : 'ON_CLICK'] as const,
      );
      await settings.close();
      await front().bringToFront();
    },
  };
}
