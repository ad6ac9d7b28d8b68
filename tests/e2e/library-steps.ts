import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import type { ChromiumSession } from '../support/chromium';
import { english } from '../support/english';
import { selectText } from '../support/page-probes';

export { english };

/** Writes a note on a passage through the adder, and waits until it is saved. */
export async function annotate(
  session: ChromiumSession,
  page: Page,
  passage: string,
  words: string,
): Promise<void> {
  await page.bringToFront();
  const shadow = session.shadow(page);
  await selectText(page, passage);
  await shadow.click('.adder .button.primary');
  await shadow.waitFor('.editor textarea');
  await page.keyboard.type(words);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => shadow.count('.editor textarea')).toBe(0);
}

/** Opens the page for export and import. */
export async function openLibrary(session: ChromiumSession): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(session.extensionUrl('library.html#exchange'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(english('library_title'));
  return page;
}

/** Saves everything that is chosen as a file of the given format and answers its text and path. */
export async function exportAs(
  library: Page,
  format: string,
): Promise<{ text: string; path: string; name: string }> {
  await library.getByRole('radio', { name: english(`format_${format}`) }).check();
  const [download] = await Promise.all([
    library.waitForEvent('download'),
    library.getByRole('button', { name: english('library_save_file') }).click(),
  ]);
  const path = await download.path();
  return { text: await readFile(path, 'utf8'), path, name: download.suggestedFilename() };
}

/** Gives the library a file, as text, under a name. */
export async function choose(library: Page, name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'application/ld+json', buffer: Buffer.from(text) };
  await library.locator('input[type=file]').setInputFiles(file);
}

/** Imports a file whose preview must read `plan`: new, same, changed, conflicting. */
export async function importFile(
  library: Page,
  text: string,
  plan: readonly [number, number, number, number],
): Promise<void> {
  await choose(library, 'from-a-colleague.annotations.jsonld', text);
  const kinds = ['new', 'same', 'changed', 'conflicting'] as const;
  const lines = kinds.map((kind, at) => ({ kind, count: plan[at] ?? 0 })).filter(({ count }) => count > 0);
  await expect(library.locator('.plan li')).toHaveText(
    lines.map(({ kind, count }) => english(`library_plan_${kind}`, count)),
    { timeout: 30_000 },
  );
  await library
    .getByRole('button', { name: english('library_apply_count', plan[0] + plan[2] + plan[3]) })
    .click();
  await expect(library.getByText(/^Done:/)).toBeVisible({ timeout: 60_000 });
}
