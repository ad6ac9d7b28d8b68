import { type Shadow, until } from './surfaces';

/** Runs a function body in the page with the browser's privileges; `arguments` holds `args`. */
export type Inspect = <T>(body: string, ...args: readonly unknown[]) => Promise<T>;

/** What real input the shadow needs from the browser; coordinates are viewport pixels. */
export interface Input {
  clickAt(x: number, y: number): Promise<void>;
  moveTo(x: number, y: number): Promise<void>;
  typeKeys(text: string): Promise<void>;
}

// Defines `root`: the closed root of the host named by the first argument, or the first closed root of the page.
const FIND_ROOT = `
  const hosts = [...document.querySelectorAll(arguments[0] ?? '*')];
  const root = hosts.map((host) => host.openOrClosedShadowRoot)
    .find((found) => found && found.mode === 'closed' && !found.isUAWidget?.()) ?? null;
`;

/** Opens the closed shadow root of the page in front with the browser's privileges; see `Shadow`. */
export function firefoxShadow(host: string | null, inspect: Inspect, input: Input): Shadow {
  const html = () => inspect<string>(`${FIND_ROOT} return root ? root.innerHTML : '';`, host);
  const waitFor = async (selector: string, milliseconds?: number) => {
    await until(
      `${selector} in the closed shadow root`,
      () =>
        inspect<boolean>(`${FIND_ROOT} return root?.querySelector(arguments[1]) != null;`, host, selector),
      milliseconds,
      async () => `The root holds: ${(await html()) || 'nothing (no closed root)'}`,
    );
  };
  const evaluate = async <T>(selector: string, functionSource: string): Promise<T> => {
    await waitFor(selector);
    return inspect<T>(
      `${FIND_ROOT} return (${functionSource})(root.querySelector(arguments[1]));`,
      host,
      selector,
    );
  };
  const centre = (selector: string) =>
    evaluate<[number, number]>(
      selector,
      `(e) => {
        e.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const { x, y, width, height } = e.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      }`,
    );
  const click = async (selector: string) => input.clickAt(...(await centre(selector)));
  return {
    waitFor,
    count: (selector) =>
      inspect(`${FIND_ROOT} return root ? root.querySelectorAll(arguments[1]).length : 0;`, host, selector),
    text: (selector) => evaluate(selector, "(e) => e.textContent.replace(/\\s+/g, ' ').trim()"),
    attribute: (selector, name) => evaluate(selector, `(e) => e.getAttribute(${JSON.stringify(name)})`),
    value: (selector) => evaluate(selector, '(e) => e.value'),
    evaluate,
    click,
    hover: async (selector) => input.moveTo(...(await centre(selector))),
    type: async (selector, text) => {
      await click(selector);
      await input.typeKeys(text);
    },
    html,
  };
}
