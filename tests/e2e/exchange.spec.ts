import { expect, type Page, test } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { pressmarkFile, storedNote } from '../support/many-records';
import { annotate, choose, english, exportAs, importFile, openLibrary } from './library-steps';
import { openSite, type Site } from './site';

const FIRST = 'Tarvia and Meridon agreed early on Tuesday';
const RIVER = 'no business of its neighbours';
const SECOND = 'the dismissals had been a mistake';

let site: Site;
test.beforeAll(async () => {
  site = await openSite();
});
test.afterAll(() => site.close());

async function readSample(session: ChromiumSession, path = 'harbour-talks.html'): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(site.url(path));
  await expect.poll(() => page.evaluate(() => CSS.highlights.size), { timeout: 15_000 }).toBeGreaterThan(0);
  return page;
}

/** Edits the one note that contains `before` in the popup. */
async function editNote(session: ChromiumSession, page: Page, before: string, after: string): Promise<void> {
  const popup = await session.openPopup(page);
  const here = popup.locator('section[aria-labelledby="notes-here"]');
  await here.getByRole('button', { name: `${english('card_edit')}: ${before}` }).click();
  await popup.locator('textarea').first().fill(after);
  await popup
    .getByRole('button', { name: english('editor_save') })
    .first()
    .click();
  await expect(here.locator('.note-body', { hasText: after })).toBeVisible();
  await popup.close();
}

test('the journey of a researcher: notes on two articles, exported whole, by article and as a selection, in each format', async () => {
  const session = await launchChromium();
  const page = await readSample(session);
  await annotate(session, page, FIRST, '=SUM(A1) check; the "date"');
  await annotate(session, page, SECOND, 'ask the authority');
  const other = await readSample(session, 'river-compact.html');
  await annotate(session, other, RIVER, 'another article');
  const library = await openLibrary(session);

  const all = JSON.parse((await exportAs(library, 'json_ld')).text);
  expect(all.type).toContain('AnnotationCollection');
  expect(JSON.stringify(all)).toContain('ask the authority');
  expect(all.total).toBe(3);

  await library.getByRole('radio', { name: english('library_scope_article') }).check();
  const csv = await exportAs(library, 'csv');
  expect(csv.name).toMatch(/^pressmark-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.text.startsWith('\uFEFF')).toBe(true);
  for (const cell of csv.text.slice(1).split(/[,\r\n]+/))
    expect(cell.replace(/^"/, '')).not.toMatch(/^[=+@]/);

  await library.getByRole('radio', { name: english('library_scope_selected') }).check();
  await library.getByRole('checkbox', { name: 'ask the authority' }).check();
  const markdown = await exportAs(library, 'markdown');
  expect(markdown.text).toContain('ask the authority');
  expect(markdown.text).not.toContain('another article');
  expect((await session.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
});

test('the journey of a team: two people edit the same note, merge both ways, see both versions and settle them', async () => {
  const [mai, ivo] = [await launchChromium(), await launchChromium()];
  const [maiPage, ivoPage] = [await readSample(mai), await readSample(ivo)];
  await annotate(mai, maiPage, FIRST, 'first words');
  await annotate(mai, maiPage, SECOND, 'to be deleted');
  const [maiLibrary, ivoLibrary] = [await openLibrary(mai), await openLibrary(ivo)];
  await importFile(ivoLibrary, (await exportAs(maiLibrary, 'json_ld')).text, [2, 0, 0, 0]);

  await editNote(mai, maiPage, 'first words', 'words of Mai');
  await editNote(ivo, ivoPage, 'first words', 'words of Ivo');
  await editNote(ivo, ivoPage, 'to be deleted', 'kept by Ivo');
  const popup = await mai.openPopup(maiPage);
  await popup
    .getByRole('button', { name: `${english('card_delete')}: to be deleted` })
    .first()
    .click();
  await expect(popup.getByText(english('toast_deleted'))).toBeVisible();
  await popup.close();

  const fromMai = (await exportAs(maiLibrary, 'json_ld')).text;
  const fromIvo = (await exportAs(ivoLibrary, 'json_ld')).text;
  await importFile(ivoLibrary, fromMai, [0, 0, 0, 2]);
  await importFile(maiLibrary, fromIvo, [0, 0, 0, 2]);

  for (const [session, page] of [
    [mai, maiPage],
    [ivo, ivoPage],
  ] as const) {
    const both = await session.openPopup(page);
    const conflicts = both.locator('section[aria-labelledby="notes-here"] .conflict');
    await expect(conflicts).toHaveCount(2);
    await expect(conflicts.filter({ hasText: 'words of Mai' })).toContainText('words of Ivo');
    await expect(conflicts.filter({ hasText: 'kept by Ivo' })).toContainText(english('conflict_deleted'));
    await both.close();
  }

  const settling = await ivo.openPopup(ivoPage);
  const here = settling.locator('section[aria-labelledby="notes-here"]');
  const choice = (words: string) =>
    here.locator('.conflict li', { hasText: words }).getByRole('button', { name: english('conflict_keep') });
  await choice('words of Mai').click();
  await expect(here.locator('.conflict')).toHaveCount(1);
  await choice('kept by Ivo').click();
  await expect(here.locator('.conflict')).toHaveCount(0);
  await settling.close();
  await importFile(maiLibrary, (await exportAs(ivoLibrary, 'json_ld')).text, [0, 0, 2, 0]);
  const settled = await mai.openPopup(maiPage);
  const notes = settled.locator('section[aria-labelledby="notes-here"] .note-body');
  await expect(notes).toHaveText(['words of Mai', 'kept by Ivo']);
  expect((await mai.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
  expect((await ivo.close()).filter(({ byExtension }) => byExtension)).toEqual([]);
});

test('a bad file is named for what it is, changes nothing and runs nothing', async () => {
  const session = await launchChromium();
  const library = await openLibrary(session);
  const attack = '<img src=x onerror="document.title=`pwned`"><script>document.title="pwned"</script>';
  const good = pressmarkFile([await storedNote(1, { body: attack, tags: [attack] }, 'device-a')]);
  const refused: [string, string, string][] = [
    ['words.jsonld', 'just words', 'library_file_not_json'],
    ['other.json', '{"dependencies": {}}', 'library_file_other_json'],
    ['cut.jsonld', good.slice(0, Math.floor(good.length / 2)), 'library_file_cut_off'],
    ['empty.jsonld', '', 'library_file_empty'],
  ];
  for (const [name, text, key] of refused) {
    await choose(library, name, text);
    await expect(library.getByText(english(key))).toBeVisible();
  }
  await choose(library, 'polluted.jsonld', good.replace('{', '{"__proto__": {"polluted": true},'));
  await expect(library.locator('.plan, .problem').first()).toBeVisible();
  expect(await library.evaluate(() => ({}) as { polluted?: boolean })).toEqual({});
  await importFile(library, good, [1, 0, 0, 0]);
  await choose(library, 'again.jsonld', good);
  await expect(library.getByText(english('library_nothing_new'))).toBeVisible();
  const popup = await session.openPopup(library);
  await expect(popup.locator('.note-body').first()).toContainText('<img src=x');
  await library.getByRole('radio', { name: english('library_scope_selected') }).check();
  expect(await popup.title()).not.toBe('pwned');
  expect(await library.title()).not.toBe('pwned');
  await session.close();
});

test('ten thousand notes come in whole, and the popup lists and searches them at once', async () => {
  test.slow();
  const session = await launchChromium();
  const library = await openLibrary(session);
  const records = await Promise.all(
    Array.from({ length: 10_000 }, (_, n) => storedNote(n + 1, { tags: n % 10 ? ['ports'] : ['budget'] })),
  );
  const start = performance.now();
  await importFile(library, pressmarkFile(records), [10_000, 0, 0, 0]);
  const imported = performance.now() - start;
  const popup = await session.openPopup(library);
  await expect(popup.locator('section[aria-labelledby="notes-all"] .note').first()).toBeVisible();
  const shown = await popup.evaluate(() => performance.getEntriesByName('notes-shown')[0]?.startTime ?? -1);
  const before = performance.now();
  await popup.getByRole('searchbox').fill('note 777');
  await expect(popup.locator('section[aria-labelledby="notes-all"] .note-body').first()).toContainText('777');
  const searched = performance.now() - before;
  console.log(
    `10,000 notes: import with preview ${imported.toFixed(0)} ms, popup list ${shown.toFixed(0)} ms, search ${searched.toFixed(0)} ms`,
  );
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(1500);
  await filterBy(popup);
  await session.close();
});

/** Filters the ten thousand by tag, site and days; where nothing is left, lifts what the popup says. */
async function filterBy(popup: Page): Promise<void> {
  const all = popup.locator('section[aria-labelledby="notes-all"]');
  const found = (count: string) => expect(all.getByText(english('finder_found', count))).toBeVisible();
  await popup.getByRole('searchbox').fill('');
  await all.getByRole('button', { name: english('finder_filter'), exact: true }).click();
  await all.getByLabel(english('filter_tag')).selectOption({ label: 'budget (1000)' });
  await found('1,000');
  await all.getByLabel(english('filter_site')).selectOption('news.example');
  await all.getByLabel(english('finder_sort')).selectOption('place');
  await found('1,000');
  await expect(all.locator('.chip .count')).toHaveText(['1,000', '10,000']);
  await all.getByLabel(english('filter_from')).fill('2027-01-01');
  await found('0');
  await all.locator('.nothing-found button').first().click();
  await found('1,000');
  await expect(all.locator('.chip')).toHaveCount(2);
  await all.getByRole('button', { name: english('filter_clear') }).click();
  await expect(all.locator('.note')).toHaveCount(20);
  await all.getByRole('button', { name: english('finder_more') }).click();
  await expect(all.locator('.note')).toHaveCount(120);
}
