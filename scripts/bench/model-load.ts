import { existsSync } from 'node:fs';
import { launchChromium } from '../../tests/support/chromium';

const TIMES = 7;

/** How long the built extension takes for its first answer after its service worker was stopped, and for the next. */
export async function loadTimes(): Promise<string> {
  if (!existsSync('.output/chrome-mv3/manifest.json'))
    return '== model load: skipped, no build (npm run build)';
  const session = await launchChromium();
  try {
    const page = await session.context.newPage();
    await page.goto(`chrome-extension://${session.extensionId}/options.html`);
    const cdp = await session.context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    const ask = () =>
      page.evaluate(async () => {
        const text = 'Mayor Ana Okoye of Lagos said on Monday that the port would open. '.repeat(60);
        const blocks = [{ kind: 'paragraph', start: 0, end: text.length }];
        const start = performance.now();
        // biome-ignore lint/suspicious/noExplicitAny: the extension's own page has the browser's interface
        const answer = await (globalThis as any).chrome.runtime.sendMessage({
          type: 'page.find',
          text,
          blocks,
        });
        if (!(answer.value?.actors.length > 0)) throw new Error(`no actors found: ${JSON.stringify(answer)}`);
        return performance.now() - start;
      });
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < TIMES; round++) {
      await cdp.send('ServiceWorker.stopAllWorkers');
      cold.push(await ask());
      warm.push(await ask());
    }
    const middle = (list: number[]) => (list.sort((a, b) => a - b)[TIMES >> 1] ?? 0).toFixed(0);
    return `== service worker of Chromium, ${TIMES} stops: first answer after a stop ${middle(cold)} ms (start, models, 780 words), the next ${middle(warm)} ms (medians)`;
  } finally {
    await session.close();
  }
}
