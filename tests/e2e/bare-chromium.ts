import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { ensureBrowser } from '../../scripts/browsers';

/** A Chromium that does not have the extension yet. */
export interface BareChromium {
  readonly context: BrowserContext;
  /** Uncaught errors of all pages, content scripts included. */
  readonly errors: readonly string[];
  /** Loads the built extension as "Load unpacked" does; a second time, it takes the place of the first, as an update. */
  load(): Promise<void>;
  close(): Promise<void>;
}

export async function launchBareChromium(): Promise<BareChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'pressmark-bare-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser('chromium').path,
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--enable-unsafe-extension-debugging',
    ],
  });
  const errors: string[] = [];
  context.on('weberror', (error) => errors.push(`${error.error().message} ${error.error().stack ?? ''}`));
  const browser = await context.browser()!.newBrowserCDPSession();
  // Playwright's types do not know the protocol's commands for extensions.
  const send = browser.send.bind(browser) as unknown as (method: string, params: object) => Promise<unknown>;
  return {
    context,
    errors,
    load: async () => void (await send('Extensions.loadUnpacked', { path: resolve('.output/chrome-mv3') })),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
