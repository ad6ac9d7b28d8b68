import { type Chord, type ClaimsTime, claimsTimeIn, type Reader, type Tab } from '../e2e/reader';
import type { FirefoxSession } from '../support/firefox';
import { until } from '../support/surfaces';

const CONTROL = '\uE009';
const KEYS: Readonly<Record<Chord, readonly string[]>> = {
  'Control+Enter': [CONTROL, '\uE007'],
  Escape: ['\uE00C'],
  'Control+a': [CONTROL, 'a'],
  'Control+c': [CONTROL, 'c'],
  'Control+x': [CONTROL, 'x'],
  'Control+v': [CONTROL, 'v'],
};

// Defines `extension`, `Management` and `done`; the extension's id is the first argument.
const EXTENSION = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
  const done = arguments[arguments.length - 1];
`;

// Logged as errors: what a page's policy forbids the page itself, what a stopped background was still waiting for, and an answer to a page
// kept for Back, which asks again when it is shown.
const NO_ERROR =
  /^(Content-Security-|Promise (resolved|rejected) (after context unloaded|while context is inactive))/;

// What an input method does to the widget that has the focus.
const COMPOSE = `
  const text = arguments[0];
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  processor.beginInputTransactionForTests(window);
  processor.setPendingCompositionString(text);
  processor.appendClauseToPendingComposition(text.length, Ci.nsITextInputProcessor.ATTR_RAW_CLAUSE);
  processor.setCaretInPendingComposition(text.length);
  processor.flushPendingComposition();
  processor.commitComposition();
  arguments[arguments.length - 1](null);
`;

/** A reader in Firefox. */
export function firefoxReader(session: FirefoxSession): Reader {
  const { marionette, extensionId } = session;
  const handle = async () => (await marionette.send<{ value: string }>('WebDriver:GetWindowHandle')).value;
  const tabOf = (name: string): Tab => ({
    toFront: () => session.switchTo(name),
    close: async () => {
      await session.switchTo(name);
      await marionette.send('WebDriver:CloseWindow');
    },
  });
  const activeUrl = () =>
    session.chrome<string>('arguments[arguments.length - 1](gBrowser.selectedBrowser.currentURI.spec);');

  return {
    browser: 'firefox',
    goto: session.goto,
    reload: () => marionette.send('WebDriver:Refresh'),
    tab: async () => tabOf(await handle()),
    openTab: async (url) => tabOf(await session.openTab(url)),
    turnToActive: async (url) => {
      await until(`a tab with ${url} in front`, async () => (await activeUrl()) === url);
      for (const name of await marionette.send<string[]>('WebDriver:GetWindowHandles')) {
        await session.switchTo(name);
        const { value } = await marionette.send<{ value: string }>('WebDriver:GetCurrentURL');
        if (value === url) return tabOf(name);
      }
      throw new Error(`No window handle shows ${url}.`);
    },
    run: session.run,
    highlights: session.highlights,
    select: session.selectText,
    shadow: () => session.shadow(),
    clickAt: (x, y) => clickAt(session, x, y),
    typeKeys: session.typeKeys,
    press: (keys) => session.chord(...KEYS[keys]),
    compose: (text) => session.chrome(COMPOSE, text),
    popup: session.openActionPopup,
    closePopup: () =>
      session.chrome(
        `document.querySelector('.webextension-popup-browser')?.closest('panel')?.hidePopup();
         arguments[arguments.length - 1](null);`,
      ),
    badge: () =>
      session.chrome<string>(
        `${EXTENSION}
         done(Management.global.browserActionFor(extension).action.getContextData(gBrowser.selectedTab).badgeText);`,
        extensionId,
      ),
    ...extensionParts(session),
    screenshot: session.screenshot,
  };
}

async function clickAt({ marionette }: FirefoxSession, x: number, y: number, button = 0): Promise<void> {
  const move = { type: 'pointerMove', duration: 20, x: Math.round(x), y: Math.round(y), origin: 'viewport' };
  const actions = [move, { type: 'pointerDown', button }, { type: 'pointerUp', button }];
  await marionette.send('WebDriver:PerformActions', {
    actions: [{ type: 'pointer', id: 'pointer', parameters: { pointerType: 'mouse' }, actions }],
  });
}

const RIGHT_BUTTON = 2;

/** Opens the real context menu on the selection and chooses the extension's entry. */
async function chooseInMenu(session: FirefoxSession, id: string): Promise<void> {
  const [x, y] = await session.run<[number, number]>(
    `const { left, top, width, height } = getSelection().getRangeAt(0).getClientRects()[0];
     return [left + width / 2, top + height / 2];`,
  );
  await clickAt(session, x, y, RIGHT_BUTTON);
  await until('the entry in the context menu', () =>
    session.chrome<boolean>(
      `const menu = document.getElementById('contentAreaContextMenu');
       const item = menu.querySelector('[id$="-menuitem-_' + arguments[0] + '"]');
       const isThere = menu.state === 'open' && item !== null;
       if (isThere) menu.activateItem(item);
       arguments[arguments.length - 1](isThere);`,
      id,
    ),
  );
}

function extensionParts(session: FirefoxSession) {
  const { chrome, extensionId } = session;
  return {
    menu: (id: string) => chooseInMenu(session, id),
    // The browser keeps each command as a <key> of its window; running it is what the real key does.
    command: (name: string) =>
      chrome<void>(
        `${EXTENSION}
         const { ExtensionShortcuts } = ChromeUtils.importESModule('resource://gre/modules/ExtensionShortcuts.sys.mjs');
         extension.shortcuts.onCommand(arguments[1]);
         done(null);`,
        extensionId,
        name,
      ),
    claimsTime: async () => {
      const popup = await session.openActionPopup();
      return popup.evaluate<ClaimsTime>(claimsTimeIn('browser.extension.getBackgroundPage()'));
    },
    // Not waited for: whoever was being answered asks again at once, and the background is back before it has ended.
    stopBackground: () =>
      chrome<void>(
        `${EXTENSION} extension.terminateBackground({ disableResetIdleForTest: true }); done(null);`,
        extensionId,
      ),
    setAccess: async (isGranted: boolean) => {
      await chrome<void>(
        `${EXTENSION}
         const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
         const all = { permissions: [], origins: ['http://*/*', 'https://*/*'] };
         ExtensionPermissions[arguments[1] ? 'add' : 'remove'](arguments[0], all, extension).then(() => done(null));`,
        extensionId,
        isGranted,
      );
      // The process of the page is told a moment later.
      await until('the page to know of the access', async () => {
        const patterns = await session.inspect<string[]>(
          'return WebExtensionPolicy.getByID(arguments[0]).allowedOrigins.patterns.map(({ pattern }) => pattern);',
          extensionId,
        );
        return patterns.includes('http://*/*') === isGranted;
      });
    },
    extensionRequests: async () =>
      (await session.requests()).filter(({ byExtension }) => byExtension).map(({ url }) => url),
    takeErrors: async () => {
      const own = session.extensionUrl('');
      const seen = await chrome<{ text: string; source: string; isWarning: boolean }[]>(
        `const errors = Services.console.getMessageArray().flatMap((message) => {
           try {
             const error = message.QueryInterface(Ci.nsIScriptError);
             return [{ text: error.errorMessage, source: error.sourceName, isWarning: Boolean(error.flags & 1) }];
           } catch { return []; }
         });
         Services.console.reset();
         arguments[arguments.length - 1](errors);`,
      );
      const isHere = (source: string) => source.startsWith(own) || source.startsWith('http://127.');
      return seen
        .filter(({ text, source, isWarning }) => !isWarning && isHere(source) && !NO_ERROR.test(text))
        .map(({ text, source }) => `${text} (${source})`);
    },
  };
}
