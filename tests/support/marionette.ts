import { createConnection, type Socket } from 'node:net';

/** An error that Firefox answered; `error` is its W3C WebDriver code. */
export class MarionetteError extends Error {
  constructor(
    readonly error: string,
    message: string,
  ) {
    super(`${error}: ${message}`);
  }
}

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/**
 * A client for Marionette, the remote control built into every Firefox: length-prefixed JSON over TCP, so that no
 * driver program has to be installed. Command names are Marionette's own (`WebDriver:Navigate`, `Addon:Install`, …).
 */
export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #received = Buffer.alloc(0);
  #last = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('close', () => this.#end(new Error('Firefox closed the connection.')));
    socket.on('error', (error) => this.#end(error));
  }

  /** Connects as soon as Firefox listens on `port`; rejects after `milliseconds`. */
  static async connect(port: number, milliseconds = 60_000): Promise<Marionette> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const socket = createConnection({ port, host: '127.0.0.1' });
      const isOpen = await new Promise<boolean>((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('error', () => resolve(false));
      });
      if (isOpen) return new Marionette(socket);
      if (Date.now() > deadline) throw new Error(`Firefox did not listen on port ${port} in time.`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /** Sends one command and resolves with its result; rejects with `MarionetteError` when Firefox refuses. */
  send<T>(command: string, parameters: object = {}): Promise<T> {
    this.#last += 1;
    const id = this.#last;
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#socket.write(`${message.length}:`);
      this.#socket.write(message);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.toString('ascii', 0, colon));
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end));
      this.#received = this.#received.subarray(end);
      // The greeting is an object; answers are [1, id, error, result].
      if (Array.isArray(message)) this.#settle(message);
    }
  }

  #settle([, id, error, result]: readonly unknown[]): void {
    const waiting = this.#waiting.get(id as number);
    this.#waiting.delete(id as number);
    const refused = error as { readonly error: string; readonly message: string } | null;
    if (refused) waiting?.reject(new MarionetteError(refused.error, refused.message));
    else waiting?.resolve(result);
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
