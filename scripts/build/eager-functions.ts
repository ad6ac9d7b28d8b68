import type { Plugin } from 'vite';

/** Functions that run on every page, article or not, by their file. */
const EAGER: Readonly<Record<string, readonly string[]>> = {
  'lib/article/address-signals.ts': [
    'namesOtherKind',
    'addressSignals',
    'firstOf',
    'hostIn',
    'slugWords',
    'isLetter',
    'hasDate',
    'hasLongNumber',
    'wordSignals',
    'beforeEnd',
    'isAmong',
  ],
  'lib/article/declared-signals.ts': ['declarationSignals', 'includesAny'],
  'lib/article/detect-article.ts': ['lookAtPage', 'isTold', 'weigh', 'verdictOf'],
  'lib/article/node-reader.ts': ['getter', 'method', 'find', 'listed', 'readerFor', 'createReader'],
  'lib/article/page-signals.ts': ['readSignals'],
  'lib/article/signal.ts': ['flag'],
  'lib/article/story-frames.ts': ['storyFrames'],
  'lib/article/watch-page.ts': ['watchPage', 'pageAddress', 'navigationOf'],
};

/**
 * The source with each of these top-level functions as an expression between parentheses: V8 compiles such a one with the script,
 * and any other only once it is called, for which it parses it a second time. @throws Error where one is not found
 */
export function eagerFunctions(source: string, names: readonly string[]): string {
  let eager = source;
  for (const name of names) {
    const declared = new RegExp(`^(export )?function(\\*?) ${name}([(<][^]*?\\n)\\}$`, 'm');
    if (!declared.test(eager)) throw new Error(`There is no function ${name} any more.`);
    eager = eager.replace(declared, (_all, exported = '', star, rest) => {
      return `${exported}const ${name} = (function${star}${rest}});`;
    });
  }
  return eager;
}

/** The source of a file as the extension is built with it; null where that is no other. */
export function asBuilt(source: string, id: string): string | null {
  const file = Object.keys(EAGER).find((path) => id.replaceAll('\\', '/').endsWith(`/${path}`));
  return file ? eagerFunctions(source, EAGER[file]!) : null;
}

export function eagerPlugin(): Plugin {
  return { name: 'eager-functions', enforce: 'pre', transform: (code, id) => asBuilt(code, id) };
}
