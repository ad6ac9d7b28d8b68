import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchChromium } from '../support/chromium';
import { english } from './library-steps';
import { openSite } from './site';

/** A copy of the build whose policy lets requests to `origin` out: what the shipped one stops can then be seen to be told. */
async function leakyBuild(origin: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pressmark-leaky-'));
  await cp('.output/chrome-mv3', folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  const policy: string = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("connect-src 'self'");
  manifest.content_security_policy.extension_pages = policy.replace(
    "connect-src 'self'",
    `connect-src 'self' ${origin}`,
  );
  await writeFile(path, JSON.stringify(manifest));
  return folder;
}

// In one expression: it runs in a page and in the worker.
const ASK = (url: string) => `fetch('${url}').then(() => 'answered', () => 'stopped')`;

test('a request that a part of the extension makes is told: where it went out, and where the policy stopped it', async () => {
  const [open, closed] = [await openSite(), await openSite()];
  const extension = await leakyBuild(open.origin);
  const session = await launchChromium({ extension });
  const worker = await session.worker();
  const library = await session.context.newPage();
  await library.goto(session.extensionUrl('library.html'));
  const outcomes = [
    await worker.evaluate<string>(ASK(open.url('by-worker'))),
    await worker.evaluate<string>(ASK(closed.url('by-worker'))),
    await library.evaluate<string>(ASK(open.url('by-library'))),
    await library.evaluate<string>(ASK(closed.url('by-library'))),
  ];
  expect(outcomes).toEqual(['answered', 'stopped', 'answered', 'stopped']);

  const options = await session.context.newPage();
  await options.goto(session.extensionUrl('options.html#privacy'));
  const rows = options.locator('.requests tbody tr');
  await expect(rows).toHaveCount(4);
  const told = (await rows.allTextContents()).map((row) => row.replace(/\s+/g, ' '));
  // A stopped one is told by its origin: browsers say no more of it.
  const expected = [
    ['background', open.url('by-worker'), 'sent'],
    ['background', closed.origin, 'stopped'],
    ['library', open.url('by-library'), 'sent'],
    ['library', closed.origin, 'stopped'],
  ] as const;
  for (const [from, url, outcome] of expected) {
    const [part, word] = [english(`privacy_from_${from}`), english(`privacy_${outcome}`)];
    expect(told.filter((row) => row.includes(part) && row.includes(url) && row.includes(word))).toHaveLength(
      1,
    );
  }
  await expect(options.locator('#privacy .problem')).toBeVisible();
  expect(closed.asked).toEqual([]);
  const logged = (await session.close()).filter(({ byExtension }) => byExtension).map(({ url }) => url);
  expect(new Set(logged)).toEqual(new Set([open.url('by-worker'), open.url('by-library')]));
  await Promise.all([open.close(), closed.close(), rm(extension, { recursive: true, force: true })]);
});
