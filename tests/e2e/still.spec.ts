import { type Move, WATCH_MOVES } from '../support/moved-controls';
import { expectStillness } from './both/still';
import { test } from './fixtures';

test('nothing that can be clicked moves after it was drawn, however late the rest comes', async ({
  reader,
  site,
  session,
}) => {
  const article = () => session.context.pages().find((page) => page.url().includes('harbour-talks'))!;
  await expectStillness({
    reader,
    site,
    tabId: () => session.tabId(article()),
    movesOn: async (path, selector) => {
      const page = await session.context.newPage();
      await page.addInitScript(WATCH_MOVES);
      await page.goto(session.extensionUrl(path));
      await page.waitForSelector(selector, { state: 'attached' });
      await page.waitForTimeout(300);
      const moves = JSON.parse(await page.evaluate<string>('JSON.stringify(pressmarkMoves)')) as Move[];
      await page.close();
      return moves;
    },
  });
});
