import type { Plugin } from 'vite';

/** Methods of Readability that only its own `parse` begins with: what a reader view needs and the region of an article does not. */
const UNUSED = [
  'parse',
  '_postProcessContent',
  '_cleanClasses',
  '_fixRelativeUris',
  '_simplifyNestedElements',
  '_getJSONLD',
];
/** Methods that lib/article/region-finder.ts has its own of. */
const REPLACED = ['_cleanStyles', '_isElementWithoutContent', '_isProbablyVisible'];

/** The source of Readability without those methods. @throws Error where one is not found, or is called by what is left. */
export function leanReadability(source: string): string {
  let lean = source;
  for (const name of [...UNUSED, ...REPLACED]) {
    const method = new RegExp(`^  ${name}\\([^)]*\\) \\{\\n[^]*?^  \\},\\n`, 'm');
    if (!method.test(lean)) throw new Error(`Readability has no method ${name} any more.`);
    lean = lean.replace(method, '');
  }
  const missed = UNUSED.find((name) => lean.includes(`.${name}(`));
  if (missed) throw new Error(`Readability needs its method ${missed}.`);
  return lean;
}

/** Leaves out of the build what nothing calls; a bundler cannot know, since methods are found by name. */
export function readabilityPlugin(): Plugin {
  return {
    name: 'lean-readability',
    enforce: 'pre',
    transform: (code, id) => (/readability[\\/]Readability\.js/.test(id) ? leanReadability(code) : null),
  };
}
