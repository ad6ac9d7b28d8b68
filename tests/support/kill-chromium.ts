import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChromiumSession } from './chromium';
import { until } from './surfaces';

/** Kills the browser as a power cut does: its processes get no chance to write anything. */
export async function killChromium(session: ChromiumSession): Promise<void> {
  const cdp = await session.context.browser()!.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const { id } = processInfo.find(({ type }) => type === 'browser')!;
  const closed = new Promise((resolve) => session.context.once('close', resolve));
  process.kill(id, 'SIGKILL');
  await closed;
  await until('the browser to be gone', async () => {
    try {
      process.kill(id, 0);
      return false;
    } catch {
      return true;
    }
  });
}

/** Gives `work` a profile folder that outlives the browsers started with it, and removes what killed ones leave behind. */
export async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-profile-'));
  // A killed browser leaves its other files behind; this way they are in our folder.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await work(join(folder, 'profile'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
