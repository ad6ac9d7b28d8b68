/**
 * `npm start [-- FILE.html]`: builds the extension, opens the bundled sample article (or a saved page) with it in a real
 * Chromium. With a display the window stays until it is closed; without one, what was found is printed, a screenshot
 * is written, and the program ends.
 */
import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Answer, Envelope, PageReport, ToBackground } from '../lib/messaging/protocol';
import { type ChromiumSession, launchChromium } from '../tests/support/chromium';
import { highlights } from '../tests/support/page-probes';
import { serve } from '../tests/support/serve';
import { BrowserMissing, ensureBrowser } from './browsers';
import { describeReport } from './demo/describe-report';
import { runLocal } from './local-command';

type Status = Answer<ToBackground, 'page.status'>;

const SAMPLE = 'assets/samples/harbour-talks.html';
const SCREENSHOT = 'artifacts/screenshot.png';
const PATIENCE_MS = 20_000;
/** How long a page that was read may go on without a single finding before that is taken for the answer. */
const NOTHING_FOUND_MS = 5000;
const TALLEST_SCREENSHOT = 6000;

/** A failure with a message for the person at the terminal; anything else is a bug and keeps its stack. */
class DemoFailure extends Error {}

async function build(): Promise<void> {
  console.log('Building the extension …');
  const { code, output } = await runLocal('wxt', ['build'], { show: false, env: { NO_COLOR: '1' } });
  if (code !== 0) throw new DemoFailure(`The build failed:\n${output.trimEnd()}`);
}

/** Whether the report will not become richer: no article, or an article with its findings. */
function isFinal({ detection, article, actors, claims }: PageReport, waited: number): boolean {
  if (article === null) return detection?.verdict === 'no' || detection?.verdict === 'maybe';
  return actors.length + claims.length > 0 || waited > NOTHING_FOUND_MS;
}

/** Asks the background as the popup does, until the page was read or was found to be no article. */
async function finalReport(session: ChromiumSession, page: Page): Promise<PageReport> {
  const popup = await session.openPopup(page);
  const tabId = Number(new URL(popup.url()).searchParams.get('tab'));
  const start = Date.now();
  let last: Envelope<Status> | null = null;
  while (Date.now() - start < PATIENCE_MS) {
    last = await popup.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: this runs in the popup, where `chrome` is a global without types
      (id) => (globalThis as any).chrome.runtime.sendMessage({ type: 'page.status', tabId: id }),
      tabId,
    );
    const report = last && 'value' in last ? last.value.report : null;
    if (report && isFinal(report, Date.now() - start)) {
      await popup.close();
      return report;
    }
    await popup.waitForTimeout(200);
  }
  throw new DemoFailure(
    last && 'value' in last
      ? `The page was not read within ${PATIENCE_MS / 1000} s (obstacle: ${last.value.obstacle ?? 'none'}, mode: ${last.value.report?.mode ?? 'none'}).`
      : `The extension's background did not answer: ${JSON.stringify(last)}`,
  );
}

/** Prints what was found and writes the screenshot. Actors without a mark are a failure. */
async function show(session: ChromiumSession, page: Page): Promise<void> {
  const report = await finalReport(session, page);
  console.log(`\n${describeReport(report)}\n`);
  await page.bringToFront();
  await mkdir(dirname(SCREENSHOT), { recursive: true });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  await page.screenshot({
    path: SCREENSHOT,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST_SCREENSHOT) },
  });
  console.log(`screenshot ${SCREENSHOT}`);
  const marks = Object.values(await highlights(page)).flat().length;
  console.log(`marks      ${marks} painted`);
  if (report.actors.length > 0 && marks === 0)
    throw new DemoFailure('Actors were found, but nothing is marked.');
}

async function main(file: string): Promise<void> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) throw new DemoFailure(`There is no file ${file}. Usage: npm start [-- FILE.html]`);
  const { version, path } = ensureBrowser('chromium');
  console.log(`Chromium ${version} (${path})`);
  await build();
  const headed =
    process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
  const served = await serve({ folder: dirname(file) });
  const session = await launchChromium({ headed, offline: !headed });
  try {
    const page = session.context.pages()[0] ?? (await session.context.newPage());
    await page.goto(`${served.origin}/${encodeURIComponent(basename(file))}`);
    if (headed) {
      console.log(`${page.url()} is open; close the window to end.`);
      await new Promise((closed) => session.context.once('close', closed));
    } else {
      await show(session, page);
    }
  } finally {
    await session.close();
    await served.close();
  }
}

main(resolve(process.argv[2] ?? SAMPLE)).catch((error: unknown) => {
  process.exitCode = 1;
  const isKnown = error instanceof DemoFailure || error instanceof BrowserMissing;
  console.error(isKnown ? `Pressmark: ${error.message}` : error);
});
