import { expect, test } from '@playwright/test';
import { type PrivateBrowser, privateWindowKeepsNothing } from '../e2e/both/private-windows';
import { english } from '../e2e/library-steps';
import { type FirefoxSession, firefoxMissing, launchFirefox } from '../support/firefox';
import { firefoxReader } from './firefox-reader';

type OpenedPrivate = PrivateBrowser & { readonly session: FirefoxSession };

async function openBrowser(): Promise<OpenedPrivate> {
  const session = await launchFirefox({ allowPrivate: true });
  const { marionette } = session;
  const own = await session.openTab(session.extensionUrl('welcome.html?own'));
  const front = async () => (await marionette.send<{ value: string }>('WebDriver:GetWindowHandle')).value;
  return {
    session,
    reader: firefoxReader(session),
    profile: null,
    openPrivate: async (url) => {
      const { handle } = await marionette.send<{ handle: string }>('WebDriver:NewWindow', {
        type: 'window',
        private: true,
      });
      await session.switchTo(handle);
      await session.goto(url);
    },
    closePrivate: async () => {
      await marionette.send('WebDriver:CloseWindow');
      await session.switchTo(own);
    },
    inOwnPage: async <T>(body: string): Promise<T> => {
      const before = await front();
      await session.switchTo(own);
      try {
        return await session.run<T>(`return (async () => { ${body} })();`);
      } finally {
        await session.switchTo(before);
      }
    },
    close: () => session.close(),
  };
}

/** Firefox lets no page of ours read in a private window; that is said for what it is. */
async function seePopup({ reader }: OpenedPrivate): Promise<void> {
  const popup = await reader.popup();
  const said = () => popup.evaluate<string>("document.querySelector('.store-state')?.textContent ?? ''");
  await expect.poll(said).toContain(english('reading_unavailable'));
  await reader.closePopup(popup);
}

test('a private window beside a normal one keeps nothing but what is saved', async ({ browserName: _ }) => {
  const missing = firefoxMissing();
  test.skip(missing !== null, missing ?? '');
  await privateWindowKeepsNothing(openBrowser, seePopup);
});
