import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BrowserMissing, ensureBrowser } from '../../scripts/browsers';
import { openFirefoxPopup, openFirefoxSidebar } from './firefox-popup';
import { startFirefox, stopFirefox } from './firefox-process';
import { firefoxShadow, type Input } from './firefox-shadow';
import { type Drag, locatePassage, oneBlank, selectedText } from './locate-passage';
import type { Marionette } from './marionette';
import type { LoggedRequest } from './net-log';
import { type ActionPopup, type Shadow, until } from './surfaces';

export interface FirefoxOptions {
  /** Folder (or .xpi file) of the extension; by default the production build. A file needs `extensionId`. */
  readonly extension?: string;
  readonly extensionId?: string;
  readonly profile?: string;
  readonly headed?: boolean;
  readonly preferences?: Readonly<Record<string, boolean | string | number>>;
  /** Whether the extension may run in private windows, as a reader can allow it. */
  readonly allowPrivate?: boolean;
}

/** A real Firefox with the built extension in it. All page actions mean the tab in front. */
export interface FirefoxSession {
  readonly marionette: Marionette;
  readonly extensionId: string;
  /** `moz-extension://<uuid>/<path>`; the uuid is set by us, so that it is the same in every run. */
  extensionUrl(path: string): string;
  goto(url: string): Promise<void>;
  /** Opens a tab, brings it to the front and goes to `url`. Returns its handle for `switchTo`. */
  openTab(url: string): Promise<string>;
  switchTo(handle: string): Promise<void>;
  /** Runs a function body as the page's own script would; `arguments` holds `args`. */
  run<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** The same with the browser's privileges in the page (closed roots, extension pages). */
  inspect<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** Lets the extension have its address again when it is installed after having been uninstalled. */
  pinAddress(): Promise<void>;
  /** Runs a body in the browser's own window; it ends by calling the last of its `arguments`. */
  chrome<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** A real click on an element of the page. */
  click(selector: string): Promise<void>;
  /** Types real keys into whatever has the focus; `\uE0xx` are WebDriver's special keys. */
  typeKeys(text: string): Promise<void>;
  /** Presses keys together, e.g. `['\uE009', '\uE007']` for Ctrl+Enter. */
  chord(...keys: readonly string[]): Promise<void>;
  /** Selects the first place that reads `needle`, by a real mouse drag. */
  selectText(needle: string): Promise<void>;
  /** What the page can read of `CSS.highlights`: name → texts of its ranges. */
  highlights(): Promise<Record<string, string[]>>;
  shadow(host?: string | null): Shadow;
  /** Id, as the extension's API counts, of the tab in front. */
  tabId(): Promise<number>;
  openActionPopup(): Promise<ActionPopup>;
  openSidebar(): Promise<ActionPopup>;
  closeSidebar(): Promise<void>;
  /** Ends the background page as Firefox does when it is idle. */
  terminateBackground(): Promise<void>;
  /** Host access as granted at this moment, match patterns. */
  grantedOrigins(): Promise<readonly string[]>;
  /** Every http request since the start, also the browser's own. */
  requests(): Promise<readonly LoggedRequest[]>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

const UUIDS = 'extensions.webextensions.uuids';
const UUID = '7b6c2c5e-1f0a-4e57-9d0c-0123456789ab';
const EXTENSION = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
  const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
  const done = arguments[arguments.length - 1];
`;

/** Why the Firefox tests cannot run here, or null when they can: the reason of a visible skip. */
export function firefoxMissing(): string | null {
  try {
    ensureBrowser('firefox');
    return null;
  } catch (error) {
    if (error instanceof BrowserMissing) return error.message;
    throw error;
  }
}

async function idOf(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const id: unknown = manifest.browser_specific_settings?.gecko?.id;
  if (typeof id !== 'string') throw new Error(`${extension}/manifest.json names no gecko id.`);
  return id;
}

/** Starts Firefox, begins the request log, then installs the extension for this session. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxSession> {
  const extension = resolve(options.extension ?? '.output/firefox-mv3');
  const extensionId = options.extensionId ?? (await idOf(extension));
  const scratch = await mkdtemp(join(tmpdir(), 'pressmark-firefox-'));
  const firefox = await startFirefox(
    options.profile ?? join(scratch, 'profile'),
    { ...options.preferences, [UUIDS]: JSON.stringify({ [extensionId]: UUID }) },
    options.headed ?? false,
  );
  const { marionette } = firefox;
  const scripts = scriptRunners(marionette);
  const input = inputOf(marionette);
  await scripts.chrome(RECORD_REQUESTS);
  await marionette.send('Addon:Install', {
    path: extension,
    temporary: true,
    allowPrivateBrowsing: options.allowPrivate ?? false,
  });
  await scripts.chrome(
    `${EXTENSION} (async () => { while (extension.backgroundState !== 'running') await new Promise((w) => setTimeout(w, 20)); done(null); })();`,
    extensionId,
  );
  return {
    marionette,
    extensionId,
    extensionUrl: (path) => `moz-extension://${UUID}/${path}`,
    ...scripts,
    ...pageParts(marionette, scripts, input),
    shadow: (host = null) => firefoxShadow(host, scripts.inspect, input),
    ...extensionParts(extensionId, scripts),
    close: async () => {
      await stopFirefox(firefox);
      await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Scripts = Pick<FirefoxSession, 'run' | 'inspect' | 'chrome'>;

function scriptRunners(marionette: Marionette): Scripts {
  const execute = async <T>(command: string, body: string, args: readonly unknown[], sandbox?: string) => {
    const { value } = await marionette.send<{ value: T }>(`WebDriver:${command}`, {
      script: body,
      args,
      newSandbox: true,
      ...(sandbox ? { sandbox } : {}),
    });
    return value;
  };
  return {
    run: (body, ...args) => execute('ExecuteScript', body, args),
    inspect: (body, ...args) => execute('ExecuteScript', body, args, 'system'),
    chrome: async (body, ...args) => {
      await marionette.send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await execute('ExecuteAsyncScript', body, args);
      } finally {
        await marionette.send('Marionette:SetContext', { value: 'content' });
      }
    },
  };
}

interface RealInput extends Input {
  drag(from: readonly [number, number], to: readonly [number, number]): Promise<void>;
  chord(...keys: readonly string[]): Promise<void>;
}

function inputOf(marionette: Marionette): RealInput {
  const perform = (type: 'pointer' | 'key', actions: readonly object[]) =>
    marionette.send<void>('WebDriver:PerformActions', {
      actions: [
        { type, id: type, ...(type === 'pointer' ? { parameters: { pointerType: 'mouse' } } : {}), actions },
      ],
    });
  const move = (x: number, y: number) => ({
    type: 'pointerMove',
    duration: 20,
    x: Math.round(x),
    y: Math.round(y),
    origin: 'viewport',
  });
  const down = { type: 'pointerDown', button: 0 };
  const up = { type: 'pointerUp', button: 0 };
  return {
    moveTo: (x, y) => perform('pointer', [move(x, y)]),
    clickAt: (x, y) => perform('pointer', [move(x, y), down, up]),
    drag: (from, to) =>
      perform('pointer', [
        move(...from),
        down,
        move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2),
        move(...to),
        up,
      ]),
    typeKeys: (text) =>
      perform(
        'key',
        [...text].flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
    chord: (...keys) =>
      perform('key', [
        ...keys.map((value) => ({ type: 'keyDown', value })),
        ...keys.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]),
  };
}

function pageParts(marionette: Marionette, { run }: Scripts, input: RealInput) {
  const goto = (url: string) => marionette.send<void>('WebDriver:Navigate', { url });
  const switchTo = (handle: string) =>
    marionette.send<void>('WebDriver:SwitchToWindow', { handle, name: handle, focus: true });
  return {
    goto,
    switchTo,
    openTab: async (url: string) => {
      const { handle } = await marionette.send<{ handle: string }>('WebDriver:NewWindow', { type: 'tab' });
      await switchTo(handle);
      await goto(url);
      return handle;
    },
    click: async (selector: string) => {
      const place = await until(`${selector} in the page`, () =>
        run<[number, number] | null>(
          `const element = document.querySelector(arguments[0]);
           element?.scrollIntoView({ block: 'center', behavior: 'instant' });
           const box = element?.getBoundingClientRect();
           return box ? [box.x + box.width / 2, box.y + box.height / 2] : null;`,
          selector,
        ),
      );
      await input.clickAt(...place);
    },
    typeKeys: input.typeKeys,
    chord: input.chord,
    selectText: async (needle: string) => {
      const drag = await run<Drag | null>(`return (${locatePassage})(arguments[0]);`, oneBlank(needle));
      if (drag === null) throw new Error(`The page does not contain “${needle}”.`);
      if (drag.startsInLink && drag.endsInLink) {
        await input.chord('\uE008', '\uE012');
        await input.chord('\uE008', '\uE014');
      } else {
        await run(`return (${selectedText})(true);`);
        await (drag.startsInLink ? input.drag(drag.to, drag.from) : input.drag(drag.from, drag.to));
      }
      const selected = oneBlank(await run<string>(`return (${selectedText})(false);`));
      if (selected !== oneBlank(needle)) throw new Error(`Selected “${selected}” instead of “${needle}”.`);
    },
    highlights: () =>
      run<Record<string, string[]>>(
        `const range = (part) => { const live = document.createRange();
           live.setStart(part.startContainer, part.startOffset); live.setEnd(part.endContainer, part.endOffset);
           return live.toString(); };
         return Object.fromEntries([...CSS.highlights].map(([name, parts]) => [name, [...parts].map(range)]));`,
      ),
    screenshot: async (path: string) => {
      const { value } = await marionette.send<{ value: string }>('WebDriver:TakeScreenshot', { full: false });
      await writeFile(path, Buffer.from(value, 'base64'));
    },
  };
}

function extensionParts(id: string, { chrome }: Scripts) {
  return {
    tabId: () =>
      chrome<number>(`${EXTENSION} done(Management.global.tabTracker.getId(gBrowser.selectedTab));`, id),
    openActionPopup: () => openFirefoxPopup(id, chrome),
    openSidebar: () => openFirefoxSidebar(id, chrome),
    closeSidebar: () => chrome<void>('SidebarController.hide(); arguments[arguments.length - 1](null);'),
    terminateBackground: () =>
      chrome<void>(
        `${EXTENSION} extension.terminateBackground({ disableResetIdleForTest: true }).then(() => done(null));`,
        id,
      ),
    grantedOrigins: () =>
      chrome<string[]>(
        `${EXTENSION} done(extension.allowedOrigins.patterns.map(({ pattern }) => pattern));`,
        id,
      ),
    pinAddress: () =>
      chrome<void>(
        `Services.prefs.setStringPref('${UUIDS}', arguments[0]); arguments[arguments.length - 1](null);`,
        JSON.stringify({ [id]: UUID }),
      ),
    requests: async () => {
      const seen = await chrome<{ url: string; initiator: string | null; addon: string | null }[]>(
        'arguments[arguments.length - 1](Services.pressmarkRequests.seen);',
      );
      return seen.map(({ url, initiator, addon }) => ({ url, initiator, byExtension: addon === id }));
    },
  };
}

// Firefox names the add-on behind a request in its principal, for its own pages and its background. A page that opens in
// a tab because the reader asked for it (a note's article) is a navigation of the reader's, not a request of ours.
const RECORD_REQUESTS = `
  const seen = [];
  const observe = (subject) => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const principal = channel.loadInfo?.triggeringPrincipal;
    const isPageInTab = channel.loadInfo?.externalContentPolicyType === Ci.nsIContentPolicy.TYPE_DOCUMENT;
    const policy = isPageInTab ? null : (principal?.addonPolicy ?? principal?.contentScriptAddonPolicy);
    seen.push({
      url: channel.URI.spec,
      initiator: !principal || principal.isSystemPrincipal ? null : principal.origin,
      addon: policy?.id ?? null,
    });
  };
  Services.pressmarkRequests = { seen, observe };
  Services.obs.addObserver(Services.pressmarkRequests, 'http-on-modify-request');
  arguments[arguments.length - 1](null);
`;
