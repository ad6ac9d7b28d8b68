import { describe, expect, it } from 'vitest';
import { createClient, MessageError } from '../../../lib/messaging/client';
import type { ToBackground } from '../../../lib/messaging/protocol';

const noPause = () => Promise.resolve();
const message = { type: 'settings.read' } as const;

function transportOf(...answers: (() => unknown)[]) {
  let asked = 0;
  const transport = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    return answer?.();
  };
  return { transport, asked: () => asked };
}

describe('asking the background', () => {
  it('gives the value of the answer', async () => {
    const { transport } = transportOf(() => ({ value: { settings: 'these' } }));
    expect(await createClient<ToBackground>(transport, noPause)(message)).toEqual({ settings: 'these' });
  });

  it('asks again when the worker was stopped before it answered', async () => {
    const { transport, asked } = transportOf(
      () => {
        throw new Error('the message channel closed');
      },
      () => undefined,
      () => ({ value: { settings: 'late' } }),
    );
    expect(await createClient<ToBackground>(transport, noPause)(message)).toEqual({ settings: 'late' });
    expect(asked()).toBe(3);
  });

  it('does not repeat a refusal', async () => {
    const { transport, asked } = transportOf(() => ({ error: 'quota', detail: 'disk full' }));
    const asking = createClient<ToBackground>(transport, noPause)(message);
    await expect(asking).rejects.toMatchObject({ code: 'quota', message: 'disk full' });
    expect(asked()).toBe(1);
  });

  it('gives up with a named error when nobody ever answers', async () => {
    const { transport, asked } = transportOf(() => undefined);
    const asking = createClient<ToBackground>(transport, noPause)(message);
    await expect(asking).rejects.toBeInstanceOf(MessageError);
    await expect(asking).rejects.toMatchObject({ code: 'unreachable' });
    expect(asked()).toBe(5);
  });
});
