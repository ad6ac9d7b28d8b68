import { test } from '@playwright/test';
import { english } from '../e2e/library-steps';
import { openSite, type Site } from '../e2e/site';
import { expectNotesHere, waitForMarks, waitForPaintedNotes, writeNote } from '../e2e/steps';
import { type FirefoxSession, firefoxMissing, launchFirefox } from '../support/firefox';
import { until } from '../support/surfaces';
import { firefoxReader } from './firefox-reader';

const PASSAGE = 'the dismissals had been a mistake';

// A browser of its own: what is lost and deleted here are all of a reader's notes.
let site: Site;
let session: FirefoxSession;
test.beforeAll(async () => {
  const missing = firefoxMissing();
  test.skip(missing !== null, missing ?? '');
  site = await openSite();
  session = await launchFirefox();
});
test.afterAll(async () => {
  await session?.close();
  await site?.close();
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
