import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** What a path answers: a page's HTML, or full control. */
export type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void | Promise<void>);

export interface ServeOptions {
  /** Folder whose files are served; without one, only `pages`. */
  readonly folder?: string;
  /** Path (with leading slash, without query) → its answer; these come before the folder's files. */
  readonly pages?: Readonly<Record<string, Answer>>;
  /** Sent with every answer, e.g. a strict content security policy. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Port; 0, the default, takes a free one. */
  readonly port?: number;
}

export interface Served {
  /** `http://127.0.0.1:PORT`, no slash at the end. */
  readonly origin: string;
  /** Paths with query asked for so far, in order. */
  readonly asked: readonly string[];
  /** Adds or replaces one path's answer. */
  set(path: string, answer: Answer): void;
  close(): Promise<void>;
}

/** Allows nothing but the page's own style element: scripts, frames, connections of the page's world all fail. */
export const STRICT_POLICY = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
} as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** A static server on the loopback address, for sample and hostile pages. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const pages = new Map(Object.entries(options.pages ?? {}));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '/');
    for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
    answer(request, response, pages, options.folder).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    set: (path, page) => void pages.set(path, page),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, Answer>,
  folder: string | undefined,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
  const page = pages.get(path);
  if (typeof page === 'string') {
    response.setHeader('content-type', TYPES['.html']!);
    response.end(page);
    return;
  }
  if (page) return page(request, response);
  const file = folder === undefined ? null : normalize(join(folder, path));
  const content = file?.startsWith(normalize(folder + sep)) ? await readFile(file).catch(() => null) : null;
  if (file === null || content === null) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Not found');
    return;
  }
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.end(content);
}
