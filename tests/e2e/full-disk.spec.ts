import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchChromium } from '../support/chromium';
import { chromiumReader } from './chromium-reader';
import { english } from './library-steps';
import { openSite } from './site';
import { beginNote, FIELD, waitForMarks, waitForPaintedNotes, waitUntilSaved, writeNote } from './steps';

const FIRST = 'ending a 41-day closure';
const SECOND = 'Everybody got the harbour back.';

/** A small disk of its own, in memory; null where this user may not mount one. */
async function smallDisk(): Promise<{ path: string; end: () => Promise<void> } | null> {
  const path = await mkdtemp(join(tmpdir(), 'pressmark-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', path], { stdio: 'pipe' });
  } catch {
    await rm(path, { recursive: true });
    return null;
  }
  return {
    path,
    end: async () => {
      execFileSync('umount', ['-l', path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Fills a disk to the last byte. @returns the file to remove. */
async function fill(path: string): Promise<string> {
  const name = join(path, 'filling');
  const file = await open(name, 'w');
  const block = Buffer.alloc(1 << 20, 1);
  try {
    for (;;) await file.write(block);
  } catch {
    // Full: that is what is wanted. The last bytes go one page at a time.
  }
  try {
    for (;;) await file.write(block.subarray(0, 4096));
  } catch {
    // Now it is.
  }
  await file.close();
  return name;
}

test('says that the disk is full, keeps what was written, and saves it once there is room', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  test.setTimeout(120_000);
  const disk = await smallDisk();
  test.skip(disk === null, 'this user may not mount a small disk');
  const site = await openSite();
  try {
    const session = await launchChromium({ profile: join(disk!.path, 'profile') });
    const reader = await chromiumReader(session);
    await (await reader.turnToActive(session.extensionUrl('welcome.html'))).toFront();
    await reader.openTab(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    await writeNote(reader, FIRST, 'saved before');
    await beginNote(reader, SECOND);
    const filling = await fill(disk!.path);
    const { bavail } = await statfs(disk!.path);
    expect(bavail).toBe(0);
    await reader.typeKeys('written on a full disk');
    await reader.press('Control+Enter');
    await expect
      .poll(() => reader.shadow().text('.editor .status'), { timeout: 20_000 })
      .toBe(english('failure_quota'));
    info.annotations.push({ type: 'measured', description: await reader.shadow().text('.editor .status') });
    expect(await reader.shadow().value(FIELD)).toBe('written on a full disk');
    await rm(filling);
    await reader.shadow().click(FIELD);
    await reader.press('Control+Enter');
    await waitUntilSaved(reader);
    await reader.reload();
    await waitForPaintedNotes(reader, FIRST, SECOND);
    await session.close();
  } finally {
    await site.close();
    await disk!.end();
  }
});
