/** A regression tree as flat arrays in heap order: node i has children 2i+1 and 2i+2; feature −1 marks a leaf. */
export interface Tree {
  readonly feature: number[];
  readonly threshold: number[];
  readonly value: number[];
}

export interface Boosting {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly minWeight: number;
  readonly penalty: number;
}

export interface Rows {
  readonly x: readonly (readonly number[])[];
  /** Labels 0…1; shares are allowed. */
  readonly y: readonly number[];
  readonly weight: readonly number[];
}

const BINS = 32;

/**
 * Gradient-boosted trees for a probability (logistic loss, second order, histograms). No randomness: the same rows give
 * the same trees.
 */
export function boostTrees(rows: Rows, options: Boosting): readonly Tree[] {
  const size = rows.x[0]!.length;
  const edges = Array.from({ length: size }, (_v, j) => binEdges(rows.x.map((row) => row[j]!)));
  const binned = edges.map((edge, j) => Uint8Array.from(rows.x, (row) => binOf(edge, row[j]!)));
  const score = new Float64Array(rows.y.length);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    const gradient = new Float64Array(rows.y.length);
    const hessian = new Float64Array(rows.y.length);
    rows.y.forEach((y, i) => {
      const p = 1 / (1 + Math.exp(-score[i]!));
      gradient[i] = rows.weight[i]! * (y - p);
      hessian[i] = rows.weight[i]! * Math.max(1e-6, p * (1 - p));
    });
    const tree = growTree(binned, edges, gradient, hessian, options);
    rows.x.forEach((row, i) => {
      score[i]! += treeValue(tree, row);
    });
    trees.push(tree);
  }
  return trees;
}

/** Probability of one row. */
export function boostedProbability(trees: readonly Tree[], row: readonly number[]): number {
  let sum = 0;
  for (const tree of trees) sum += treeValue(tree, row);
  return 1 / (1 + Math.exp(-sum));
}

function treeValue(tree: Tree, row: readonly number[]): number {
  let node = 0;
  while (tree.feature[node]! >= 0) {
    node = row[tree.feature[node]!]! < tree.threshold[node]! ? 2 * node + 1 : 2 * node + 2;
  }
  return tree.value[node]!;
}

function binEdges(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const edges = new Set<number>();
  for (let b = 1; b < BINS; b++) edges.add(sorted[Math.floor((b * sorted.length) / BINS)]!);
  // Rare values of flags would fall between the quantiles.
  const distinct = new Set(values);
  if (distinct.size <= BINS) for (const value of distinct) edges.add(value);
  return [...edges].sort((a, b) => a - b).filter((edge) => edge > sorted[0]!);
}

function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value >= edges[bin]!) bin++;
  return bin;
}

function growTree(
  binned: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  gradient: Float64Array,
  hessian: Float64Array,
  options: Boosting,
): Tree {
  const nodes = 2 ** (options.depth + 1) - 1;
  const tree: Tree = {
    feature: new Array<number>(nodes).fill(-1),
    threshold: new Array<number>(nodes).fill(0),
    value: new Array<number>(nodes).fill(0),
  };
  const queue: { readonly node: number; readonly rows: Int32Array }[] = [
    { node: 0, rows: Int32Array.from(gradient, (_g, i) => i) },
  ];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { node, rows } = next;
    let g = 0;
    let h = 0;
    for (const i of rows) {
      g += gradient[i]!;
      h += hessian[i]!;
    }
    tree.value[node] = (options.rate * g) / (h + options.penalty);
    if (2 * node + 2 >= nodes) continue;
    const split = bestSplit(binned, edges, gradient, hessian, rows, g, h, options);
    if (!split) continue;
    tree.feature[node] = split.feature;
    tree.threshold[node] = edges[split.feature]![split.bin - 1]!;
    const column = binned[split.feature]!;
    queue.push(
      { node: 2 * node + 1, rows: rows.filter((i) => column[i]! < split.bin) },
      { node: 2 * node + 2, rows: rows.filter((i) => column[i]! >= split.bin) },
    );
  }
  return tree;
}

function bestSplit(
  binned: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  gradient: Float64Array,
  hessian: Float64Array,
  rows: Int32Array,
  g: number,
  h: number,
  options: Boosting,
): { readonly feature: number; readonly bin: number } | null {
  let best: { readonly feature: number; readonly bin: number } | null = null;
  let bestGain = 1e-3;
  const whole = (g * g) / (h + options.penalty);
  const gs = new Float64Array(BINS * 2 + 2);
  const hs = new Float64Array(BINS * 2 + 2);
  for (let feature = 0; feature < binned.length; feature++) {
    const bins = edges[feature]!.length;
    if (bins === 0) continue;
    gs.fill(0);
    hs.fill(0);
    const column = binned[feature]!;
    for (const i of rows) {
      const bin = column[i]!;
      gs[bin]! += gradient[i]!;
      hs[bin]! += hessian[i]!;
    }
    let leftG = 0;
    let leftH = 0;
    for (let bin = 1; bin <= bins; bin++) {
      leftG += gs[bin - 1]!;
      leftH += hs[bin - 1]!;
      if (leftH < options.minWeight || h - leftH < options.minWeight) continue;
      const rightG = g - leftG;
      const gain =
        (leftG * leftG) / (leftH + options.penalty) +
        (rightG * rightG) / (h - leftH + options.penalty) -
        whole;
      if (gain > bestGain) {
        bestGain = gain;
        best = { feature, bin };
      }
    }
  }
  return best;
}
