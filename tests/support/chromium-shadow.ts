import type { CDPSession, Page } from '@playwright/test';
import { type Shadow, until } from './surfaces';

/** The part of the protocol's DOM.Node that the walk reads. */
interface ProtocolNode {
  readonly nodeId: number;
  readonly localName: string;
  readonly shadowRootType?: string;
  readonly children?: readonly ProtocolNode[];
  readonly shadowRoots?: readonly ProtocolNode[];
}

function closedRoot(node: ProtocolNode, host: string | null): ProtocolNode | null {
  const isHost = host === null || node.localName === host;
  const own = isHost ? node.shadowRoots?.find((root) => root.shadowRootType === 'closed') : undefined;
  if (own) return own;
  for (const child of node.children ?? []) {
    const found = closedRoot(child, host);
    if (found) return found;
  }
  return null;
}

/** An element as an object of its page; one that a render has just replaced is looked for again. */
function standing(cdp: CDPSession, selector: string, find: () => Promise<number>) {
  return until(`${selector} to stand still`, async () => {
    const answer = await cdp.send('DOM.resolveNode', { nodeId: await find() }).catch(() => null);
    return answer?.object;
  });
}

/**
 * Opens the closed shadow root of a page through the DevTools protocol, since Playwright's locators stop at it.
 * `host` is the host element's tag name; null takes the first closed root of the document.
 */
export function chromiumShadow(page: Page, host: string | null = null): Shadow {
  let session: Promise<CDPSession> | null = null;
  const protocol = () => {
    session ??= page.context().newCDPSession(page);
    return session;
  };

  // Node ids end with every change of the document, so each look-up starts from the top.
  const root = async (): Promise<number | null> => {
    const cdp = await protocol();
    const { root: top } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    return closedRoot(top as ProtocolNode, host)?.nodeId ?? null;
  };
  const html = async (): Promise<string> => {
    const nodeId = await root();
    if (nodeId === null) return '';
    return (await (await protocol()).send('DOM.getOuterHTML', { nodeId })).outerHTML;
  };
  const lookUp = async (selector: string): Promise<number | null> => {
    const top = await root();
    if (top === null) return null;
    const cdp = await protocol();
    // After an update another host takes the place of the first, maybe between these two questions.
    const found = await cdp.send('DOM.querySelector', { nodeId: top, selector }).catch(() => null);
    return found?.nodeId || null;
  };
  const node = (selector: string, milliseconds?: number): Promise<number> =>
    until(
      `${selector} in the closed shadow root`,
      () => lookUp(selector),
      milliseconds,
      async () => `The root holds: ${(await html()) || 'nothing (no closed root)'}`,
    );

  const evaluate = async <T>(selector: string, functionSource: string): Promise<T> => {
    const cdp = await protocol();
    const object = await standing(cdp, selector, () => node(selector));
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: `function () { return (${functionSource})(this); }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${selector}: ${exceptionDetails.exception?.description}`);
    return result.value as T;
  };

  const centre = async (selector: string): Promise<readonly [number, number]> => {
    const cdp = await protocol();
    const nodeId = await node(selector);
    await cdp.send('DOM.scrollIntoViewIfNeeded', { nodeId });
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return [(left + right) / 2, (top + bottom) / 2];
  };
  const click = async (selector: string) => page.mouse.click(...(await centre(selector)));

  return {
    waitFor: async (selector, milliseconds) => void (await node(selector, milliseconds)),
    count: async (selector) => {
      const top = await root();
      if (top === null) return 0;
      const cdp = await protocol();
      return (await cdp.send('DOM.querySelectorAll', { nodeId: top, selector })).nodeIds.length;
    },
    text: (selector) => evaluate(selector, "(e) => e.textContent.replace(/\\s+/g, ' ').trim()"),
    attribute: (selector, name) => evaluate(selector, `(e) => e.getAttribute(${JSON.stringify(name)})`),
    value: (selector) => evaluate(selector, '(e) => e.value'),
    evaluate,
    click,
    hover: async (selector) => page.mouse.move(...(await centre(selector))),
    type: async (selector, text) => {
      await click(selector);
      await page.keyboard.type(text);
    },
    html,
  };
}
