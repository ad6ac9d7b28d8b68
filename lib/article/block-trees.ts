/**
 * Boosted trees in a flat form: an inner node is `feature, threshold`, then its left subtree (values below the
 * threshold), then its right; a leaf is `-1, value`.
 */
export type FlatTree = readonly number[];

/** Probability 0…1 that a row of features belongs to the positive class. */
export function treesProbability(trees: readonly FlatTree[], row: ArrayLike<number>): number {
  let sum = 0;
  for (const tree of trees) sum += walk(tree, row);
  return 1 / (1 + Math.exp(-sum));
}

function walk(tree: FlatTree, row: ArrayLike<number>): number {
  let at = 0;
  for (;;) {
    const feature = tree[at]!;
    if (feature < 0) return tree[at + 1]!;
    at = (row[feature] ?? 0) < tree[at + 1]! ? at + 2 : skip(tree, at + 2);
  }
}

/** Index behind the subtree that begins at `at`. */
function skip(tree: FlatTree, at: number): number {
  let open = 1;
  let next = at;
  while (open > 0) {
    open += tree[next]! < 0 ? -1 : 1;
    next += 2;
  }
  return next;
}
