import type { Answer, Envelope, FailureCode, Message } from './protocol';

/** A message that was not done: `code` says why, `message` carries the technical detail. */
export class MessageError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, detail: string) {
    super(detail);
    this.name = 'MessageError';
    this.code = code;
  }
}

/** The reason of a failed message. */
export function codeOf(error: unknown): FailureCode {
  return error instanceof MessageError ? error.code : 'failed';
}

/** Carries one message and brings back the raw answer; rejects, or answers undefined, when nobody was there. */
export type Transport = (message: { readonly type: string }) => Promise<unknown>;

/** Asks one message of protocol `P`; resolves with its value or rejects with a {@link MessageError}. */
export type Ask<P> = <T extends keyof P & string>(message: Message<P, T>) => Promise<Answer<P, T>>;

// A stopped worker wakes in about 30 ms; a machine under load may take seconds.
const RETRY_AFTER_MS = [50, 250, 1000, 3000];

/**
 * Builds the asking side of a protocol. A worker may be stopped at any await, in which case the answer never comes;
 * the message is then sent again, which is harmless because ids are made by the asker.
 * A named refusal by the other side is final and not repeated.
 */
export function createClient<P>(
  transport: Transport,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Ask<P> {
  return async (message) => {
    let last: unknown = 'no answer';
    for (const wait of [0, ...RETRY_AFTER_MS]) {
      if (wait > 0) await pause(wait);
      let answer: unknown;
      try {
        answer = await transport(message);
      } catch (error) {
        last = error;
        continue;
      }
      if (isEnvelope(answer)) {
        if ('error' in answer) throw new MessageError(answer.error, answer.detail);
        return answer.value as never;
      }
      last = 'no answer';
    }
    throw new MessageError('unreachable', String(last));
  };
}

/** An asking side that can tell whether an answer is still on its way. */
export function watchedAsk<P>(ask: Ask<P>): { readonly ask: Ask<P>; isWaiting(): boolean } {
  let waiting = 0;
  return {
    ask: async (message) => {
      waiting += 1;
      try {
        return await ask(message);
      } finally {
        waiting -= 1;
      }
    },
    isWaiting: () => waiting > 0,
  };
}

function isEnvelope(answer: unknown): answer is Envelope<unknown> {
  return typeof answer === 'object' && answer !== null && ('value' in answer || 'error' in answer);
}
