import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type Served, STRICT_POLICY, serve } from '../../support/serve';

let served: Served | null = null;
afterEach(async () => served?.close());

/** Asks for a path as it stands; `fetch` would tidy it first. */
function statusOf(origin: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

describe('the test server', () => {
  it('serves pages before files, with the headers given, and notes what was asked', async () => {
    served = await serve({
      folder: 'assets/samples',
      pages: { '/page.html': '<p>Hello' },
      headers: STRICT_POLICY,
    });
    const page = await fetch(`${served.origin}/page.html?x=1`);
    expect(await page.text()).toBe('<p>Hello');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const file = await fetch(`${served.origin}/README.md`);
    expect(await file.text()).toContain('# Sample articles');
    expect(served.asked).toEqual(['/page.html?x=1', '/README.md']);
  });

  it('lets a handler answer as it likes, also wrongly', async () => {
    served = await serve({
      pages: {
        '/cut': (_request, response) => {
          response.writeHead(200, { 'content-length': '100' });
          response.write('short', () => response.destroy());
        },
        '/broken': () => Promise.reject(new Error('no')),
      },
    });
    await expect(fetch(`${served.origin}/cut`).then((answer) => answer.text())).rejects.toThrow();
    expect((await fetch(`${served.origin}/broken`)).status).toBe(500);
  });

  it('serves nothing outside its folder', async () => {
    served = await serve({ folder: 'assets/samples' });
    expect(await statusOf(served.origin, '/../../package.json')).toBe(404);
    expect(await statusOf(served.origin, '/%2e%2e/%2e%2e/package.json')).toBe(404);
    expect(await statusOf(served.origin, '/..%2f..%2fpackage.json')).toBe(404);
    expect(await statusOf(served.origin, '/harbour-talks.html')).toBe(200);
  });
});
