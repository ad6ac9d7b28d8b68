import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectDaysKept } from '../e2e/both/days-later';
import { english } from '../e2e/library-steps';
import { openSite, type Site } from '../e2e/site';
import { expectNotesHere, waitForMarks, waitForPaintedNotes, writeNote } from '../e2e/steps';
import { type FirefoxSession, firefoxMissing, launchFirefox } from '../support/firefox';
import { storedNote } from '../support/many-records';
import { until } from '../support/surfaces';
import { firefoxReader } from './firefox-reader';

const PASSAGE = 'the dismissals had been a mistake';

// A browser of its own: what is lost and deleted here are all of a reader's notes.
let site: Site;
let session: FirefoxSession;
let downloads: string;
test.beforeAll(async () => {
  const missing = firefoxMissing();
  test.skip(missing !== null, missing ?? '');
  site = await openSite();
  downloads = await mkdtemp(join(tmpdir(), 'pressmark-downloads-'));
  session = await launchFirefox({
    preferences: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      // Firefox answers its question for an optional permission with yes, as a reader would.
      'extensions.webextOptionalPermissionPrompts': false,
    },
  });
});
test.afterAll(async () => {
  await session?.close();
  await site?.close();
  if (downloads) await rm(downloads, { recursive: true, force: true });
});

/** Presses the button of the page in front that reads `text`. */
async function press(session: FirefoxSession, text: string): Promise<void> {
  await until(`the button “${text}”`, () =>
    session.run<boolean>(
      `const button = [...document.querySelectorAll('button')].find((b) => b.textContent === arguments[0] && !b.disabled);
       button?.click();
       return Boolean(button);`,
      text,
    ),
  );
}

const reads = (session: FirefoxSession, text: string) =>
  until(
    `“${text}”`,
    () => session.run<boolean>('return document.body?.textContent.includes(arguments[0]) ?? false;', text),
    15_000,
  );

test('notices a lost database, restores it from its backup, and deletes everything', async () => {
  const reader = firefoxReader(session);
  await reader.turnToActive(session.extensionUrl('welcome.html'));
  await reader.openTab(site.url('harbour-talks.html'));
  await waitForMarks(reader);
  await writeNote(reader, PASSAGE, 'precious');
  const article = await reader.tab();

  await session.openTab(session.extensionUrl('options.html#storage'));
  await press(session, english('storage_back_up'));
  await reads(session, english('storage_backed_up'));
  await session.run(`indexedDB.deleteDatabase('pressmark'); return null;`);
  await session.goto(session.extensionUrl('options.html?again#storage'));
  await reads(session, '1 note');
  await reader.screenshot('test-results/storage-firefox.png');
  await press(session, english('storage_see_restore'));
  await reads(session, english('storage_plan_missing', 1));
  await press(session, english('storage_restore'));
  await reads(session, english('storage_restored', 1));

  await article.toFront();
  await reader.reload();
  await waitForPaintedNotes(reader, PASSAGE);
  await expectNotesHere(reader, { quote: PASSAGE, words: 'precious' });

  await session.openTab(session.extensionUrl('options.html?last#storage'));
  await press(session, english('storage_erase'));
  await press(session, english('storage_erase_now'));
  await reads(session, english('storage_erased'));
  await article.toFront();
  await waitForPaintedNotes(reader);
});

/** The notes of each file in the folder for downloads that is there as a whole. */
async function savedFiles(): Promise<readonly number[]> {
  const names = (await readdir(downloads)).filter((name) => /^pressmark-backup-.*\.gz$/.test(name));
  const files = await Promise.all(names.map((name) => readFile(join(downloads, name))));
  return files.flatMap((file) => {
    try {
      return [gunzipSync(file).toString().split('"table":"annotations"').length - 1];
    } catch {
      return [];
    }
  });
}

test('saves a file outside of the browser once the reader allows it, and another one a week later', async () => {
  const notes = await Promise.all(Array.from({ length: 12 }, (_, n) => storedNote(n)));
  const ask = (message: unknown) =>
    session.run(`return browser.runtime.sendMessage(JSON.parse(arguments[0]));`, JSON.stringify(message));
  await session.openTab(session.extensionUrl('options.html?file#storage'));
  await ask({ type: 'notes.merge', annotations: notes, articles: [] });
  await reads(session, 'Notes: 12');
  expect(await savedFiles()).toEqual([]);
  // By keys: a press of the mouse could miss it while the page is still filling.
  await session.run(`document.querySelector('#storage input[type="checkbox"]').focus(); return null;`);
  await session.typeKeys(' ');
  await until('the first file', async () => (await savedFiles()).length === 1, 20_000);
  expect(await savedFiles()).toEqual([notes.length]);
  await until('that it is remembered', () =>
    session.run<boolean>(
      `return browser.storage.local.get('store-watch').then((all) => all['store-watch'].fileSaved !== null);`,
    ),
  );

  const fileSaved = new Date(Date.now() - 8 * 86_400_000).toISOString();
  await ask({ type: 'store.keepFiles', change: { fileSaved } });
  await session.terminateBackground();
  await session.goto(session.extensionUrl('options.html?later#storage'));
  await until('the second file', async () => (await savedFiles()).length === 2, 20_000);
});

test('keeps the daily backups of seven days, and what was deleted for thirty', async () => {
  await session.openTab(session.extensionUrl('welcome.html'));
  await expectDaysKept({
    run: (body) => session.run(`return (async () => { ${body} })();`),
    stopBackground: session.terminateBackground,
  });
});
