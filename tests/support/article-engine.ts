import { readFile } from 'node:fs/promises';
import { build, type Plugin } from 'esbuild';
import { asBuilt } from '../../scripts/build/eager-functions';

/** Functions are made when they are in the extension: some with the script, the others once they are called. */
const AS_BUILT: Plugin = {
  name: 'as-built',
  setup(build) {
    build.onLoad({ filter: /[\\/]lib[\\/]article[\\/].*\.ts$/ }, async ({ path }) => {
      const contents = asBuilt(await readFile(path, 'utf8'), path);
      return contents === null ? null : { contents, loader: 'ts' };
    });
  },
};

/** The article engine as one script for a page, which leaves it there under `name`. */
export async function bundleArticleEngine(name: string): Promise<string> {
  const bundle = await build({
    entryPoints: ['tests/bench/article-in-page.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: name,
    plugins: [AS_BUILT],
  });
  return bundle.outputFiles[0]!.text;
}
