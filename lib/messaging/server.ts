import type { Answer, Envelope, FailureCode, Message } from './protocol';

/** Who sent a message: a content script in a tab, or one of the extension's own pages. */
export interface Sender {
  readonly kind: 'page' | 'extension';
  readonly tabId: number | null;
  readonly frameId: number | null;
  readonly url: string | null;
  /** From a private window, in which nothing is kept that the reader did not ask for. */
  readonly isPrivate: boolean;
}

/** Answers for every message of protocol `P`; a handler that throws is reported to the asker by code. */
export type Handlers<P> = {
  readonly [T in keyof P & string]: (message: Message<P, T>, sender: Sender) => Promise<Answer<P, T>>;
};

/** Checks an untrusted message of one type; answers the clean message or throws. */
export type Check = (message: unknown) => unknown;

/** What may be sent by whom: a check per message type, and the types that only the extension's own pages may send. */
export interface Border {
  readonly checks: Readonly<Record<string, Check>>;
  readonly extensionOnly: ReadonlySet<string>;
}

/** Builds the answering side: checks sender and shape at the border, then hands the message to its handler. */
export function createServer<P>(
  handlers: Handlers<P>,
  border: Border,
): (message: unknown, sender: Sender) => Promise<Envelope<unknown>> {
  return async (message, sender) => {
    const type = typeOf(message);
    if (type === null || !Object.hasOwn(handlers, type) || !Object.hasOwn(border.checks, type)) {
      return { error: 'malformed', detail: `unknown message ${String(type)}` };
    }
    if (border.extensionOnly.has(type) && sender.kind !== 'extension') {
      return { error: 'refused', detail: `${type} is not for pages` };
    }
    let clean: unknown;
    try {
      clean = border.checks[type]?.(message);
    } catch (error) {
      return { error: 'malformed', detail: `${type}: ${reasonOf(error)}` };
    }
    try {
      const handle = handlers[type as keyof P & string] as (m: unknown, s: Sender) => Promise<unknown>;
      return { value: await handle(clean, sender) };
    } catch (error) {
      return { error: codeOf(error), detail: reasonOf(error) };
    }
  };
}

const CODES: readonly FailureCode[] = [
  'refused',
  'quota',
  'unavailable',
  'newer-data',
  'blocked',
  'upgrade-failed',
  'malformed',
];

function codeOf(error: unknown): FailureCode {
  const code = (error as { code?: unknown } | null)?.code;
  return CODES.find((known) => known === code) ?? 'failed';
}

function typeOf(message: unknown): string | null {
  const type = (message as { type?: unknown } | null)?.type;
  return typeof type === 'string' ? type : null;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
