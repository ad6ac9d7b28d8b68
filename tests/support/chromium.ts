import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Request,
  type Worker,
} from '@playwright/test';
import { ensureBrowser } from '../../scripts/browsers';
import { attachToPopup } from './chromium-popup';
import { chromiumShadow } from './chromium-shadow';
import { type LoggedRequest, readNetLog } from './net-log';
import { type ActionPopup, type Shadow, until } from './surfaces';

export interface ChromiumOptions {
  /** Folder of the unpacked extension; by default the production build. */
  readonly extension?: string;
  /** Profile folder to use and keep; by default a fresh one, removed on close. */
  readonly profile?: string;
  readonly headed?: boolean;
  /** Keep every request on this machine, the default; false only where a person uses the browser. */
  readonly offline?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A real Chromium with the built extension in it. */
export interface ChromiumSession {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** `chrome-extension://<id>/<path>` */
  extensionUrl(path: string): string;
  /** The running service worker. */
  worker(): Promise<Worker>;
  /** Id of the tab that shows `page`. */
  tabId(page: Page): Promise<number>;
  /** The popup page in a tab of its own, told by `?tab=ID` which tab it is for. */
  openPopup(page: Page): Promise<Page>;
  /** The real popup under the toolbar button, for the page in front. */
  openActionPopup(page: Page): Promise<ActionPopup>;
  /** The real side panel, once it is open. */
  sidePanel(): Promise<ActionPopup>;
  /** Inside the closed shadow root; `host` is the tag name of its host, null takes the first closed root. */
  shadow(page: Page, host?: string | null): Shadow;
  /** Stops the service worker as the browser does when it is idle; returns once it is gone. */
  stopWorker(): Promise<void>;
  /** Requests by the extension seen so far, content scripts included. Own files and data: addresses do not count. */
  extensionRequests(): readonly LoggedRequest[];
  /** Closes the browser and returns every request it started (Chromium's own net log, joined with the live view). */
  close(): Promise<readonly LoggedRequest[]>;
}

// Whatever the browser itself or a page still asks for stays on this machine.
const STAY_HERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

/** Starts Chromium with the extension loaded and waits for its service worker. */
export async function launchChromium(options: ChromiumOptions = {}): Promise<ChromiumSession> {
  const extension = resolve(options.extension ?? '.output/chrome-mv3');
  const scratch = await mkdtemp(join(tmpdir(), 'pressmark-chromium-'));
  const netLog = join(scratch, 'net-log.json');
  const context = await chromium.launchPersistentContext(options.profile ?? join(scratch, 'profile'), {
    executablePath: ensureBrowser('chromium').path,
    // Playwright's own headless mode takes the old headless shell, which knows no extensions.
    headless: false,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    args: [
      ...(options.headed ? [] : ['--headless=new']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--log-net-log=${netLog}`,
      '--disable-sync',
      ...(options.offline === false ? [] : [STAY_HERE]),
    ],
  });
  const first =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const extensionId = new URL(first.url()).host;
  const origin = `chrome-extension://${extensionId}`;
  const browser = await context.browser()!.newBrowserCDPSession();
  const live = watchRequests(context, origin);
  const session = sessionParts(context, browser, origin);
  return {
    context,
    extensionId,
    ...session,
    shadow: (page, host = null) => chromiumShadow(page, host),
    extensionRequests: () => live,
    close: async () => {
      await context.close();
      const logged = await readNetLog(netLog, origin);
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
      return [...logged, ...live.filter(({ initiator }) => initiator !== origin)];
    },
  };
}

function sessionParts(context: BrowserContext, browser: CDPSession, origin: string) {
  const extensionUrl = (path: string) => `${origin}/${path}`;
  const runningWorkers = async () =>
    (await browser.send('Target.getTargets')).targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
    );
  const worker = () =>
    until('the service worker', async () => {
      if ((await runningWorkers()).length === 0) return null;
      return context.serviceWorkers().findLast((candidate) => candidate.url().startsWith(origin));
    });
  // Asked more than once: right after an install the welcome page may come to the front in between.
  const tabId = (page: Page): Promise<number> =>
    until(
      `an active tab with ${page.url()}`,
      async () => {
        await page.bringToFront();
        return (await worker()).evaluate(async (url) => {
          // biome-ignore lint/suspicious/noExplicitAny: this runs in the worker, where `chrome` is a global without types
          const tabs = await (globalThis as any).chrome.tabs.query({ active: true });
          return tabs.find((tab: { url?: string }) => tab.url === url)?.id ?? null;
        }, page.url());
      },
      5000,
      async () => 'Does the extension lack host access?',
    );
  return {
    extensionUrl,
    worker,
    tabId,
    openPopup: async (page: Page) => {
      const id = await tabId(page);
      const popup = await context.newPage();
      await popup.goto(extensionUrl(`popup.html?tab=${id}`));
      return popup;
    },
    openActionPopup: async (page: Page) => {
      // Again, where it was closed at once: right after an install the welcome page comes to the front.
      for (let attempt = 1; ; attempt++) {
        await page.bringToFront();
        // biome-ignore lint/suspicious/noExplicitAny: this runs in the worker, where `chrome` is a global without types
        await (await worker()).evaluate(() => (globalThis as any).chrome.action.openPopup());
        try {
          return await attachToPopup(browser, extensionUrl('popup.html'), attempt < 3 ? 2500 : 8000);
        } catch (error) {
          if (attempt === 3) throw error;
        }
      }
    },
    sidePanel: () => attachToPopup(browser, extensionUrl('sidepanel.html')),
    stopWorker: async () => {
      const page = context.pages()[0] ?? (await context.newPage());
      const cdp = await context.newCDPSession(page);
      await cdp.send('ServiceWorker.enable');
      // Again and again: what an own page had asked before it was closed may wake it once more.
      await until('the service worker to stop', async () => {
        await cdp.send('ServiceWorker.stopAllWorkers');
        await new Promise((wake) => setTimeout(wake, 700));
        return (await runningWorkers()).length === 0;
      });
      await cdp.detach();
    },
  };
}

const goesOut = (url: string) => /^(https?|wss?|ftp):/.test(url);

/**
 * Notes requests of the extension as they happen. The net log names a content script's request after its page, so
 * those are told apart by the script that stands in their call stack.
 */
function watchRequests(context: BrowserContext, origin: string): readonly LoggedRequest[] {
  const seen: LoggedRequest[] = [];
  context.on('request', (request) => {
    // A document's own request comes before its frame; the net log knows who asked for it.
    if (request.isNavigationRequest()) return;
    const from = request.serviceWorker()?.url() ?? frameUrl(request);
    if (goesOut(request.url()) && from.startsWith(origin))
      seen.push({ url: request.url(), initiator: origin, byExtension: true });
  });
  const watch = async (page: Page) => {
    const cdp = await context.newCDPSession(page);
    cdp.on('Network.requestWillBeSent', ({ request, initiator }) => {
      const frames = initiator.stack?.callFrames ?? [];
      if (goesOut(request.url) && frames.some(({ url }) => url.startsWith(origin)))
        seen.push({ url: request.url, initiator: `content script in ${page.url()}`, byExtension: true });
    });
    await cdp.send('Network.enable');
  };
  // A page may be closed again before the session stands; the net log has its requests all the same.
  const watchQuietly = (page: Page) => void watch(page).catch(() => undefined);
  context.pages().forEach(watchQuietly);
  context.on('page', watchQuietly);
  return seen;
}

function frameUrl(request: Request): string {
  try {
    return request.frame().url();
  } catch {
    // The frame is only being made; the net log knows who asked for it.
    return '';
  }
}
