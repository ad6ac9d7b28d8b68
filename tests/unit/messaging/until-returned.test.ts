import { describe, expect, it } from 'vitest';
import { createClient } from '../../../lib/messaging/client';
import { untilReturned } from '../../../lib/messaging/until-returned';

interface Protocol {
  'page.told': { readonly request: object; readonly answer: number };
}

function shown(isFromCache: boolean): Event {
  return Object.assign(new Event('pageshow'), { persisted: isFromCache });
}

const never = () => new Promise<never>(() => undefined);

describe('a question of a page that the reader leaves and comes back to', () => {
  it('has no answer, rather than none for ever, once the page is shown again', async () => {
    const window = new EventTarget();
    const answer = untilReturned(never(), window);
    window.dispatchEvent(shown(true));
    expect(await answer).toBeUndefined();
  });

  it('waits on while the page is shown for the first time', async () => {
    const window = new EventTarget();
    const answer = untilReturned(new Promise((resolve) => setTimeout(resolve, 0, 'told')), window);
    window.dispatchEvent(shown(false));
    expect(await answer).toBe('told');
  });

  it('fails as its transport fails', async () => {
    await expect(untilReturned(Promise.reject(new Error('gone')), new EventTarget())).rejects.toThrow('gone');
  });

  it('is asked again on return, and answered', async () => {
    const window = new EventTarget();
    const answers = [never(), Promise.resolve({ value: 7 })];
    const ask = createClient<Protocol>(
      () => untilReturned(answers.shift()!, window),
      () => Promise.resolve(),
    );
    const told = ask({ type: 'page.told' } as never);
    window.dispatchEvent(shown(true));
    expect(await told).toBe(7);
  });
});
