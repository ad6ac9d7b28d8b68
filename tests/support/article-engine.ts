import { build } from 'esbuild';

/** The article engine as one script for a page, which leaves it there under `name`. */
export async function bundleArticleEngine(name: string): Promise<string> {
  const bundle = await build({
    entryPoints: ['tests/bench/article-in-page.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: name,
  });
  return bundle.outputFiles[0]!.text;
}
