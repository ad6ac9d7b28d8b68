/**
 * What tests may do inside the extension's closed shadow root, in either browser. Selectors are CSS and are looked up
 * inside the root alone; a selector that finds nothing within the time given is an error that shows the root's HTML.
 */
export interface Shadow {
  /** Waits until `selector` is in the root. */
  waitFor(selector: string, milliseconds?: number): Promise<void>;
  count(selector: string): Promise<number>;
  /** `textContent`, trimmed, white space runs as one blank. */
  text(selector: string): Promise<string>;
  attribute(selector: string, name: string): Promise<string | null>;
  value(selector: string): Promise<string>;
  /** Runs the source of a function `(element) => JSON value` on the element, in the page. */
  evaluate<T>(selector: string, functionSource: string): Promise<T>;
  /** A real mouse click in the middle of the element. */
  click(selector: string): Promise<void>;
  /** Moves the real mouse over the element. */
  hover(selector: string): Promise<void>;
  /** Clicks the element, then types real keys. */
  type(selector: string, text: string): Promise<void>;
  html(): Promise<string>;
}

/** The real popup under the toolbar button, which neither Playwright nor WebDriver can enter. */
export interface ActionPopup {
  /** Evaluates an expression in the popup; the value must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Clicks the middle of the element. */
  click(selector: string): Promise<void>;
  screenshot(path: string): Promise<void>;
}

/** Polls until `probe` answers something other than null, undefined or false; the error names `what`. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  milliseconds = 20_000,
  detail: () => Promise<string> = async () => '',
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await probe();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${milliseconds} ms for ${what}. ${await detail()}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}
