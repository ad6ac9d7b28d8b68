import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treesProbability } from '../../../lib/article/block-trees';
import { chooseBlocks } from '../../../lib/article/choose-blocks';
import { readPageBlocks } from '../../../lib/article/page-blocks';
import { readableRegion } from '../../../lib/article/readable-region';
import { trimBlocks } from '../../../lib/article/trim-blocks';
import { boostedProbability, boostTrees } from '../../../scripts/train/article-trees';
import { bareDocument, page } from './page';

const LONG =
  'The council of the small town voted on Tuesday evening to reopen the harbour, after a debate of four hours.';

describe('blocks of a page', () => {
  it('ends a block at two line breaks and takes one for a space', () => {
    const texts = readPageBlocks(bareDocument('<body><div>One<br>two<br><br>three</div>')).map(
      (block) => block.text,
    );
    expect(texts).toEqual(['One two', 'three']);
  });

  it('leaves out the sign that links a heading to itself, but no word and no sign elsewhere', () => {
    const html =
      '<body><h2>Tides <a href="#tides">#</a></h2><h2><a href="#ebb">¶</a>Ebb</h2><h2><a href="#c">C#</a></h2><p>See <a href="#n">#</a></p>';
    expect(readPageBlocks(bareDocument(html)).map((block) => block.text)).toEqual([
      'Tides',
      'Ebb',
      'C#',
      'See #',
    ]);
  });

  it('keeps a custom element inline in a paragraph and a block elsewhere', () => {
    const html = '<body><p>See <x-link>this</x-link> now</p><x-par>Alone</x-par><x-par>Again</x-par>';
    expect(readPageBlocks(bareDocument(html)).map((block) => block.text)).toEqual([
      'See this now',
      'Alone',
      'Again',
    ]);
  });

  it('maps the nodes that Readability keeps to live nodes, also after all its retries', () => {
    const document = page(`<body><div class="comment sidebar"><p>${LONG}</p><p>Short.</p></div>`);
    const kept = [...readableRegion(document).live];
    expect(kept.some((node) => node.data === LONG)).toBe(true);
    expect(kept.every((node) => node.isConnected && node.ownerDocument === document)).toBe(true);
  });

  it('chooses at least one block where there is one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>One.</p>', `<p>${LONG}</p>`, '<nav>Home</nav>', '<h2>Two</h2>'), {
          minLength: 1,
          maxLength: 8,
        }),
        (parts) => {
          const blocks = readPageBlocks(bareDocument(`<body>${parts.join('')}`));
          const kept = chooseBlocks(
            blocks,
            blocks.map(() => 0),
            -1,
          );
          expect(kept.length).toBeGreaterThan(0);
          expect(kept.every((index, i) => i === 0 || index > kept[i - 1]!)).toBe(true);
        },
      ),
      { seed: 20260101, numRuns: 60 },
    );
  });

  it('trims names of networks and what stands above them at the end, not in the midst of a body', () => {
    const texts = [
      'Social media',
      LONG,
      'Facebook',
      LONG,
      'Social Media Seiten',
      'Facebook · Instagram, X',
      'YouTube',
    ];
    const blocks = readPageBlocks(bareDocument(`<body>${texts.map((text) => `<p>${text}</p>`).join('')}`));
    const all = blocks.map((_block, i) => i);
    expect(
      trimBlocks(
        blocks,
        all.map(() => 1),
        all,
        -1,
      ),
    ).toEqual([0, 1, 2, 3]);
  });

  it('trims labels of advertisements and a closing byline, but not the only block', () => {
    const blocks = readPageBlocks(
      bareDocument(`<body><p>${LONG}</p><p>Advertisement</p><p>By Ana Lima | The Courier</p>`),
    );
    expect(trimBlocks(blocks, [1, 1, 1], [0, 1, 2], -1)).toEqual([0]);
    expect(trimBlocks(blocks, [1, 1, 1], [2], -1)).toEqual([2]);
  });

  it('trims links that only call to act, and those above the headline, but no other links and no headings', () => {
    const html = `<body><p><a href="/">Front page</a></p><h1>Harbour opens again</h1><p>By Ana Lima</p><p>${LONG}</p><p><a href="/s">Subscribe now</a></p>
      <p><a href="/r">The report of 2019</a></p><h2><a href="/l">Log in and create a user</a></h2><p>Read more about it in spring.</p>`;
    const blocks = readPageBlocks(bareDocument(html));
    const readable = blocks.map(() => 1);
    expect(trimBlocks(blocks, readable, [0, 2, 3, 4, 5, 6, 7], 1)).toEqual([3, 5, 6, 7]);
  });

  it('trims lists of ways through a page and calls with one linked word, but no quotation of such words', () => {
    const nav = `<nav><p>Jump to</p><ul><li><a href="#a">Costs</a></li></ul></nav>`;
    const call = '<p>Sign up <a href="/letters">here</a>.</p><p>Sign up, she said, and they did.</p>';
    const blocks = readPageBlocks(bareDocument(`<body>${nav}<p>${LONG}</p>${call}<p>${LONG}</p>`));
    const all = blocks.map((_block, i) => i);
    const kept = trimBlocks(blocks, [], all, -1);
    expect(kept.map((i) => blocks[i]!.text)).toEqual([LONG, 'Sign up, she said, and they did.', LONG]);
  });

  it('leaves out what stands among comments behind a body, and nothing where the whole body is called so', () => {
    const html = `<body><div><p>${LONG}</p><p>${LONG}</p><p>${LONG}</p></div><section id="comments"><p>${LONG}</p><p>${LONG}</p></section>`;
    const blocks = readPageBlocks(bareDocument(html));
    const all = blocks.map((_block, i) => i);
    expect(trimBlocks(blocks, [1, 1, 1, 0, 0], all, -1)).toEqual([0, 1, 2]);
    expect(trimBlocks(blocks, [0, 0, 0, 1, 1], all, -1)).toEqual(all);
    const named = readPageBlocks(bareDocument(html.replace('<div>', '<div class="comments-open">')));
    expect(trimBlocks(named, [1, 1, 1, 0, 0], all, -1)).toEqual(all);
  });

  it('stops where another article with its own headline begins', () => {
    const html = `<body><article><h1>A</h1><p>${LONG}</p></article><article><h1>B</h1><p>${LONG}</p></article>`;
    expect(trimBlocks(readPageBlocks(bareDocument(html)), [0, 1, 0, 1], [1, 3], 0)).toEqual([1]);
  });

  it('starts where its own article does, behind another one with a headline of its own', () => {
    const html = `<body><article><h1>A</h1><p>${LONG}</p></article><article><p>${LONG}</p><h1>B</h1><p>${LONG}</p></article>`;
    const blocks = readPageBlocks(bareDocument(html));
    expect(trimBlocks(blocks, [0, 1, 1, 0, 1], [1, 2, 4], 3)).toEqual([2, 4]);
    // A heading of the page itself, or of lesser rank, makes no other article.
    const teaser = html.replaceAll('h1>A', 'h2>A').replace('</h1><p>', '</h2><p>');
    expect(trimBlocks(readPageBlocks(bareDocument(teaser)), [0, 1, 1, 0, 1], [1, 2, 4], 3)).toEqual([
      1, 2, 4,
    ]);
  });
});

describe('boosted trees', () => {
  const rows = Array.from({ length: 200 }, (_v, i) => [i % 7, (i * 13) % 11]);
  const y = rows.map(([a, b]) => (a! > 3 && b! < 6 ? 1 : 0));
  const options = { trees: 20, depth: 3, rate: 0.3, minWeight: 1, penalty: 1 };
  const trees = boostTrees({ x: rows, y, weight: rows.map(() => 1) }, options);

  it('learn a conjunction, and the same trees from the same rows', () => {
    rows.forEach((row, i) => {
      expect(boostedProbability(trees, row) > 0.5).toBe(y[i] === 1);
    });
    expect(boostTrees({ x: rows, y, weight: rows.map(() => 1) }, options)).toEqual(trees);
  });

  it('say the same in the flat form that ships', () => {
    const flat = (tree: (typeof trees)[number], node = 0): number[] =>
      tree.feature[node]! < 0
        ? [-1, tree.value[node]!]
        : [
            tree.feature[node]!,
            tree.threshold[node]!,
            ...flat(tree, 2 * node + 1),
            ...flat(tree, 2 * node + 2),
          ];
    const shipped = trees.map((tree) => flat(tree));
    for (const row of rows)
      expect(treesProbability(shipped, row)).toBeCloseTo(boostedProbability(trees, row), 10);
  });
});
