/** `npm run size`: measures the Chrome build against the budgets and fails when one is exceeded. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';

const BUILD = resolve('.output/chrome-mv3');
const KB = 1000;

interface Budget {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

async function gzipped(...names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(BUILD, name)), { level: 9 }).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Size of the folder as a zip file: each entry deflated, with its two headers, and the end record. */
async function packed(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 22;
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    const name = Buffer.byteLength(path.slice(folder.length + 1));
    bytes += 30 + 46 + 2 * name + Math.min(content.length, deflateRawSync(content, { level: 9 }).length);
  }
  return bytes;
}

async function main(): Promise<number> {
  if (!existsSync(join(BUILD, 'manifest.json'))) {
    console.error('There is no Chrome build to measure; run `npx wxt build` first.');
    return 1;
  }
  const files = await readdir(BUILD, { recursive: true });
  const styles = files.filter((name) => name.endsWith('marks.css'));
  const budgets: readonly Budget[] = [
    { what: 'detector (every page), gzip', bytes: await gzipped('detect.js'), limit: 12 * KB },
    {
      what: `injected into an article before any touch (${['article.js', ...styles].join(', ')}), gzip`,
      bytes: await gzipped('article.js', ...styles),
      limit: 30 * KB,
    },
    {
      what: 'all of ours in an article before any touch, detector included, gzip',
      bytes: await gzipped('detect.js', 'article.js', ...styles),
      limit: 42 * KB,
    },
    { what: 'whole extension, packed', bytes: await packed(BUILD), limit: 6000 * KB },
  ];
  for (const { what, bytes, limit } of budgets) {
    const verdict = bytes <= limit ? 'ok      ' : 'TOO BIG ';
    console.log(
      `${verdict} ${(bytes / KB).toFixed(1).padStart(7)} kB of ${String(limit / KB).padStart(4)} kB  ${what}`,
    );
  }
  return budgets.some(({ bytes, limit }) => bytes > limit) ? 1 : 0;
}

process.exitCode = await main();
