import { expect, type Page, test } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { killChromium, withProfile } from '../support/kill-chromium';
import { pressmarkFile, storedNote } from '../support/many-records';
import { rounds } from '../support/rounds';
import { choose, english, importFile, openLibrary } from './library-steps';
import { seededRandom, sleep } from './random';

const SEED = 20261127;
const NOTES = 1500;

async function fileOfNotes(): Promise<string> {
  const notes = await Promise.all(
    Array.from({ length: NOTES }, (_, n) => storedNote(n + 1, { body: `Note ${n}` })),
  );
  return pressmarkFile(notes);
}

/** A page of the extension that does nothing by itself, from which the test looks at the browser's own database. */
async function ownPage(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('welcome.html'));
  return page;
}

/** What stands in the database as the browser holds it, read without any of our code. */
function standing(page: Page): Promise<{ version: number; notes: number; whole: number }> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('pressmark'));
    const rows = await settled(database.transaction('annotations').objectStore('annotations').getAll());
    const { version } = database;
    database.close();
    const isWhole = (row: { record?: { versions?: { body?: string }[] } }) =>
      row.record?.versions?.[0]?.body?.startsWith('Note ');
    return { version, notes: rows.length, whole: rows.filter(isWhole).length };
  });
}

/** Waits until the background has nothing left to do for the store; it cannot be stopped before. */
async function waitUntilTended(page: Page): Promise<void> {
  const pending = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('pressmark');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('pending').objectStore('pending').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  await expect.poll(pending, { timeout: 60_000 }).toBe(0);
}

/** Turns the database back into one of the first schema, with the notes that are in it. */
function setBack(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const tables = ['annotations', 'articles', 'drafts', 'meta', 'wordList'];
    const now = await settled(indexedDB.open('pressmark'));
    const rows = new Map<string, unknown[]>();
    for (const table of tables)
      rows.set(table, await settled(now.transaction(table).objectStore(table).getAll()));
    now.close();
    await settled(indexedDB.deleteDatabase('pressmark'));
    const opening = indexedDB.open('pressmark', 10);
    opening.onupgradeneeded = () => {
      const made = (name: string, keyPath: string) => opening.result.createObjectStore(name, { keyPath });
      const annotations = made('annotations', 'id');
      annotations.createIndex('[article+deleted]', ['article', 'deleted']);
      annotations.createIndex('[deleted+updated]', ['deleted', 'updated']);
      made('articles', 'key').createIndex('urls', 'urls', { multiEntry: true });
      made('drafts', 'key');
      made('meta', 'key');
      made('wordList', 'id');
      for (const [name, all] of rows) for (const row of all) opening.transaction!.objectStore(name).put(row);
    };
    (await settled(opening)).close();
  });
}

test('has all of an import or nothing when the browser is killed while importing', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  const kills = rounds(1, 12);
  test.setTimeout(60_000 + kills * 25_000);
  const random = seededRandom(SEED);
  const text = await fileOfNotes();
  const found: number[] = [];
  for (let round = 0; round < kills; round++) {
    await withProfile(async (profile) => {
      const session = await launchChromium({ profile });
      const library = await openLibrary(session);
      await choose(library, 'team.jsonld', text);
      const apply = library.getByRole('button', { name: english('library_apply_count', NOTES) });
      await apply.click({ timeout: 30_000 });
      await sleep(random() * 2500);
      await killChromium(session);
      const again = await launchChromium({ profile });
      const { notes, whole } = await standing(await ownPage(again));
      found.push(notes);
      expect([0, NOTES], `round ${round}, seed ${SEED}`).toContain(notes);
      expect(whole).toBe(notes);
      await again.close();
    });
  }
  info.annotations.push({
    type: 'measured',
    description: `${kills} kills while importing ${NOTES}: ${found.join(', ')} stood; 0 torn`,
  });
});

test('has every note when the browser is killed while the database is brought up to date', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  const kills = rounds(1, 12);
  test.setTimeout(90_000 + kills * 25_000);
  const random = seededRandom(SEED + 1);
  const text = await fileOfNotes();
  const versions: number[] = [];
  await withProfile(async (profile) => {
    let session = await launchChromium({ profile });
    const library = await openLibrary(session);
    await importFile(library, text, [NOTES, 0, 0, 0]);
    await library.close();
    for (let round = 0; round < kills; round++) {
      const page = await ownPage(session);
      await waitUntilTended(page);
      await session.stopWorker();
      await setBack(page);
      await session.close();
      session = await launchChromium({ profile });
      // The first question wakes the background, which backs up and upgrades.
      await session.context.newPage().then((page) => page.goto(session.extensionUrl('popup.html')));
      await sleep(random() * 700);
      await killChromium(session);
      session = await launchChromium({ profile });
      const popup = await session.context.newPage();
      await popup.goto(session.extensionUrl('popup.html'));
      await expect(popup.locator('.note-body').first()).toBeVisible({ timeout: 20_000 });
      const { version, notes, whole } = await standing(popup);
      versions.push(version);
      expect({ notes, whole }, `round ${round}, seed ${SEED + 1}`).toEqual({ notes: NOTES, whole: NOTES });
      expect(version).toBeGreaterThan(10);
      await popup.close();
    }
    const options = await session.context.newPage();
    await options.goto(session.extensionUrl('options.html#storage'));
    await expect(options.getByText(english('storage_backup_upgrade')).first()).toBeVisible();
    await session.close();
  });
  info.annotations.push({
    type: 'measured',
    description: `${kills} kills while upgrading ${NOTES} notes, 0 lost`,
  });
});

test('says that another window holds the old database, and goes on when it lets go', async () => {
  const session = await launchChromium();
  const library = await openLibrary(session);
  await importFile(library, await fileOfNotes(), [NOTES, 0, 0, 0]);
  const holder = await ownPage(session);
  await library.close();
  await waitUntilTended(holder);
  await session.stopWorker();
  await setBack(holder);
  // A connection that does not let go, as of a page that hangs.
  await holder.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('pressmark', 10);
        opening.onsuccess = () => {
          (globalThis as { held?: IDBDatabase }).held = opening.result;
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  const popup = await session.context.newPage();
  await popup.goto(session.extensionUrl('popup.html'));
  await expect(popup.getByRole('alert')).toContainText(english('failure_blocked'), { timeout: 15_000 });
  await holder.close();
  await popup.reload();
  await expect(popup.locator('.note-body').first()).toBeVisible({ timeout: 15_000 });
  expect(await standing(popup)).toMatchObject({ notes: NOTES, whole: NOTES });
  await session.close();
});
