import { expect, type Page, test } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { pressmarkFile, storedNote } from '../support/many-records';
import { expectDaysKept } from './both/days-later';
import { english, importFile, openLibrary } from './library-steps';

const WORDS = ['first', 'second', 'third'];

/** A browser with three notes. */
async function withNotes(): Promise<ChromiumSession> {
  const session = await launchChromium();
  const library = await openLibrary(session);
  const notes = await Promise.all(WORDS.map((body, n) => storedNote(n + 1, { body })));
  await importFile(library, pressmarkFile(notes), [3, 0, 0, 0]);
  await library.close();
  return session;
}

async function openStorage(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('options.html#storage'));
  await expect(page.getByRole('heading', { name: english('storage_title') })).toBeVisible();
  return page;
}

async function openPopup(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('popup.html'));
  return page;
}

const press = (page: Page, key: string) =>
  page.getByRole('button', { name: english(key), exact: true }).click();
const notesIn = (page: Page) => page.locator('#storage');

/** Deletes the database as the browser does when it throws it away: without a word to the extension. */
async function loseDatabase(session: ChromiumSession): Promise<void> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('welcome.html'));
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('pressmark');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
  await page.close();
}

test('notices a lost database, says so, and restores it from the backup beside it', async () => {
  const session = await withNotes();
  const before = await openStorage(session);
  await press(before, 'storage_back_up');
  await expect(before.getByText(english('storage_backed_up'))).toBeVisible();
  await before.close();
  await loseDatabase(session);

  const popup = await openPopup(session);
  await expect(popup.getByRole('alert')).toContainText('(3)', { timeout: 10_000 });
  const storage = await openStorage(session);
  await expect(notesIn(storage).getByRole('alert')).toContainText('3 notes');
  await notesIn(storage)
    .getByRole('alert')
    .getByRole('button', { name: english('storage_see_restore') })
    .click();
  await expect(storage.getByText(english('storage_plan_missing', 3))).toBeVisible();
  await storage.screenshot({ path: 'test-results/storage-loss.png', fullPage: true });
  await press(storage, 'storage_restore');
  await expect(storage.getByText(english('storage_restored', 3))).toBeVisible();
  await expect(notesIn(storage).getByRole('alert')).toHaveCount(0);
  for (const word of WORDS) await expect(popup.locator('.note-body', { hasText: word })).toBeVisible();
  expect((await session.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
});

test('takes back and makes again, gives back from the bin, and deletes everything at last', async () => {
  const session = await withNotes();
  const popup = await openPopup(session);
  const noted = (word: string) => popup.locator('.note-body', { hasText: word });
  await popup.getByRole('button', { name: `${english('card_delete')}: second` }).click();
  await expect(noted('second')).toHaveCount(0);
  await popup.getByRole('button', { name: `${english('popup_undo')}: ${english('change_delete')}` }).click();
  await expect(noted('second')).toBeVisible();
  await popup.getByRole('button', { name: `${english('popup_redo')}: ${english('change_delete')}` }).click();
  await expect(noted('second')).toHaveCount(0);

  const storage = await openStorage(session);
  await storage.getByRole('button', { name: `${english('storage_give_back')}: second` }).click();
  await expect(noted('second')).toBeVisible();
  await expect(storage.getByText(english('storage_bin_empty'))).toBeVisible();
  await popup.bringToFront();
  await popup.keyboard.press('Control+z');
  await expect(noted('second')).toHaveCount(0);
  await popup.keyboard.press('Control+Shift+z');
  await expect(noted('second')).toBeVisible();

  const [download] = await Promise.all([
    storage.waitForEvent('download'),
    press(storage, 'storage_save_file'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^pressmark-backup-\d{4}-\d\d-\d\d\.jsonl\.gz$/);
  const file = await download.path();
  // Two surfaces may change a setting in the same moment; neither undoes what the other did.
  const settings = await storage.evaluate(async () => {
    const changes = [
      { author: 'Ana' },
      { keepsRead: true },
      { hidesMarks: true },
      { adderOff: ['a.example'] },
    ];
    // biome-ignore lint/suspicious/noExplicitAny: this runs in the page, where `chrome` is a global without types
    const { runtime } = (globalThis as any).chrome;
    await Promise.all(changes.map((change) => runtime.sendMessage({ type: 'settings.change', change })));
    return (await runtime.sendMessage({ type: 'settings.read' })).value.settings;
  });
  expect(settings).toMatchObject({
    author: 'Ana',
    keepsRead: true,
    hidesMarks: true,
    adderOff: ['a.example'],
  });
  await press(storage, 'storage_erase');
  await press(storage, 'storage_erase_now');
  await expect(storage.getByText(english('storage_erased'))).toBeVisible();
  await expect(popup.locator('.note-body')).toHaveCount(0);
  await expect(storage.getByText(english('storage_no_backups'))).toBeVisible();
  await expect(notesIn(storage).getByRole('alert')).toHaveCount(0);

  await notesIn(storage).locator('input[type=file]').setInputFiles(file);
  await press(storage, 'storage_restore');
  await expect(storage.getByText(english('storage_restored', 3))).toBeVisible();
  for (const word of WORDS) await expect(noted(word)).toBeVisible();
  await session.close();
});

test('gives back what was being edited when the popup was closed', async () => {
  const session = await withNotes();
  const popup = await openPopup(session);
  await popup.getByRole('button', { name: `${english('card_edit')}: third` }).click();
  await popup.locator('textarea').fill('third, and half a thou');
  await expect(popup.getByText(english('editor_draft_kept'))).toBeVisible();
  await popup.close();
  const again = await openPopup(session);
  await expect(again.locator('textarea')).toHaveValue('third, and half a thou');
  await again.getByRole('button', { name: english('editor_save'), exact: true }).click();
  await expect(again.locator('.note-body', { hasText: 'half a thou' })).toBeVisible();
  await again.close();
  const last = await openPopup(session);
  await expect(last.locator('.note-body').first()).toBeVisible();
  await expect(last.locator('textarea')).toHaveCount(0);
  await session.close();
});

test('keeps the daily backups of seven days, and what was deleted for thirty', async () => {
  const session = await launchChromium();
  const own = await session.context.newPage();
  await own.goto(session.extensionUrl('welcome.html'));
  await expectDaysKept({
    run: (body) => own.evaluate(`(async () => { ${body} })()`),
    stopBackground: session.stopWorker,
  });
  await session.close();
});

test('leaves newer data untouched, shows it, and saves it to a file', async () => {
  const session = await withNotes();
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('welcome.html'));
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('pressmark', 990);
        request.onupgradeneeded = () =>
          request.result.createObjectStore('from-the-future', { keyPath: 'id' });
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );
  const popup = await openPopup(session);
  await expect(popup.getByRole('alert')).toContainText(english('failure_newer_data'));
  for (const word of WORDS) await expect(popup.locator('.note-body', { hasText: word })).toBeVisible();
  await popup.getByRole('button', { name: `${english('card_delete')}: first` }).click();
  await expect(popup.locator('.toast')).toContainText(english('failure_newer_data'));
  const storage = await openStorage(session);
  await expect(notesIn(storage).getByText(english('failure_newer_data'))).toBeVisible();
  const [download] = await Promise.all([
    storage.waitForEvent('download'),
    press(storage, 'storage_save_file'),
  ]);
  expect(await download.path()).toBeTruthy();
  const version = await page.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(version).toBe(990);
  await session.close();
});
