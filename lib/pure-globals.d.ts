// The only globals that pure code may use beside ECMAScript; they exist in browsers, workers and Node alike.
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  decode(input?: ArrayBufferView | ArrayBuffer): string;
}
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly origin: string;
  hash: string;
  pathname: string;
  search: string;
  readonly href: string;
  readonly searchParams: URLSearchParams;
}
interface URLSearchParams {
  delete(name: string): void;
  keys(): IterableIterator<string>;
  sort(): void;
  get(name: string): string | null;
}
declare const crypto: {
  readonly subtle: { digest(algorithm: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> };
  getRandomValues<T extends Uint8Array>(array: T): T;
};
declare const performance: { now(): number };

/** What of WebAssembly the pure parts use: synchronous, for modules of a few hundred bytes. Missing or forbidden in some places. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>);
    readonly exports: Readonly<Record<string, unknown>>;
  }
}
