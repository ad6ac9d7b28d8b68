import { expect, type Page, test } from '@playwright/test';
import type { ChromiumSession } from '../support/chromium';
import type { Shadow } from '../support/surfaces';
import { focusIn, tabTo, type Walked, walkThrough } from './keyboard-walk';
import { annotate, english } from './library-steps';
import { type OpenedSample, openSample } from './opened-sample';

const FIRST = 'ending a 41-day closure';
const SECOND = 'the dismissals had been a mistake';

let sample: OpenedSample;
let session: ChromiumSession;
let page: Page;
let shadow: Shadow;

test.beforeAll(async () => {
  sample = await openSample();
  ({ session, page } = sample);
  shadow = session.shadow(page);
  await annotate(session, page, FIRST, 'How many days?');
  await annotate(session, page, SECOND, 'Who says so?');
});
test.afterAll(() => sample.close());

/** One of the extension's own pages, walked through by keys. */
const byKeys = (surface: Page): Walked => ({
  ask: (source) => surface.evaluate(`(${source})(document)`),
  press: (keys) => surface.keyboard.press(keys),
});

/** Our closed root in the article. */
const inArticle: Walked = {
  ask: (source) => shadow.evaluate('.cards', `(e) => (${source})(e.getRootNode())`),
  press: (keys) => page.keyboard.press(keys),
};

/** Opens one of the extension's own pages, once it has what it shows, with everything that can be folded open. */
async function open(path: string, shows: string): Promise<Page> {
  const tab = /popup|sidepanel/.test(path) ? `?tab=${await session.tabId(page)}` : '';
  const surface = await session.context.newPage();
  await surface.goto(session.extensionUrl(path + tab));
  await expect(surface.locator(shows).first()).toBeVisible({ timeout: 15_000 });
  // Everything is there: what is stored and what the page tells come one after the other.
  await expect(surface.locator('td', { hasText: /^…$/ })).toHaveCount(0);
  await expect(surface.locator('.index-progress')).toHaveCount(0);
  let [count, last] = [0, -1];
  const isStill = async () => {
    last = count;
    count = await surface.locator('button, a, input, select, summary').count();
    return count === last;
  };
  await expect.poll(isStill, { intervals: [600] }).toBe(true);
  return surface;
}

const unfold = (surface: Page, which: string) =>
  surface.evaluate((selector) => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(selector)) details.open = true;
  }, which);

/** Lets the background handle one of the extension's keys, as the browser does when it is pressed. */
async function command(name: string): Promise<void> {
  const tab = await session.tabId(page);
  const worker = await session.worker();
  await worker.evaluate(
    `chrome.tabs.get(${tab}).then((tab) => chrome.commands.onCommand.dispatch(${JSON.stringify(name)}, tab))`,
  );
}

/** Goes from mark to mark until a card of this kind has the focus. */
async function walkToCard(kind: 'actor' | 'claim' | 'note'): Promise<void> {
  for (let step = 0; step < 40; step++) {
    await command('next-mark');
    await shadow.waitFor('.card');
    if ((await shadow.count(`.${kind}-card`)) > 0) return;
  }
  throw new Error(`no card of a ${kind}`);
}

const PAGES: readonly (readonly [path: string, shows: string, folded: string])[] = [
  ['popup.html', 'section[aria-labelledby="notes-all"] .heading .button', 'details'],
  ['sidepanel.html', '.note-group .note', '.why, .legend'],
  ['library.html#articles', '.library-table tbody tr', 'details'],
  ['library.html#actors', '.library-table tbody tr', 'details'],
  ['library.html#claims', '.claim-rows li', 'details'],
  ['library.html#notes', '.notes .note', 'details'],
  ['library.html#exchange', '#library-panel input[type=radio]', 'details'],
  ['options.html', '#keys', 'details'],
  ['welcome.html', 'iframe', 'details'],
];

for (const [path, shows, folded] of PAGES) {
  test(`Tab stops once at everything in ${path}, in order, and Shift+Tab leads back`, async () => {
    const surface = await open(path, shows);
    await unfold(surface, folded);
    expect((await walkThrough(byKeys(surface))).length).toBeGreaterThan(1);
    await surface.close();
  });
}

test('the cards of actors, claims and notes are walked through, Esc closes each, and a deletion can be taken back by keys', async () => {
  await page.bringToFront();
  for (const kind of ['actor', 'claim', 'note'] as const) {
    await walkToCard(kind);
    await shadow.evaluate(
      '.card',
      '(e) => { for (const d of e.querySelectorAll("details")) d.open = true; }',
    );
    await walkThrough(inArticle);
    await shadow.evaluate('.card', '(e) => e.focus()');
    await page.keyboard.press('Escape');
    await expect.poll(() => shadow.count('.card')).toBe(0);
  }
  await walkToCard('note');
  await tabTo(inArticle, english('card_delete'));
  await page.keyboard.press('Enter');
  await expect.poll(() => focusIn(inArticle)).toContain(english('toast_undo'));
  await page.keyboard.press('Enter');
  await expect.poll(() => shadow.count('.toast')).toBe(0);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('h7')?.size ?? 0)).toBe(2);
  // An actor is corrected by keys, and that is taken back.
  await walkToCard('actor');
  await tabTo(inArticle, english('correct_title'));
  await page.keyboard.press('Enter');
  await tabTo(inArticle, english('correct_not_an_actor'));
  await page.keyboard.press('Enter');
  await expect.poll(() => focusIn(inArticle)).toContain(english('toast_undo'));
  await page.keyboard.press('Enter');
  await expect.poll(() => shadow.count('.toast')).toBe(0);
});

test('Esc closes the card that the pointer holds open, and nothing is said of a mark', async () => {
  await page.bringToFront();
  const regions = '[aria-live], [role=status], [role=alert], output';
  expect(await shadow.count(regions)).toBe(1);
  await shadow.evaluate(
    '[role=status]',
    `(e) => {
       const log = (globalThis.saidByUs = []);
       new MutationObserver(() => log.push(e.textContent)).observe(e, { childList: true, subtree: true, characterData: true });
     }`,
  );
  const line = await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    const [part] = [...(CSS.highlights.get('h1') ?? [])];
    const range = document.createRange();
    range.setStart(part!.startContainer, part!.startOffset);
    range.setEnd(part!.endContainer, part!.endOffset);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    (document.activeElement as HTMLElement | null)?.blur();
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('keydown', ({ key }) => heard.push(key));
    const { left, top, width, height } = range.getClientRects()[0]!;
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(line.x - 40, line.y - 60);
  await page.mouse.move(line.x, line.y, { steps: 4 });
  await shadow.waitFor('.actor-card');
  await page.keyboard.press('Escape');
  await expect.poll(() => shadow.count('.actor-card')).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['Escape']);
  await command('next-mark');
  await shadow.waitFor('.card');
  await command('next-mark');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => (globalThis as unknown as { saidByUs: string[] }).saidByUs)).toEqual([]);
});

test('the help over the article is walked through and closes with Esc before the mode does', async () => {
  await page.bringToFront();
  // Over a mark the pointer opens its card once the help has gone, and Esc closes that first.
  await page.mouse.move(1, 1);
  await command('reading-keys');
  await shadow.waitFor('.keys-sign');
  await page.keyboard.press('?');
  await shadow.waitFor('dialog[open]');
  await walkThrough(inArticle);
  await page.keyboard.press('Escape');
  await expect.poll(() => shadow.count('dialog')).toBe(0);
  expect(await shadow.count('.keys-sign')).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => shadow.count('.keys-sign')).toBe(0);
});

test('the popup is used by keys: the article corrected, notes edited, filtered, deleted and given back; the focus is never lost', async () => {
  const popup = await open('popup.html', '.notes .note');
  const keys = byKeys(popup);
  const press = (name: string) => popup.keyboard.press(name);
  const focus = () => focusIn(keys);

  await tabTo(keys, english('about_article'));
  await press('Enter');
  await tabTo(keys, english('about_correct'));
  await press('Enter');
  await expect.poll(focus).toContain(english('facts_title'));
  await press('Escape');
  await expect.poll(focus).toContain(english('about_correct'));

  await press('?');
  await expect(popup.locator('dialog')).toBeVisible();
  await walkThrough(keys);
  await press('Escape');
  await expect(popup.locator('dialog')).toHaveCount(0);
  expect(await focus()).toContain(english('about_correct'));

  await tabTo(keys, `${english('card_edit')}: How many`);
  await press('Enter');
  await expect.poll(focus).toContain('textarea');
  await press('Escape');
  await expect.poll(focus).toContain(FIRST);
  await tabTo(keys, `${english('card_edit')}: How many`);
  await press('Enter');
  await expect.poll(focus).toContain('textarea');
  await press('Tab');
  await popup.keyboard.type('days, later');
  await press('Control+Enter');
  await expect(popup.getByText('#days #later').first()).toBeVisible();
  await expect.poll(focus).toContain(FIRST);

  await tabTo(keys, english('finder_filter'));
  await press('Enter');
  await tabTo(keys, english('filter_tag'));
  await press('ArrowDown');
  const chip = popup.locator('.chip');
  await expect(chip).toHaveCount(1);
  await tabTo(keys, english('chip_remove', ''));
  await press('Enter');
  await expect(chip).toHaveCount(0);
  await expect.poll(focus).not.toBe('');

  await tabTo(keys, `${english('card_delete')}: How many`);
  await press('Enter');
  await expect(popup.getByRole('button', { name: english('toast_undo'), exact: true })).toBeVisible();
  await expect.poll(focus).toContain(SECOND);
  await tabTo(keys, `button "${english('toast_undo')}"`);
  await press('Enter');
  await expect(popup.locator('section[aria-labelledby="notes-here"] .note')).toHaveCount(2);
  await expect.poll(focus).not.toBe('');
  await popup.close();
});

test('the options are used by keys: a site added and removed, an erasure and a new key given up', async () => {
  const options = await open('options.html', '#keys');
  const keys = byKeys(options);
  const press = (name: string) => options.keyboard.press(name);
  const focus = () => focusIn(keys);
  await tabTo(keys, english('options_site'));
  await options.keyboard.type('news.example');
  await press('Tab');
  await press('Enter');
  await expect(options.getByText('news.example', { exact: true })).toBeVisible();
  await expect.poll(focus, 'the button is switched off, the focus beside it').not.toBe('');
  await tabTo(keys, `${english('options_remove')}: news.example`, 'Shift+Tab');
  await press('Enter');
  await expect(options.getByText('news.example', { exact: true })).toHaveCount(0);
  await expect.poll(focus).not.toBe('');

  await tabTo(keys, english('storage_erase'));
  await press('Enter');
  await expect.poll(focus).toContain(english('storage_save_file'));
  await tabTo(keys, english('library_cancel'));
  await press('Enter');
  await expect.poll(focus).toContain(english('storage_erase'));

  await tabTo(keys, english('key_next_claim'));
  await press('Enter');
  await press('Escape');
  expect(await focus()).toContain(english('key_next_claim'));
  await options.close();
});

test('the library is used by keys: the arrows of its tabs, all notes tagged, deleted and given back', async () => {
  const library = await open('library.html#articles', '[role=tab]');
  const keys = byKeys(library);
  const press = (name: string) => library.keyboard.press(name);
  await tabTo(keys, english('library_tab_articles'));
  for (const tab of ['actors', 'claims', 'notes'] as const) {
    await press('ArrowRight');
    expect(await focusIn(keys)).toContain(english(`library_tab_${tab}`));
  }
  await expect(library.locator('.notes .note')).toHaveCount(2);
  await tabTo(keys, english('select_shown'));
  await press('Space');
  await walkThrough(keys);
  await tabTo(keys, english('select_delete'));
  await press('Enter');
  await expect(library.locator('.notes .note')).toHaveCount(0);
  await expect.poll(() => focusIn(keys)).not.toBe('');
  await tabTo(keys, english('toast_undo'));
  await press('Enter');
  await expect(library.locator('.notes .note')).toHaveCount(2);
  await expect.poll(() => focusIn(keys)).not.toBe('');
  await library.close();
});
