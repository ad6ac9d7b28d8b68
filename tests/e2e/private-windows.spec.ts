import { expect, type Page, test } from '@playwright/test';
import { type ChromiumSession, launchChromium } from '../support/chromium';
import { allowPrivate, openPrivatePopup, openPrivateWindow } from '../support/chromium-private';
import { withProfile } from '../support/kill-chromium';
import { type PrivateBrowser, privateWindowKeepsNothing } from './both/private-windows';
import { chromiumReader } from './chromium-reader';
import { english } from './library-steps';

type OpenedPrivate = PrivateBrowser & { readonly session: ChromiumSession };

async function openBrowser(profile: string): Promise<OpenedPrivate> {
  const session = await launchChromium({ profile });
  await allowPrivate(session);
  const own = await session.context.newPage();
  await own.goto(session.extensionUrl('welcome.html?own'));
  const reader = await chromiumReader(session);
  let page: Page | null = null;
  return {
    session,
    reader,
    profile,
    openPrivate: async (url) => {
      page = await openPrivateWindow(session, url);
      await reader.turnToActive(url);
    },
    closePrivate: async () => {
      await page?.close();
      await own.bringToFront();
      await reader.turnToActive(own.url());
    },
    inOwnPage: (body) => own.evaluate(`(async () => { ${body} })()`),
    close: async () => void (await session.close()),
  };
}

/** Edits the stored note in the popup of the private window, without saving, and opens the popup again. */
async function editInPopup({ session }: OpenedPrivate): Promise<void> {
  const edit = `document.querySelector('button[aria-label^="${english('card_edit')}"]')`;
  const field = "document.querySelector('.editor textarea')";
  const popup = await openPrivatePopup(session);
  await expect.poll(() => popup.evaluate<boolean>(`${edit} !== null`)).toBe(true);
  // What a normal window keeps as a draft is not given back here.
  expect(await popup.evaluate<boolean>(`${field} === null`)).toBe(true);
  await popup.evaluate(`${edit}.click()`);
  await expect.poll(() => popup.evaluate<boolean>(`${field} !== null`)).toBe(true);
  await popup.evaluate(
    `${field}.value = 'whisperedquietly in the popup';
     ${field}.dispatchEvent(new Event('input', { bubbles: true }));`,
  );
  const said = (selector: string) =>
    popup.evaluate<string>(`document.querySelector('.editor ${selector}').textContent`);
  await expect.poll(() => said('.status')).toBe(english('editor_draft_private'));
  expect(await said('.hint')).toBe(english('editor_private'));
  await popup.evaluate('window.close()').catch(() => undefined);
  const again = await openPrivatePopup(session);
  await expect
    .poll(() => again.evaluate<string>(`${field}?.value ?? ''`))
    .toBe('whisperedquietly in the popup');
  await again.evaluate('window.close()').catch(() => undefined);
}

test('a private window beside a normal one keeps nothing but what is saved', async ({ browserName }) => {
  expect(browserName).toBe('chromium');
  await withProfile((profile) => privateWindowKeepsNothing(() => openBrowser(profile), editInPopup));
});
