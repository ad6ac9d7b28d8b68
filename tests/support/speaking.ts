import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A copy of the built extension with one language alone, so that a browser of any language speaks it: browsers bring their own
 * few. The folder is the caller's to remove.
 */
export async function speaking(language: string, build = '.output/chrome-mv3'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `pressmark-${language}-`));
  await cp(resolve(build), folder, { recursive: true });
  const locales = join(folder, '_locales');
  for (const other of await readdir(locales)) {
    if (other !== language) await rm(join(locales, other), { recursive: true });
  }
  const manifest = join(folder, 'manifest.json');
  const content = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...content, default_locale: language }));
  return folder;
}
