// Adapter for the re-anchoring benchmark: hands the benchmark's pages to the shipped anchoring code.
// Bundles lib/ on the fly with esbuild, so that there is nothing to build beforehand.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './lib/anchoring/find-targets'; export * from './lib/anchoring/describe-target';
        export * from './lib/anchoring/page-index';`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

const KINDS = { blockquote: 'quote', li: 'list', h1: 'subheading', h2: 'subheading', h3: 'subheading' };
const isSpace = (unit) => /\s/.test(unit);

/** The page's text as lib/article gives it: blocks and what lies between them, each on a line, white space collapsed. */
function toArticle(view) {
  const edges = new Set(view.blocks.flatMap(({ start, end }) => [start, end]));
  const from = [];
  let text = '';
  const add = (unit, at) => {
    text += unit;
    from.push(at);
  };
  let gap = '';
  for (let at = 0; at < view.text.length; at++) {
    if (edges.has(at)) gap = '\n';
    const unit = view.text[at];
    if (isSpace(unit)) {
      gap ||= ' ';
      continue;
    }
    if (gap && text) add(gap, at);
    gap = '';
    add(unit, at);
  }
  const toOwn = (offset) => {
    let low = 0;
    let high = from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (from[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const blocks = view.blocks
    .map(({ start, end, tag }) => ({ kind: KINDS[tag] ?? 'paragraph', start: toOwn(start), end: toOwn(end) }))
    .filter(({ start, end }) => end > start)
    .map((block) => ({ ...block, end: text[block.end - 1] === '\n' ? block.end - 1 : block.end }));
  return { text, blocks, from, toOwn };
}

export async function adapters() {
  const { describeTarget, anchorSteps, PageIndex } = await load();
  const pages = new WeakMap();
  const pageOf = (view) => {
    if (!pages.has(view)) {
      const article = toArticle(view);
      pages.set(view, { ...article, index: new PageIndex(article.text, article.blocks) });
    }
    return pages.get(view);
  };
  const finish = (steps) => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  return [
    {
      name: 'pressmark',
      describe(view, span) {
        const { text, blocks, toOwn } = pageOf(view);
        return describeTarget(
          text,
          blocks,
          { start: toOwn(span.start), end: toOwn(span.end) },
          null,
          'article',
        );
      },
      anchor(view, target) {
        const page = pageOf(view);
        const [anchor] = finish(anchorSteps(page.index, null, [{ id: 'note', target }]));
        if (!anchor.span || anchor.state === 'uncertain') return null;
        return { start: page.from[anchor.span.start], end: page.from[anchor.span.end - 1] + 1 };
      },
    },
  ];
}
