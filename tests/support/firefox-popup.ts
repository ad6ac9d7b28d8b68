import { writeFile } from 'node:fs/promises';
import type { Inspect } from './firefox-shadow';
import { type ActionPopup, until } from './surfaces';

/** How long an answer is waited for; a popup that Firefox exchanges while it opens takes the question with it, and is soon asked again. */
const PATIENCE_MS = { open: 4000, opening: 800 };

// Define `popup`: the browser element inside the open popup's panel, or inside the sidebar.
const FIND_POPUP = `const popup = document.querySelector('.webextension-popup-browser');`;
const FIND_SIDEBAR = `const popup = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');`;

/**
 * Opens the real popup of the extension `id` and reaches into it with a frame script. `chrome` runs a body in the
 * browser's own window; the last of its `arguments` is the callback that ends it.
 */
export async function openFirefoxPopup(id: string, chrome: Inspect): Promise<ActionPopup> {
  await chrome(
    `const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
     const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
     Management.global.browserActionFor(extension).openPopup(window, false);
     arguments[arguments.length - 1](null);`,
    id,
  );
  return reachInto(FIND_POPUP, chrome);
}

/** Opens the sidebar of the extension `id`. */
export async function openFirefoxSidebar(id: string, chrome: Inspect): Promise<ActionPopup> {
  await chrome(
    `const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
     const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
     const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
     Management.global.sidebarActionFor(extension).open(window);
     arguments[arguments.length - 1](null);`,
    id,
  );
  return reachInto(FIND_SIDEBAR, chrome);
}

/** Reaches into an extension's page that stands in the browser's own window; `find` defines its browser, `popup`. */
async function reachInto(find: string, chrome: Inspect): Promise<ActionPopup> {
  const evaluate = async <T>(expression: string, patience = PATIENCE_MS.open): Promise<T> => {
    const answer = await chrome<{ value?: T; error?: string }>(
      `${find}
       const done = arguments[arguments.length - 1];
       if (!popup) { done({ error: 'The popup is closed.' }); return; }
       const name = 'pressmark-test-' + Math.random();
       const manager = popup.messageManager;
       const end = (data) => { manager.removeMessageListener(name, listener); clearTimeout(timer); done(data); };
       const listener = ({ data }) => end(data);
       manager.addMessageListener(name, listener);
       const timer = setTimeout(() => end({ error: 'The popup does not answer.' }), arguments[1]);
       // A sandbox over the page's own objects: the popup's content policy forbids eval, as it should.
       const source = '(async () => { let data; try {'
         + 'const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });'
         + 'const value = await Cu.evalInSandbox(' + JSON.stringify(arguments[0]) + ', sandbox);'
         + 'data = { value: JSON.parse(JSON.stringify(value) ?? "null") };'
         + '} catch (error) { data = { error: String(error) }; }'
         + 'sendAsyncMessage(' + JSON.stringify(name) + ', data); })();';
       manager.loadFrameScript('data:,' + encodeURIComponent(source), false);`,
      expression,
      patience,
    );
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as T;
  };
  await until(
    'the popup to load',
    () =>
      evaluate<boolean>(
        "document.readyState === 'complete' && location.protocol === 'moz-extension:'",
        PATIENCE_MS.opening,
      ).catch(() => false),
    20_000,
  );
  return {
    evaluate: (expression) => evaluate(expression),
    click: async (selector) => {
      const found = await until(`${selector} in the popup`, () =>
        evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`),
      );
      if (found) await evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
    },
    screenshot: async (path) => {
      const data = await chrome<string>(
        `${find}
         const done = arguments[arguments.length - 1];
         popup.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white').then((bitmap) => {
           const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
           [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
           canvas.getContext('2d').drawImage(bitmap, 0, 0);
           done(canvas.toDataURL('image/png').split(',')[1]);
         });`,
      );
      await writeFile(path, Buffer.from(data, 'base64'));
    },
  };
}
