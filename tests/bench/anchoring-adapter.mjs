// Adapter for the re-anchoring benchmark: hands the benchmark's pages to the shipped anchoring code.
// Bundles lib/ on the fly with esbuild, so that there is nothing to build beforehand.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './lib/anchoring/find-targets'; export * from './lib/anchoring/describe-target';
        export * from './lib/anchoring/page-index'; export * from './lib/anchoring/block-path';
        export * from './lib/article/document-text';`,
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
const BLOCKS = new Set(
  `address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
  h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Paths of the innermost blocks that hold text, in the order in which the benchmark lists them. */
function leafPaths(tree) {
  const paths = [];
  const walk = (node, above) => {
    if (!node.tag) return { isBlock: false, length: node.t.length };
    const path = node.tag === 'body' ? above : [node.tag, ...above];
    let holdsBlock = false;
    let length = 0;
    for (const child of node.k) {
      const inner = walk(child, path);
      holdsBlock ||= inner.isBlock;
      length += inner.length;
    }
    const isBlock = BLOCKS.has(node.tag);
    if (isBlock && !holdsBlock && length > 0) paths.push(path.slice(0, 5).join('<'));
    return { isBlock: isBlock || holdsBlock, length };
  };
  walk(tree, []);
  return paths;
}

function trim(text, start, end) {
  let from = start;
  let to = end;
  while (from < to && isSpace(text[from])) from++;
  while (to > from && isSpace(text[to - 1])) to--;
  return { start: from, end: to };
}

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
  const paths = leafPaths(view.tree);
  const blocks = view.blocks
    .map(({ start, end, tag }, i) => ({
      kind: KINDS[tag] ?? 'paragraph',
      path: paths[i],
      ...trim(text, toOwn(start), toOwn(end)),
    }))
    .filter(({ start, end }) => end > start);
  return { text, blocks, from, toOwn };
}

export async function adapters() {
  const { describeTarget, anchorSteps, PageIndex, documentText, placeBlocks } = await load();
  const pages = new WeakMap();
  const pageOf = (view) => {
    if (!pages.has(view)) {
      const article = toArticle(view);
      const hash = createHash('sha256').update(article.text).digest('hex');
      pages.set(view, { ...article, hash, index: new PageIndex(article.text, article.blocks) });
    }
    return pages.get(view);
  };
  const finish = (steps) => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  // What the extension's database keeps of an annotated article: its text and blocks, once a version.
  const kept = new Map();
  const adapter = (name, keep) => ({
    name,
    describe(view, span) {
      const { text, blocks, toOwn, hash } = pageOf(view);
      if (!kept.has(hash)) kept.set(hash, { hash, text, blocks });
      return describeTarget(
        text,
        blocks,
        { start: toOwn(span.start), end: toOwn(span.end) },
        hash,
        'article',
      );
    },
    anchor(view, target) {
      const page = pageOf(view);
      const version = keep ? [kept.get(target.position.version)] : [];
      const [anchor] = finish(anchorSteps(page.index, page.hash, [{ id: 'note', target }], version));
      if (!anchor.span || anchor.state === 'uncertain') return null;
      return { start: page.from[anchor.span.start], end: page.from[anchor.span.end - 1] + 1 };
    },
  });
  // The same by way of the live document: its visible text, ranges instead of offsets.
  const throughDocument = {
    name: 'pressmark-dom',
    needsDom: true,
    describe(view, span) {
      const { map, blocks, hash } = liveOf(view);
      const own = map.toSpan(view.toDomRange(span.start, span.end));
      if (!own) return null;
      if (!kept.has(hash)) kept.set(hash, { hash, text: map.text, blocks });
      return describeTarget(map.text, blocks, own, hash, 'document');
    },
    anchor(view, target) {
      const { map, index, hash } = liveOf(view);
      const version = [kept.get(target.position.version)];
      const [anchor] = finish(anchorSteps(index, hash, [{ id: 'note', target }], version));
      if (!anchor.span || anchor.state === 'uncertain') return null;
      const ranges = map.toRanges(anchor.span).map((range) => view.fromDomRange(range));
      if (ranges.length === 0 || ranges.includes(null)) return null;
      return { start: ranges[0].start, end: ranges[ranges.length - 1].end };
    },
  };
  const live = new WeakMap();
  function liveOf(view) {
    if (!live.has(view)) {
      // The benchmark keeps one document for all its pages: this is read while the view's own body stands in it.
      const map = documentText(view.document);
      const blocks = placeBlocks(map, map.blocks);
      const hash = createHash('sha256').update(map.text).digest('hex');
      live.set(view, { map, blocks, hash, index: new PageIndex(map.text, blocks) });
    }
    return live.get(view);
  }
  // `pressmark` is what the extension does; `pressmark-bare` has the target alone, as with a note from elsewhere.
  return [adapter('pressmark', true), adapter('pressmark-bare', false), throughDocument];
}
