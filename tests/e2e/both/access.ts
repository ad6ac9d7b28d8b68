import { expect } from '@playwright/test';
import type { ReaderTest } from '../fixtures';
import { awaitTexts, inPopup, textsIn, waitForMarks } from '../steps';

/** Where the extension may not, or cannot, read. */
export function accessTests(test: ReaderTest): void {
  test('says that access was withdrawn, with the way back, and goes on once it is given', async ({
    reader,
    site,
  }) => {
    await reader.goto(site.url('harbour-talks.html'));
    await waitForMarks(reader);
    try {
      await reader.setAccess(false);
      await reader.reload();
      const looked = await inPopup(reader, async (popup) => [
        ...(await awaitTexts(popup, '.summary p')),
        ...(await textsIn(popup, '.summary button')),
      ]);
      if (reader.browser === 'chromium') {
        expect(looked[0]).toContain('no access to this site');
        expect(looked).toContain('Allow on this site');
        expect(await reader.highlights()).toEqual({});
      } else {
        // Firefox takes the press of the button itself for the way back: it lets us in until the page is left.
        await waitForMarks(reader);
        await reader.reload();
        await expect.poll(() => reader.run('return document.readyState;')).toBe('complete');
        expect(await reader.highlights()).toEqual({});
      }
    } finally {
      await reader.setAccess(true);
    }
    await reader.reload();
    await waitForMarks(reader);
  });

  test('says of a page of the browser itself that it cannot be read', async ({ reader }) => {
    await reader.goto('about:blank');
    await inPopup(reader, async (popup) => {
      expect((await awaitTexts(popup, '.summary p'))[0]).toContain('not a web page');
      expect(await textsIn(popup, '.summary button')).toEqual([]);
    });
  });
}
