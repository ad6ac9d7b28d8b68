import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { english } from '../library-steps';
import type { Reader } from '../reader';
import { openSite } from '../site';
import { beginNote, FIELD, waitForMarks, waitForPaintedNotes, waitUntilSaved, writeNote } from '../steps';

/** A browser of its own whose extension may run in private windows. */
export interface PrivateBrowser {
  readonly reader: Reader;
  /** The folder in which the browser keeps everything; null where it packs what it writes, so that no words are found there. */
  readonly profile: string | null;
  /** Opens a page in a private window and turns to it. */
  openPrivate(url: string): Promise<void>;
  /** Closes the private window in front and turns to the normal one. */
  closePrivate(): Promise<void>;
  /** Runs the body of an asynchronous function on a page of the extension's own in a normal window. */
  inOwnPage<T>(body: string): Promise<T>;
  close(): Promise<void>;
}

const NORMAL = 'ending a 41-day closure';
const PRIVATE = 'no business of its neighbours';

/** Everything that the extension keeps on the disk, as text; the search index, which is made from it, apart. */
const STORED = `
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const stored = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const table of [...database.objectStoreNames].filter((one) => !/^(search|pending)/.test(one)))
      stored.push([name, table, await settled(database.transaction(table).objectStore(table).getAll())]);
    database.close();
  }
  const api = globalThis.browser ?? globalThis.chrome;
  stored.push(['storage', 'local', await api.storage.local.get(null)]);
  return JSON.stringify(stored, null, 1);
`;

const ask = (message: object) =>
  `return (globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${JSON.stringify(message)});`;

const SESSION = `return Object.keys(await (globalThis.browser ?? globalThis.chrome).storage.session.get(null)).join();`;

/** How often words stand in the files of a folder, in either encoding in which browsers write them. */
async function timesOnDisk(folder: string, words: string): Promise<number> {
  const kinds = [Buffer.from(words, 'latin1'), Buffer.from(words, 'utf16le')];
  let times = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    times += kinds.filter((kind) => bytes.includes(kind)).length;
  }
  return times;
}

/** Reads and drafts in a private window beside a normal one; `alsoDone` is done there before it is looked what was kept. */
export async function privateWindowKeepsNothing<Browser extends PrivateBrowser>(
  open: () => Promise<Browser>,
  alsoDone: (browser: Browser) => Promise<void>,
): Promise<void> {
  const site = await openSite();
  const browser = await open();
  const { reader, inOwnPage } = browser;
  try {
    // All that could keep something by itself is switched on.
    await inOwnPage(ask({ type: 'settings.change', change: { keepsRead: true } }));
    await reader.openTab(site.url('harbour-talks.html'));
    await waitForMarks(reader, 20_000);
    await writeNote(reader, NORMAL, 'written in the open');
    await beginNote(reader, 'Everybody got the harbour back.');
    await reader.typeKeys('half a thought in the open');
    await expect.poll(() => reader.shadow().text('.editor .status')).toBe(english('editor_draft_kept'));
    // The number of notes, which every popup has counted anew.
    await inOwnPage(ask({ type: 'store.watch' }));
    const before = await inOwnPage<string>(STORED);
    expect(before).toContain('half a thought in the open');

    // The article of a stored note, then one that was never seen.
    await browser.openPrivate(site.url('harbour-talks.html'));
    await waitForPaintedNotes(reader, NORMAL);
    expect(await reader.shadow().count('.unfinished')).toBe(0);
    await alsoDone(browser);
    await browser.closePrivate();
    await browser.openPrivate(site.url('river-compact.html?seenquietly'));
    await waitForMarks(reader, 20_000);
    await beginNote(reader, PRIVATE);
    await reader.typeKeys('whisperedquietly');
    await expect.poll(() => reader.shadow().text('.editor .status')).toBe(english('editor_draft_private'));
    expect(await reader.shadow().text('.editor .hint')).toBe(english('editor_private'));
    await reader.reload();
    await reader.shadow().waitFor('.unfinished');
    expect(await reader.shadow().text('.unfinished p.hint')).toBe('whisperedquietly');
    expect(await inOwnPage(STORED)).toBe(before);

    // With the last private window everything is gone.
    await browser.closePrivate();
    await expect.poll(() => inOwnPage<string>(SESSION)).not.toContain('draft:');
    expect(await inOwnPage(STORED)).toBe(before);
    await browser.openPrivate(site.url('river-compact.html'));
    await waitForMarks(reader, 20_000);
    expect(await reader.shadow().count('.unfinished')).toBe(0);

    // What is asked for is kept, there as everywhere, and nothing else of the normal window is touched by it.
    await beginNote(reader, PRIVATE);
    await reader.typeKeys('keptonpurpose');
    await reader.press('Control+Enter');
    await waitUntilSaved(reader);
    expect(await reader.shadow().count(FIELD)).toBe(0);
    await browser.closePrivate();
    const after = await inOwnPage<string>(STORED);
    for (const words of ['keptonpurpose', 'river-compact.html', 'half a thought in the open'])
      expect(after).toContain(words);
    if (browser.profile === null) return;
    // The files as well, with what was kept as the proof that it would be found there.
    await expect.poll(() => timesOnDisk(browser.profile!, 'keptonpurpose')).toBeGreaterThan(0);
    expect(await timesOnDisk(browser.profile, 'whisperedquietly')).toBe(0);
    expect(await timesOnDisk(browser.profile, 'seenquietly')).toBe(0);
  } finally {
    await site.close();
    await browser.close();
  }
}
