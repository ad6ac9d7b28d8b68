import type { ActionPopup, Shadow } from '../support/surfaces';

/** Keys pressed together. */
export type Chord = 'Control+Enter' | 'Escape' | 'Control+a' | 'Control+c' | 'Control+x' | 'Control+v';

/** One tab of a reader's browser. */
export interface Tab {
  /** Brings the tab to the front; from then on everything the reader does means this tab. */
  toFront(): Promise<void>;
  /** Closes the tab. Afterwards another tab has to be brought to the front. */
  close(): Promise<void>;
}

/** How long the engine of claims took for a text. */
export interface ClaimsTime {
  readonly ms: number;
  readonly characters: number;
  readonly isFast: boolean;
}

/** An expression for the background's window or worker scope `of`. */
export const claimsTimeIn = (of: string): string =>
  `${of}.performance.getEntriesByName('pressmark.claims').map(({ duration, detail }) => ({ ms: duration, ...detail }))[0]`;

/** What a reader does with a real browser that has the extension. Everything means the tab in front. */
export interface Reader {
  readonly browser: 'chromium' | 'firefox';
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The tab in front, as something to come back to. */
  tab(): Promise<Tab>;
  /** Opens a tab with `url` in front. */
  openTab(url: string): Promise<Tab>;
  /** Waits until a tab with `url` is the browser's active one and turns to it. */
  turnToActive(url: string): Promise<Tab>;
  /** Runs a function body in the page's own world; `arguments` holds `args`. */
  run<T>(body: string, ...args: readonly unknown[]): Promise<T>;
  /** What the page can read of `CSS.highlights`: name → texts of its ranges. */
  highlights(): Promise<Record<string, string[]>>;
  /** Selects the first place that reads `needle` with the real mouse. */
  select(needle: string): Promise<void>;
  /** The closed shadow root of the extension's host. */
  shadow(): Shadow;
  /** Clicks a point of the viewport, CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  typeKeys(text: string): Promise<void>;
  press(keys: Chord): Promise<void>;
  /** Writes `text` as an input method does: composed first, then committed. */
  compose(text: string): Promise<void>;
  /** Opens the real popup under the toolbar button. */
  popup(): Promise<ActionPopup>;
  closePopup(popup: ActionPopup): Promise<void>;
  /** The text of the toolbar badge for the tab in front. */
  badge(): Promise<string>;
  /** Lets the background handle one of the extension's commands, as the browser does when its key is pressed. */
  command(name: string): Promise<void>;
  /**
   * Chooses the extension's entry `id` in the context menu of the selection. In Firefox with the real menu; Chromium
   * draws it outside the page, where headless runs have none, so there the browser's event is dispatched.
   */
  menu(id: string): Promise<void>;
  /** How the background's engine of claims did with the last text: milliseconds, characters, and whether its net ran as WebAssembly. */
  claimsTime(): Promise<ClaimsTime>;
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Takes away (or gives back) the extension's access to all sites, as the reader does in the browser's settings. */
  setAccess(isGranted: boolean): Promise<void>;
  /** Requests that the extension's own code has sent since the start. */
  extensionRequests(): Promise<readonly string[]>;
  /** Takes the uncaught errors of the extension's scripts, and of the page in front, since the last call. */
  takeErrors(): Promise<readonly string[]>;
  screenshot(path: string): Promise<void>;
}
