/** One example: its features in a fixed order, its label, its weight and the domain it must not be split from. */
export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
  readonly group: string;
}

/** A logistic regression in the units of the raw features. */
export interface Regression {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly means: readonly number[];
}

/**
 * Fits a logistic regression with an L2 penalty on standardised features by Newton's method. No randomness: the same
 * examples give the same weights.
 */
export function fitRegression(examples: readonly Example[], penalty: number, iterations = 12): Regression {
  const size = examples[0]!.features.length;
  const { means, scales } = standardise(examples, size);
  const rows = examples.map((e) => [1, ...e.features.map((x, j) => (x - means[j]!) / scales[j]!)]);
  let beta = new Array<number>(size + 1).fill(0);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const gradient = new Array<number>(size + 1).fill(0);
    const hessian = Array.from({ length: size + 1 }, () => new Array<number>(size + 1).fill(0));
    rows.forEach((row, i) => {
      const p = sigmoid(dot(row, beta));
      const { weight, label } = examples[i]!;
      const curve = Math.max(1e-6, p * (1 - p)) * weight;
      for (let a = 0; a <= size; a++) {
        gradient[a]! += weight * (label - p) * row[a]!;
        const scaled = curve * row[a]!;
        if (scaled !== 0) for (let b = 0; b <= a; b++) hessian[a]![b]! += scaled * row[b]!;
      }
    });
    for (let a = 1; a <= size; a++) {
      gradient[a]! -= penalty * beta[a]!;
      hessian[a]![a]! += penalty;
    }
    const step = solve(hessian, gradient);
    beta = beta.map((value, a) => value + step[a]!);
  }
  const weights = means.map((_mean, j) => beta[j + 1]! / scales[j]!);
  return { bias: beta[0]! - means.reduce((sum, mean, j) => sum + mean * weights[j]!, 0), weights, means };
}

/** Probability of the positive class, 0…1. */
export function predict(model: Regression, features: readonly number[]): number {
  return sigmoid(model.bias + dot(features, model.weights));
}

/**
 * Out-of-fold probabilities: every example is scored by a model that saw no example of its group. Groups are dealt to
 * folds by a hash of their name.
 */
export function crossValidate(
  examples: readonly Example[],
  folds: number,
  penalty: number,
): readonly number[] {
  const scores = new Array<number>(examples.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const train = examples.filter((e) => foldOf(e.group, folds) !== fold);
    const model = fitRegression(train, penalty);
    examples.forEach((e, i) => {
      if (foldOf(e.group, folds) === fold) scores[i] = predict(model, e.features);
    });
  }
  return scores;
}

/** The fold of a group: FNV-1a of its name. */
export function foldOf(group: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % folds;
}

/** The registrable part of a host, roughly: pages of one owner must not be split between folds. */
export function domainOf(url: string): string {
  const parts = new URL(url).hostname.split('.');
  const second = parts.length > 2 && /^(?:co|com|org|net|gov|ac|edu)$/.test(parts[parts.length - 2]!);
  return parts.slice(second ? -3 : -2).join('.');
}

function standardise(examples: readonly Example[], size: number) {
  const means = new Array<number>(size).fill(0);
  const scales = new Array<number>(size).fill(0);
  for (const e of examples) for (let j = 0; j < size; j++) means[j]! += e.features[j]! / examples.length;
  for (const e of examples) {
    for (let j = 0; j < size; j++) scales[j]! += (e.features[j]! - means[j]!) ** 2 / examples.length;
  }
  // A floor keeps a signal that hardly ever occurs from getting a huge weight.
  return { means, scales: scales.map((s) => Math.max(0.1, Math.sqrt(s))) };
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Solves a symmetric positive system given by its lower triangle (Cholesky). */
function solve(matrix: number[][], vector: readonly number[]): readonly number[] {
  const n = vector.length;
  const lower = matrix.map((row) => [...row]);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(1e-9, sum)) : sum / lower[j]![j]!;
    }
  }
  const half: number[] = [];
  for (let i = 0; i < n; i++) {
    let sum = vector[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i]![k]! * half[k]!;
    half.push(sum / lower[i]![i]!);
  }
  const result = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = half[i]!;
    for (let k = i + 1; k < n; k++) sum -= lower[k]![i]! * result[k]!;
    result[i] = sum / lower[i]![i]!;
  }
  return result;
}
