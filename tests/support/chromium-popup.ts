import { writeFile } from 'node:fs/promises';
import type { CDPSession } from '@playwright/test';
import { type ActionPopup, until } from './surfaces';

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Attaches to the open popup whose address starts with `url`. `browser` is a session with the whole browser. */
export async function attachToPopup(
  browser: CDPSession,
  url: string,
  milliseconds = 8000,
): Promise<ActionPopup> {
  const target = await until(
    'the action popup',
    async () => {
      const { targetInfos } = await browser.send('Target.getTargets');
      return targetInfos.find((info) => info.url.startsWith(url) && !info.attached);
    },
    milliseconds,
  );
  const { sessionId } = await browser.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  browser.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
    const answer: Answer = JSON.parse(message);
    if (from === sessionId && answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });

  let last = 0;
  const send = async <T>(method: string, params: object = {}): Promise<T> => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    await browser.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  };

  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await send<{
      result: { value: T };
      exceptionDetails?: { exception?: { description?: string } };
    }>('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(`Popup: ${exceptionDetails.exception?.description}`);
    return result.value;
  };
  await until('the popup to load', () => evaluate<boolean>("document.readyState === 'complete'"));

  return {
    evaluate,
    click: async (selector) => {
      const place = await until(`${selector} in the popup`, () =>
        evaluate<{ x: number; y: number } | null>(
          `(() => { const element = document.querySelector(${JSON.stringify(selector)});
            element?.scrollIntoView({ block: 'center', behavior: 'instant' });
            const box = element?.getBoundingClientRect();
            return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null; })()`,
        ),
      );
      for (const type of ['mousePressed', 'mouseReleased'])
        await send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
    },
    screenshot: async (path) => {
      const { data } = await send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
      await writeFile(path, Buffer.from(data, 'base64'));
    },
  };
}
