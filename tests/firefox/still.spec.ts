import { expectStillness } from '../e2e/both/still';
import { type Move, WATCH_MOVES } from '../support/moved-controls';
import { until } from '../support/surfaces';
import { test } from './fixtures';

// Runs in every tab that is opened from then on, before the first line of each page of the extension.
const WATCH_ALL = `
  const source = 'addEventListener("DOMWindowCreated", () => {'
    + 'if (content.location.protocol !== "moz-extension:") return;'
    + 'const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });'
    + 'Cu.evalInSandbox(' + JSON.stringify(arguments[0]) + ', sandbox);'
    + '});';
  window.messageManager.loadFrameScript('data:,' + encodeURIComponent(source), true);
  arguments[arguments.length - 1](null);`;

test('nothing that can be clicked moves after it was drawn, however late the rest comes', async ({
  reader,
  site,
  session,
}) => {
  await session.chrome(WATCH_ALL, WATCH_MOVES);
  await expectStillness({
    reader,
    site,
    tabId: session.tabId,
    movesOn: async (path, selector) => {
      const article = await reader.tab();
      const surface = await reader.openTab(session.extensionUrl(path));
      const isThere = (wanted: string) =>
        session.inspect<boolean>('return document.querySelector(arguments[0]) !== null;', wanted);
      await until(selector, () => isThere(selector));
      await new Promise((wake) => setTimeout(wake, 300));
      const moves = await session.inspect<string>(
        'return JSON.stringify(window.wrappedJSObject.pressmarkMoves);',
      );
      await surface.close();
      await article.toFront();
      return JSON.parse(moves) as Move[];
    },
  });
});
